import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { Download, Link2, Unlink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { url } from '@shared/api/http';
import { useFormat } from '@shared/format/useFormat';
import { AuditTable } from '@shared/office/AuditTable';
import { Failed } from '@shared/office/Failed';
import { Card } from '@shared/office/Page';
import { Loading } from '@shared/office/states';
import type { AuditEntry } from '@shared/protocol/types';
import { reads } from './reads';
import styles from './operator.module.css';
import { usePages } from './usePages';

/** The audit log of one stream: the state of its chain above it, its entries, and the way to take it along. */
export function AuditCard({ stream, title }: { stream: string; title: string }) {
  const { t } = useTranslation('console');
  const { pages, items } = usePages<AuditEntry>('/audit', { stream });
  return (
    <Card
      flush
      title={title}
      aside={
        <>
          <ChainState stream={stream} />
          <Button
            component="a"
            size="xs"
            variant="subtle"
            color="gray"
            leftSection={<Download size={16} strokeWidth={1.9} aria-hidden />}
            href={url('/operator/audit.ndjson', { stream })}
            download
          >
            {t('audit.export')}
          </Button>
        </>
      }
    >
      {pages.isError ? (
        <Failed what={t('audit.failed')} error={pages.error} retry={() => void pages.refetch()} />
      ) : items === undefined ? (
        <Loading rows={6} label={t('loading')} />
      ) : (
        <AuditTable entries={items} label={title} />
      )}
      {pages.hasNextPage && (
        <Button m="sm" variant="subtle" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Card>
  );
}

function ChainState({ stream }: { stream: string }) {
  const { t } = useTranslation('console');
  const format = useFormat();
  const chain = useQuery({ ...reads.chain(stream), staleTime: 0 });
  if (chain.data === undefined) return null;
  const { intact, entries, brokenAt } = chain.data;
  return (
    <span className={styles.chain} data-broken={!intact || undefined} role="status">
      {intact ? <Link2 size={16} strokeWidth={1.9} aria-hidden /> : <Unlink size={16} strokeWidth={1.9} aria-hidden />}
      {intact
        ? t('audit.intact', {
            count: entries,
            formatted: format.full(entries),
            at: format.clock(new Date(chain.dataUpdatedAt)),
          })
        : t('audit.broken', { at: format.full(brokenAt ?? 0) })}
    </span>
  );
}
