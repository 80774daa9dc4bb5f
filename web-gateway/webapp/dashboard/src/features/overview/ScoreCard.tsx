import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { Card } from '@shared/office/Page';
import { Loading } from '@shared/office/states';
import type { Standing } from '@shared/protocol/types';
import { AnnoyanceScore } from '@shared/standing/AnnoyanceScore';
import styles from './overview.module.css';

/** The annoyance score as everybody sees it, and what follows from it for the quota. */
export function ScoreCard({ standing }: { standing: UseQueryResult<Standing> }) {
  const { t } = useTranslation('insight');
  const { t: dashboard } = useTranslation('dashboard');
  const format = useFormat();
  return (
    <Card title={t('overview.score')}>
      {standing.isError ? (
        <Failed error={standing.error} retry={() => void standing.refetch()} what={t('overview.scoreFailed')} />
      ) : standing.data === undefined ? (
        <Loading rows={6} label={dashboard('loading')} />
      ) : (
        <>
          <AnnoyanceScore value={standing.data.annoyance} />
          {standing.data.rules
            .filter((rule) => rule.effect === 'quota')
            .map((rule, at) => (
              <p key={at} className={styles.sentence}>
                {t('overview.quotaMore', {
                  when: t(`overview.rule.${rule.side}`, { score: format.decimal(rule.score), days: rule.days }),
                  amount: format.signed(rule.amount),
                })}
              </p>
            ))}
        </>
      )}
    </Card>
  );
}
