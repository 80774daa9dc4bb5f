import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { Card, TableFrame } from '@shared/office/Page';
import { Loading } from '@shared/office/states';
import { reads } from '@dashboard/account/reads';
import { useAccount } from '@dashboard/account/useAccount';
import { useCount } from '@dashboard/parts/CostCell';
import { longest, strength } from './model/insight';
import styles from './insight.module.css';

/** By the month in which people began to follow, the share that still does after so many months: a table whose cells are coloured. */
export function RetentionCard() {
  const { t } = useTranslation('insight');
  const { t: dashboard } = useTranslation('dashboard');
  const format = useFormat();
  const count = useCount();
  const account = useAccount();
  const read = useQuery(reads.retention(account.id));
  const months = read.data?.items ?? [];
  const columns = Math.max(1, ...months.map((each) => each.stayed.length));
  const shares = months.flatMap((each) => each.stayed.slice(1));
  const said = longest(months);
  const name = (month: string) => format.monthAndYear(`${month}T12:00:00`);
  return (
    <Card title={t('retention.title')}>
      {read.isError ? (
        <Failed error={read.error} retry={() => void read.refetch()} what={t('retention.failed')} />
      ) : read.data === undefined ? (
        <Loading rows={4} label={dashboard('loading')} />
      ) : (
        <>
          <TableFrame label={t('retention.title')}>
            <table className={styles.heat} data-kind="retention">
              <thead>
                <tr>
                  <th scope="col">{t('retention.month')}</th>
                  <th scope="col">{t('retention.began')}</th>
                  {Array.from({ length: columns }, (_, at) => (
                    <th key={at} scope="col">
                      {t('retention.after', { count: at })}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {months.map((each) => (
                  <tr key={each.month}>
                    <th scope="row">{name(each.month)}</th>
                    <td className={styles.plain}>{count(each.began)}</td>
                    {Array.from({ length: columns }, (_, at) => {
                      const share = each.stayed[at];
                      return share === undefined ? (
                        <td key={at} />
                      ) : (
                        <td
                          key={at}
                          style={{ ['--strength' as string]: at === 0 ? 1 : strength(share, shares) }}
                          data-strong={(at === 0 ? 1 : strength(share, shares)) > 0.55 || undefined}
                        >
                          {format.percent(share, 0)}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
          <p className={styles.sentence}>
            {said === null
              ? t('retention.none')
              : t('retention.sentence', {
                  month: name(said.month),
                  share: format.percent(said.share, 0),
                  count: said.after,
                })}
          </p>
          <p className={styles.help}>{t('retention.why')}</p>
        </>
      )}
    </Card>
  );
}
