import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import office from '@shared/office/office.module.css';
import { Card, Page, TableFrame } from '@shared/office/Page';
import { RouteLink } from '@shared/office/RouteLink';
import { Loading, Tag } from '@shared/office/states';
import { Empty } from '@shared/ui/Empty';
import { PartyPicture } from '@shared/ui/PartyPicture';
import styles from '@console/operator/operator.module.css';
import type { OperatorReport } from '@shared/protocol/types';
import { usePages } from '@console/operator/usePages';

/** What people reported, newest first. */
export function ReportsPage() {
  const { t } = useTranslation('console');
  const format = useFormat();
  const { pages, items } = usePages<OperatorReport>('/reports', {});
  return (
    <Page title={t('reports.title')}>
      <Card flush>
        {pages.isError ? (
          <Failed what={t('reports.failed')} error={pages.error} retry={() => void pages.refetch()} />
        ) : items === undefined ? (
          <Loading rows={6} label={t('loading')} />
        ) : items.length === 0 ? (
          <Empty title={t('reports.none')} text={t('reports.noneWhy')} />
        ) : (
          <TableFrame label={t('reports.title')}>
            <table className={office.table}>
              <thead>
                <tr>
                  <th scope="col">{t('reports.when')}</th>
                  <th scope="col">{t('reports.about')}</th>
                  <th scope="col">{t('reports.reason')}</th>
                  <th scope="col">{t('reports.comment')}</th>
                  <th scope="col">{t('reports.by')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((row) => {
                  const who = (
                    <>
                      <PartyPicture party={row.party} size={32} />
                      <span>
                        <strong>
                          <bdi>{row.party.name}</bdi>
                        </strong>
                        {row.party.handle !== null && <small>@{row.party.handle}</small>}
                      </span>
                    </>
                  );
                  return (
                    <tr key={row.id}>
                      <td>
                        <time dateTime={row.at} title={format.fullTime(row.at)}>
                          {format.dayAndTime(row.at)}
                        </time>
                      </td>
                      <td>
                        {row.party.kind === 'account' ? (
                          <RouteLink to={`/accounts/${row.party.id}`} className={styles.party}>
                            {who}
                          </RouteLink>
                        ) : (
                          <span className={styles.party}>{who}</span>
                        )}
                      </td>
                      <td>
                        <Tag tone="warn">{t(`reports.kind.${row.reason}`)}</Tag>
                      </td>
                      <td className={office.detail} dir="auto">
                        {row.comment ?? '–'}
                      </td>
                      <td>{row.by ? <bdi>{row.by.name}</bdi> : '–'}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </TableFrame>
        )}
      </Card>
      {pages.hasNextPage && (
        <div>
          <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
