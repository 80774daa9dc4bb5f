import { lazy, Suspense, useMemo, useState } from 'react';
import { ActionIcon } from '@mantine/core';
import { ChartLine, Table } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useTheme } from '@shared/theme/scheme';
import { Card, TableFrame } from '@shared/office/Page';
import office from '@shared/office/office.module.css';
import { useFormat } from '@shared/format/useFormat';
import type { FollowerInsight, PushCost } from '@shared/protocol/types';
import { Skeleton } from '@shared/ui/Skeleton';
import { useCost } from '@dashboard/parts/CostCell';
import { axis, summary } from './model/chart';
import styles from './overview.module.css';

const NO_COSTS: ReadonlyMap<string, PushCost> = new Map();
const FollowersChart = lazy(() => import('./FollowersChart'));

/** Followers over time: a plot, the sentence it says, and the table behind it. */
export function FollowersCard({
  data,
  costs = NO_COSTS,
}: {
  data: FollowerInsight;
  /** What push messages cost, by their id, as far as it is known. */
  costs?: ReadonlyMap<string, PushCost>;
}) {
  const { t: insight } = useTranslation('insight');
  const cost = useCost();
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const { shown: scheme } = useTheme();
  const [asTable, setAsTable] = useState(false);
  const said = summary(data.days, data.pushes);
  const cut = axis(data.days.map((day) => day.followers)).min > 0;
  const marks = useMemo(
    () =>
      data.pushes.map((push) => {
        const known = costs.get(push.id);
        return { ...push, cost: known ? cost(known.left) : null, costly: known?.costly ?? false };
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- how a cost is written changes only with the language, and then all is drawn anew
    [data, costs],
  );
  const sentence =
    said === null
      ? t('overview.noSeries')
      : `${t('overview.summary', {
          from: format.shortDate(`${said.from}T12:00:00`),
          to: format.shortDate(`${said.to}T12:00:00`),
          first: format.full(said.first),
          last: format.full(said.last),
          came: format.full(said.came),
          left: format.full(said.left),
        })} ${t('overview.summaryPushes', { count: said.pushes })}`;

  return (
    <Card
      title={t('overview.followersOverTime')}
      aside={
        <>
          <span className={styles.legend} aria-hidden>
            <i data-part="line" /> {t(cut ? 'overview.legendFollowersCut' : 'overview.legendFollowers')}
          </span>
          <span className={styles.legend} aria-hidden>
            <i data-part="mark" /> {t('overview.legendPush')}
          </span>
          {[...costs.values()].some((each) => each.costly) && (
            <span className={styles.legend} aria-hidden>
              <i data-part="costly" /> {insight('overview.legendCostly')}
            </span>
          )}
          <span className={styles.legend} aria-hidden>
            <i data-part="bar" /> {t('overview.legendLeft')}
          </span>
          <ActionIcon
            variant="subtle"
            size={36}
            aria-pressed={asTable}
            aria-label={asTable ? t('overview.showPlot') : t('overview.showTable')}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? (
              <ChartLine size={18} strokeWidth={1.9} aria-hidden />
            ) : (
              <Table size={18} strokeWidth={1.9} aria-hidden />
            )}
          </ActionIcon>
        </>
      }
    >
      {asTable ? (
        <div className={styles.seriesTable}>
          <TableFrame label={t('overview.followersOverTime')}>
            <table className={office.table}>
              <thead>
                <tr>
                  <th scope="col">{t('overview.day')}</th>
                  <th scope="col" data-number>
                    {t('overview.followers')}
                  </th>
                  <th scope="col" data-number>
                    {t('overview.came')}
                  </th>
                  <th scope="col" data-number>
                    {t('overview.left')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {[...data.days].reverse().map((day) => (
                  <tr key={day.date}>
                    <td>{format.shortDate(`${day.date}T12:00:00`)}</td>
                    <td data-number>{format.full(day.followers)}</td>
                    <td data-number>{format.full(day.came)}</td>
                    <td data-number>{format.full(day.left)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        </div>
      ) : (
        <Suspense fallback={<Skeleton width="100%" height={320} shape="block" />}>
          <FollowersChart data={data} marks={marks} scheme={scheme} label={sentence} />
        </Suspense>
      )}
      <p className={styles.sentence}>{sentence}</p>
    </Card>
  );
}
