import { useQuery } from '@tanstack/react-query';
import { Layers } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { RouteLink } from '@shared/office/RouteLink';
import type { Outlook } from '@shared/protocol/types';
import { reads } from '@dashboard/account/reads';
import { useAccount } from '@dashboard/account/useAccount';
import styles from './push.module.css';

/** What it would gain and cost, as intervals; how often such forecasts held; and whom it would hit again this week. */
export function OutlookPart({ atOnce }: { atOnce: number }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const account = useAccount();
  const outlook = useQuery({ ...reads.outlook(account.id, atOnce), placeholderData: (before) => before });
  if (outlook.data === undefined) return null;
  const { opens, unfollows, again, earlier, needed, held, of } = outlook.data;
  return (
    <div className={styles.outlook}>
      {opens && unfollows ? (
        <>
          <Range label={t('outlook.opens')} interval={opens} of={atOnce} />
          <Range label={t('outlook.unfollows')} interval={unfollows} of={Math.max(10, unfollows.high * 1.6)} lost />
        </>
      ) : (
        <p className={styles.help}>
          {t('outlook.notYet', { needed: format.full(needed), earlier: format.full(earlier) })}
        </p>
      )}
      {of > 0 && (
        <p className={styles.help}>
          {t('outlook.held', { of: format.full(of), held: format.full(held) })}{' '}
          <RouteLink to={`/${account.id}/insight`}>{t('outlook.plot')}</RouteLink>
        </p>
      )}
      {again && (
        <div className={styles.again}>
          <b>
            <Layers size={16} strokeWidth={1.9} aria-hidden />
            {t('outlook.again', { count: again.people, formatted: format.full(again.people) })}
          </b>
          <span>{t('outlook.againWhy', { count: again.seen })}</span>
        </div>
      )}
    </div>
  );
}

function Range({
  label,
  interval,
  of,
  lost = false,
}: {
  label: string;
  interval: NonNullable<Outlook['opens']>;
  of: number;
  lost?: boolean;
}) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const at = (count: number) => `${Math.min(100, (count / Math.max(1, of)) * 100)}%`;
  const words =
    interval.low === interval.high
      ? t('outlook.exact', { count: format.full(interval.low) })
      : t('outlook.range', { low: format.full(interval.low), high: format.full(interval.high) });
  return (
    <div className={styles.interval}>
      <div>
        <span>{label}</span>
        <b>{words}</b>
      </div>
      <span className={styles.intervalTrack} aria-hidden>
        <i
          data-part={lost ? 'lost' : undefined}
          style={{ insetInlineStart: at(interval.low), width: at(Math.max(interval.high - interval.low, of * 0.01)) }}
        />
        <u style={{ insetInlineStart: at(interval.expected) }} />
      </span>
    </div>
  );
}
