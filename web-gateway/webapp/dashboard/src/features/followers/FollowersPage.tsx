import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { url } from '@shared/api/http';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { Card, Page, Stats } from '@shared/office/Page';
import { Loading, Tag } from '@shared/office/states';
import type { FollowerInsight } from '@shared/protocol/types';
import { deviceZone, reads } from '@dashboard/account/reads';
import { useAccount } from '@dashboard/account/useAccount';

const SPANS = [30, 60, 90, 365] as const;

/** How many follow, who came and left: numbers only, no follower is shown by name. */
export function FollowersPage({ chart }: { chart: (data: FollowerInsight) => ReactNode }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const account = useAccount();
  const [days, setDays] = useState<number>(60);
  const series = useQuery({ ...reads.followers(account.id, days), placeholderData: (before) => before });

  return (
    <Page
      title={t('followers.title')}
      actions={
        <Button
          data-icon-on-phone
          component="a"
          variant="default"
          leftSection={<Download size={18} strokeWidth={1.9} aria-hidden />}
          href={url(`/accounts/${account.id}/followers.csv`, { days, timeZone: deviceZone() })}
          download
        >
          {t('overview.export')}
        </Button>
      }
    >
      <div role="group" aria-label={t('followers.span')} style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        {SPANS.map((each) => (
          <button
            key={each}
            type="button"
            className="p-chip"
            aria-pressed={days === each}
            onClick={() => setDays(each)}
          >
            {t('followers.days', { count: each })}
          </button>
        ))}
      </div>
      {series.isError ? (
        <Card>
          <Failed what={t('followers.failed')} error={series.error} retry={() => void series.refetch()} />
        </Card>
      ) : series.data === undefined ? (
        <Card>
          <Loading rows={12} label={t('loading')} />
        </Card>
      ) : (
        <>
          <Stats
            items={[
              {
                label: t('overview.followers'),
                value: format.full(series.data.followers),
                beside: series.data.change !== 0 && (
                  <Tag tone={series.data.change > 0 ? 'ok' : 'warn'}>{format.signed(series.data.change)}</Tag>
                ),
                below: t('followers.inSpan', { count: days }),
              },
              { label: t('overview.came'), value: format.full(series.data.came), below: t('followers.cameBelow') },
              { label: t('overview.left'), value: format.full(series.data.left), below: t('followers.leftBelow') },
            ]}
          />
          {chart(series.data)}
        </>
      )}
      <Card title={t('followers.privacyTitle')}>
        <p>{t('followers.privacy')}</p>
      </Card>
    </Page>
  );
}
