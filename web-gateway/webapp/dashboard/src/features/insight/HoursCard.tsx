import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { Card, TableFrame } from '@shared/office/Page';
import { Loading } from '@shared/office/states';
import type { HourOfWeek } from '@shared/protocol/types';
import { reads } from '@dashboard/account/reads';
import { useAccount } from '@dashboard/account/useAccount';
import { bestHour, byDay, openShare, strength } from './model/insight';
import styles from './insight.module.css';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** At which hours of the week people open what they see: a table whose cells are coloured, and the best of them in words. */
export function HoursCard() {
  const { t } = useTranslation('insight');
  const { t: dashboard } = useTranslation('dashboard');
  const format = useFormat();
  const account = useAccount();
  const read = useQuery(reads.hours(account.id));
  const hours = read.data?.items ?? [];
  const best = bestHour(hours);
  const shares = hours.map(openShare).filter((share) => share !== null);
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  const day = (hour: HourOfWeek) => t(`days.${DAYS.find((each) => each === hour.day) ?? 'monday'}`);
  return (
    <Card title={t('hours.title')}>
      {read.isError ? (
        <Failed error={read.error} retry={() => void read.refetch()} what={t('hours.failed')} />
      ) : read.data === undefined ? (
        <Loading rows={7} label={dashboard('loading')} />
      ) : (
        <>
          {shares.length > 0 && (
            <TableFrame label={t('hours.title')}>
              <table className={styles.heat} data-kind="hours">
                <thead>
                  <tr>
                    <th scope="col">{t('hours.day')}</th>
                    {Array.from({ length: 24 }, (_, hour) => (
                      <th key={hour} scope="col">
                        {hour}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {byDay(hours).map((row, at) => (
                    <tr key={DAYS[at]}>
                      <th scope="row">{t(`days.${DAYS[at] ?? 'monday'}`)}</th>
                      {row.map((hour) => {
                        const share = openShare(hour);
                        if (share === null) return <td key={hour.hour} />;
                        const strong = strength(share, shares);
                        return (
                          <td
                            key={hour.hour}
                            style={{ ['--strength' as string]: strong }}
                            data-strong={strong > 0.55 || undefined}
                            title={t('hours.cell', {
                              day: day(hour),
                              hour: clock(hour.hour),
                              shown: format.full(hour.shown ?? 0),
                              share: format.percent(share, 0),
                            })}
                          >
                            {Math.round(share * 100)}
                          </td>
                        );
                      })}
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableFrame>
          )}
          <p className={styles.sentence}>
            {best === null
              ? t('hours.none')
              : t('hours.best', {
                  day: day(best.hour),
                  hour: clock(best.hour.hour),
                  share: format.percent(best.share, 0),
                })}
          </p>
          <p className={styles.help}>{t('hours.why')}</p>
        </>
      )}
    </Card>
  );
}
