import { useState } from 'react';
import { ActionIcon } from '@mantine/core';
import { ChartNoAxesColumn, Table } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { TableFrame } from '@shared/office/Page';
import office from '@shared/office/office.module.css';
import type { PushInsight } from '@shared/protocol/types';
import { useCount } from '@dashboard/parts/CostCell';
import { rows, type ReachRow } from './model/reach';
import styles from './push.module.css';

/** From the audience down to who opened it, and what it cost: bars on one scale from zero, and the table behind them. */
export function Reach({ push, counting }: { push: PushInsight; counting: boolean }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const count = useCount();
  const [asTable, setAsTable] = useState(false);
  const all = rows(push);
  const words: Record<ReachRow['name'], string> = {
    audience: t('push.audience'),
    atOnce: t('push.cameAtOnce'),
    held: t('push.heldForDigest'),
    shown: t('push.shown'),
    opened: t('push.opened'),
    mutes: t('push.mutes'),
    less: t('push.choseLess'),
    unfollows: t('push.unfollows48h'),
  };
  const sentence = t('push.sentence', {
    held: count(push.held),
    less: t('push.sentenceLess', { count: push.less48h ?? 2, formatted: count(push.less48h) }),
    unfollows: t('push.sentenceUnfollows', {
      count: push.unfollows48h ?? 2,
      formatted: count(push.unfollows48h),
    }),
  });

  return (
    <>
      <div className={styles.reachHead}>
        <p>
          {sentence}
          {counting && ` ${t('push.countsUntil', { at: format.dayAndTime(push.countsUntil) })}`}
        </p>
        <ActionIcon
          aria-pressed={asTable}
          aria-label={asTable ? t('overview.showPlot') : t('overview.showTable')}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? (
            <ChartNoAxesColumn size={18} strokeWidth={1.9} aria-hidden />
          ) : (
            <Table size={18} strokeWidth={1.9} aria-hidden />
          )}
        </ActionIcon>
      </div>
      {asTable ? (
        <TableFrame label={t('push.howFar')}>
          <table className={office.table}>
            <thead>
              <tr>
                <th scope="col">{t('push.step')}</th>
                <th scope="col" data-number>
                  {t('push.people')}
                </th>
                <th scope="col" data-number>
                  {t('push.ofAll')}
                </th>
              </tr>
            </thead>
            <tbody>
              {all.map((row) => (
                <tr key={row.name}>
                  <td>{words[row.name]}</td>
                  <td data-number>{count(row.count)}</td>
                  <td data-number>{row.share === null ? '–' : format.percent(row.share)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      ) : (
        <div className={styles.plot} role="img" aria-label={sentence}>
          {all.map((row) => (
            <div key={row.name} className={styles.plotRow} data-after={row.after || undefined}>
              <span>{words[row.name]}</span>
              <span className={styles.plotTrack}>
                <i
                  data-part={row.part}
                  style={{ width: `${Math.max((row.count ?? 0) > 0 ? 0.6 : 0, (row.share ?? 0) * 100)}%` }}
                />
              </span>
              <b>{count(row.count)}</b>
            </div>
          ))}
        </div>
      )}
    </>
  );
}
