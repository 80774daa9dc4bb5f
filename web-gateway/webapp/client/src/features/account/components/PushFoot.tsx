import type { TFunction } from 'i18next';
import { Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dosageShort } from '@shared/dosage/words';
import { useFormat } from '@shared/format/useFormat';
import type { Dosage, PushLabel } from '@shared/protocol/types';
import classes from './PushFoot.module.css';

interface PushFootProps {
  push: PushLabel;
  name: string;
  sentAt: string;
  less: Dosage | null;
  onLess: (() => void) | null;
}

/** Under every push message: that it is one, its number in the period, Less, and the time. */
export function PushFoot({ push, name, sentAt, less, onLess }: PushFootProps) {
  const { t } = useTranslation('account');
  const { t: words } = useTranslation('dosage');
  const format = useFormat();
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
      <time className={classes.time} dateTime={sentAt} title={format.fullTime(sentAt)}>
        {format.dayAndTime(sentAt)}
      </time>
    </span>
  );
}

function pushWords(t: TFunction<'account'>, push: PushLabel): string {
  if (push.held) return t('push.held');
  if (push.limit === null) return t(`push.free.${push.period}`, { ordinal: push.ordinal });
  return t('push.full', { ordinal: t(`push.ordinal.${push.period}`, { ordinal: push.ordinal, limit: push.limit }) });
}
