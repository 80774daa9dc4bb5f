import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { Card, TableFrame } from '@shared/office/Page';
import office from '@shared/office/office.module.css';
import { Loading } from '@shared/office/states';
import type { ItemUse } from '@shared/protocol/types';
import { reads } from '@dashboard/account/reads';
import { useAccount } from '@dashboard/account/useAccount';
import { useCount } from '@dashboard/parts/CostCell';
import styles from './insight.module.css';

/** By which way the followers came; ways of fewer than twenty are gathered. */
export function SourcesCard() {
  const { t } = useTranslation('insight');
  const { t: dashboard } = useTranslation('dashboard');
  const format = useFormat();
  const account = useAccount();
  const read = useQuery(reads.sources(account.id));
  const all = Math.max(1, read.data?.followers ?? 1);
  const rows = (read.data?.sources ?? [])
    .filter((each) => each.followers > 0)
    .map((each) => ({ name: t(`sources.${each.source}`), followers: each.followers }));
  if ((read.data?.others ?? 0) > 0) rows.push({ name: t('sources.others'), followers: read.data?.others ?? 0 });
  return (
    <Card title={t('sources.title')}>
      {read.isError ? (
        <Failed error={read.error} retry={() => void read.refetch()} what={t('sources.failed')} />
      ) : read.data === undefined ? (
        <Loading rows={4} label={dashboard('loading')} />
      ) : (
        <>
          <dl className={styles.bars}>
            {rows.map((row) => (
              <div key={row.name}>
                <dt>{row.name}</dt>
                <dd>
                  <span className={styles.track} aria-hidden>
                    <i style={{ width: `${(row.followers / all) * 100}%` }} />
                  </span>
                  <b>{format.full(row.followers)}</b>
                </dd>
              </div>
            ))}
          </dl>
          <p className={styles.help}>{t('sources.why')}</p>
        </>
      )}
    </Card>
  );
}

/** What of the account is used, such as the entries of its menu. */
export function ItemsCard({ items }: { items: readonly ItemUse[] }) {
  const { t } = useTranslation('insight');
  const count = useCount();
  return (
    <Card flush title={t('items.title')}>
      <TableFrame label={t('items.title')}>
        <table className={office.table}>
          <thead>
            <tr>
              <th scope="col">{t('items.item')}</th>
              <th scope="col" data-number>
                {t('items.people')}
              </th>
              <th scope="col" data-number>
                {t('items.times')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.item}>
                <td>{item.item}</td>
                <td data-number>{count(item.people)}</td>
                <td data-number>{count(item.times)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Card>
  );
}
