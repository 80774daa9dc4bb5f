import type { TFunction } from 'i18next';
import { Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dosageShort } from '@shared/dosage/words';
import type { Dosage, PushLabel } from '@shared/protocol/types';
import classes from './PushFoot.module.css';

interface PushFootProps {
  push: PushLabel;
  name: string;
  less: Dosage | null;
  onLess: (() => void) | null;
}

/** Under every push message: that it is one, and its number in the period, and Less. */
export function PushFoot({ push, name, less, onLess }: PushFootProps) {
  const { t } = useTranslation('account');
  const { t: words } = useTranslation('dosage');
  return (
    <span className={classes.foot}>
      <Megaphone size={14} strokeWidth={1.9} aria-hidden="true" />
      <span className={classes.label}>{pushWords(t, push)}</span>
      {less && onLess ? (
        <button
          type="button"
          className="p-link"
          aria-label={t('push.lessFrom', { name, dosage: dosageShort(words, less) })}
          onClick={onLess}
        >
          {t('push.less')}
        </button>
      ) : null}
    </span>
  );
}

function pushWords(t: TFunction<'account'>, push: PushLabel): string {
  if (push.held) return t('push.held');
  if (push.limit === null) return t(`push.free.${push.period}`, { ordinal: push.ordinal });
  return t('push.full', { ordinal: t(`push.ordinal.${push.period}`, { ordinal: push.ordinal, limit: push.limit }) });
}
