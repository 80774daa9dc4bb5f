import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { Card, Page, Stats } from '@shared/office/Page';
import { RouteLink } from '@shared/office/RouteLink';
import { Loading, Tag } from '@shared/office/states';
import { reads } from '@console/operator/reads';

/** How many there are, what goes on today, and what waits for an operator. */
export function OverviewPage() {
  const { t } = useTranslation('console');
  const format = useFormat();
  const counts = useQuery(reads.counts());
  if (counts.isError || counts.data === undefined) {
    return (
      <Page title={t('overview.title')}>
        <Card>
          {counts.isError ? (
            <Failed what={t('overview.failed')} error={counts.error} retry={() => void counts.refetch()} />
          ) : (
            <Loading rows={4} label={t('loading')} />
          )}
        </Card>
      </Page>
    );
  }
  const it = counts.data;
  return (
    <Page title={t('overview.title')} note={t('overview.live')}>
      <Stats
        items={[
          {
            label: t('overview.pending'),
            value: format.full(it.accounts.pending),
            beside: it.accounts.pending > 0 && <Tag tone="warn">{t('overview.waits')}</Tag>,
            below: <RouteLink to="/verification">{t('overview.toVerification')}</RouteLink>,
          },
          {
            label: t('overview.reports'),
            value: format.full(it.reports),
            below: <RouteLink to="/reports">{t('overview.toReports')}</RouteLink>,
          },
          {
            label: t('overview.users'),
            value: format.full(it.users),
            below: t('overview.active', { count: it.usersActiveToday, formatted: format.full(it.usersActiveToday) }),
          },
          {
            label: t('overview.accounts'),
            value: format.full(it.accounts.verified),
            beside: t('overview.verified'),
            below: t('overview.otherAccounts', {
              refused: format.full(it.accounts.refused),
              suspended: format.full(it.accounts.suspended),
            }),
          },
        ]}
      />
      <Stats
        items={[
          { label: t('overview.follows'), value: format.full(it.follows), below: t('overview.followsBelow') },
          { label: t('overview.messages'), value: format.full(it.messagesToday), below: t('overview.today') },
          { label: t('overview.pushes'), value: format.full(it.pushMessagesToday), below: t('overview.today') },
          { label: t('overview.connections'), value: format.full(it.connections), below: t('overview.now') },
        ]}
      />
    </Page>
  );
}
