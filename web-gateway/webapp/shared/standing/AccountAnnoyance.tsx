import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@shared/api/http';
import type { Annoyance } from '@shared/protocol/types';
import { AnnoyanceScore } from './AnnoyanceScore';
import styles from './standing.module.css';

/** The annoyance score on an account's page: loaded beside the page, and left out when it does not come. */
export default function AccountAnnoyance({ handle }: { handle: string }) {
  const { t } = useTranslation('annoyance');
  const { data } = useQuery({
    queryKey: ['directory', 'annoyance', handle],
    queryFn: ({ signal }) => api<Annoyance>(`/directory/${encodeURIComponent(handle)}/annoyance`, { signal }),
    staleTime: 60_000,
    retry: false,
  });
  if (data === undefined) return <div className={styles.room} aria-hidden="true" />;
  return (
    <section className={styles.room} aria-label={t('title')}>
      <h2 className={styles.roomTitle}>{t('title')}</h2>
      <AnnoyanceScore value={data} brief />
    </section>
  );
}
