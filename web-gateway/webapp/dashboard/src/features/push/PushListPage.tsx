import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { Download, Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, url } from '@shared/api/http';
import { Failed } from '@shared/office/Failed';
import { Card, Page } from '@shared/office/Page';
import { useGo } from '@shared/office/RouteLink';
import { Loading } from '@shared/office/states';
import { Empty } from '@shared/ui/Empty';
import type { Page as Paged, PushInsight } from '@shared/protocol/types';
import { may } from '@dashboard/account/may';
import { deviceZone } from '@dashboard/account/reads';
import { useAccount } from '@dashboard/account/useAccount';
import { BarLegend, PushTable } from '@dashboard/parts/PushTable';

/** All push messages, newest first, with what became of each. */
export function PushListPage() {
  const { t } = useTranslation('dashboard');
  const account = useAccount();
  const base = `/${account.id}`;
  const go = useGo();
  const pages = useInfiniteQuery({
    queryKey: ['account', account.id, 'pushes', 'all'],
    queryFn: ({ pageParam }) =>
      api<Paged<PushInsight>>(`/accounts/${account.id}/push-messages`, { query: { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const writes = may(account.role, 'release');

  return (
    <Page
      title={t('push.title')}
      actions={
        <>
          <Button
            data-icon-on-phone
            component="a"
            variant="default"
            leftSection={<Download size={18} strokeWidth={1.9} aria-hidden />}
            href={url(`/accounts/${account.id}/push-messages.csv`, { timeZone: deviceZone() })}
            download
          >
            {t('overview.export')}
          </Button>
          {writes && (
            <Button
              leftSection={<Megaphone size={18} strokeWidth={1.9} aria-hidden />}
              onClick={() => go(`${base}/push/new`)}
            >
              {t('push.new')}
            </Button>
          )}
        </>
      }
    >
      <Card flush title={t('push.released')} aside={<BarLegend />}>
        {pages.isError ? (
          <Failed error={pages.error} retry={() => void pages.refetch()} what={t('push.failed')} />
        ) : pages.data === undefined ? (
          <Loading rows={6} label={t('loading')} />
        ) : items.length === 0 ? (
          <Empty title={t('push.none')} text={t('push.noneWhy')}>
            {writes && <Button onClick={() => go(`${base}/push/new`)}>{t('push.writeFirst')}</Button>}
          </Empty>
        ) : (
          <PushTable items={items} base={base} />
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
