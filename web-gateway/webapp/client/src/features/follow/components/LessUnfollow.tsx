import { ArrowDown, ListFilter, UserMinus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dosageShort } from '@shared/dosage/words';
import type { Dosage } from '@shared/protocol/types';
import classes from './LessUnfollow.module.css';

interface LessUnfollowProps {
  less: Dosage | null;
  onLess: () => void;
  onUnfollow: () => void;
  /** `tall`: with what each does on a second line, for the foot of a sheet. */
  size?: 'tall' | 'flat';
}

/** Less beside Unfollow: equal in size, weight and taps. */
export function LessUnfollow({ less, onLess, onUnfollow, size = 'flat' }: LessUnfollowProps) {
  const { t } = useTranslation('follow');
  const { t: words } = useTranslation('dosage');
  const lesser = less ? dosageShort(words, less) : t('lessNone');
  return (
    <div className={classes.pair} data-size={size}>
      <button type="button" className={classes.button} disabled={!less} onClick={onLess}>
        {size === 'tall' ? <ListFilter size={18} aria-hidden="true" /> : <ArrowDown size={16} aria-hidden="true" />}
        {size === 'tall' ? (
          <span>
            <b>{t('less')}</b>
            <small>{lesser}</small>
          </span>
        ) : (
          <b>{less ? t('lessTo', { dosage: lesser }) : t('less')}</b>
        )}
      </button>
      <button type="button" className={classes.button} onClick={onUnfollow}>
        <UserMinus size={size === 'tall' ? 18 : 16} aria-hidden="true" />
        {size === 'tall' ? (
          <span>
            <b>{t('unfollow')}</b>
            <small>{t('unfollowHelp')}</small>
          </span>
        ) : (
          <b>{t('unfollow')}</b>
        )}
      </button>
    </div>
  );
}
