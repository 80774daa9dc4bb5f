import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ActionIcon } from '@mantine/core';
import { ChartLine, Table } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { Card, TableFrame } from '@shared/office/Page';
import office from '@shared/office/office.module.css';
import { Loading } from '@shared/office/states';
import type { Calibration } from '@shared/protocol/types';
import { reads } from '@dashboard/account/reads';
import { useAccount } from '@dashboard/account/useAccount';
import { atEighty, points } from './model/insight';
import styles from './insight.module.css';

const KINDS = ['opens', 'unfollows'] as const;
const MARKS = [40, 60, 80, 100] as const;

/** How often forecasts held against how often they were meant to: a plot, its sentence, and the table behind it. */
export function CalibrationCard() {
  const { t } = useTranslation('insight');
  const { t: dashboard } = useTranslation('dashboard');
  const account = useAccount();
  const read = useQuery(reads.calibration(account.id));
  const [asTable, setAsTable] = useState(false);
  const known = read.data !== undefined && atEighty(read.data.opens).of > 0;
  return (
    <Card
      title={t('calibration.title')}
      aside={
        known && (
          <>
            {KINDS.map((kind) => (
              <span key={kind} className={styles.legend} data-kind={kind} aria-hidden>
                <i /> {t(`calibration.${kind}`)}
              </span>
            ))}
            <ActionIcon
              variant="subtle"
              size={36}
              aria-pressed={asTable}
              aria-label={asTable ? dashboard('overview.showPlot') : dashboard('overview.showTable')}
              onClick={() => setAsTable(!asTable)}
            >
              {asTable ? (
                <ChartLine size={18} strokeWidth={1.9} aria-hidden />
              ) : (
                <Table size={18} strokeWidth={1.9} aria-hidden />
              )}
            </ActionIcon>
          </>
        )
      }
    >
      {read.isError ? (
        <Failed error={read.error} retry={() => void read.refetch()} what={t('calibration.forecastFailed')} />
      ) : read.data === undefined ? (
        <Loading rows={6} label={dashboard('loading')} />
      ) : !known ? (
        <p className={styles.help}>{t('calibration.none')}</p>
      ) : (
        <Shown data={read.data} asTable={asTable} />
      )}
    </Card>
  );
}

function Shown({ data, asTable }: { data: Calibration; asTable: boolean }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const opens = atEighty(data.opens);
  const unfollows = atEighty(data.unfollows);
  const sentence = t('calibration.sentence', {
    of: format.full(opens.of),
    held: format.full(opens.held),
    ofUnfollows: format.full(unfollows.of),
    heldUnfollows: format.full(unfollows.held),
  });
  return (
    <>
      {asTable ? (
        <TableFrame label={t('calibration.title')}>
          <table className={office.table}>
            <thead>
              <tr>
                <th scope="col" data-number>
                  {t('calibration.meant')}
                </th>
                {KINDS.map((kind) => (
                  <th key={kind} scope="col" data-number>
                    {t(`calibration.${kind}`)}
                  </th>
                ))}
                <th scope="col" data-number>
                  {t('calibration.of')}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.opens.levels.map((level, at) => (
                <tr key={level.meant}>
                  <td data-number>{format.percent(level.meant, 0)}</td>
                  <td data-number>{level.of > 0 ? format.percent(level.held / level.of, 0) : '–'}</td>
                  <td data-number>
                    {data.unfollows.levels[at] !== undefined && data.unfollows.levels[at].of > 0
                      ? format.percent(data.unfollows.levels[at].held / data.unfollows.levels[at].of, 0)
                      : '–'}
                  </td>
                  <td data-number>{format.full(level.of)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      ) : (
        <div className={styles.plot}>
          <svg viewBox="-2 -2 104 104" preserveAspectRatio="none" role="img" aria-label={sentence}>
            {MARKS.map((mark) => {
              const at = ((mark - 40) / 60) * 100;
              return (
                <g key={mark}>
                  <line x1="0" x2="100" y1={100 - at} y2={100 - at} />
                  <line y1="0" y2="100" x1={at} x2={at} />
                </g>
              );
            })}
            <line x1="0" y1="100" x2="100" y2="0" data-part="meant" />
            {KINDS.map((kind) => (
              <path
                key={kind}
                data-kind={kind}
                d={points(data[kind])
                  .map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
                  .join('')}
              />
            ))}
          </svg>
          {KINDS.flatMap((kind) =>
            points(data[kind]).map(({ x, y }, at) => (
              <i
                key={`${kind}${at}`}
                data-kind={kind}
                aria-hidden
                style={{
                  insetInlineStart: `calc(40px + (100% - 48px) * ${(x + 2) / 104})`,
                  top: `${((y + 2) / 104) * 240}px`,
                }}
              />
            )),
          )}
          <div className={styles.across} aria-hidden>
            {MARKS.map((mark) => (
              <span key={mark}>{format.percent(mark / 100, 0)}</span>
            ))}
          </div>
          <div className={styles.up} aria-hidden>
            {[...MARKS].reverse().map((mark) => (
              <span key={mark}>{format.percent(mark / 100, 0)}</span>
            ))}
          </div>
        </div>
      )}
      <p className={styles.sentence}>{sentence}</p>
      <p className={styles.help}>{t('calibration.why')}</p>
    </>
  );
}
