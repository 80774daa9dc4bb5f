import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failed } from '@shared/office/Failed';
import { Card, Page } from '@shared/office/Page';
import { RouteLink } from '@shared/office/RouteLink';
import { Loading } from '@shared/office/states';
import { Empty } from '@shared/ui/Empty';
import { PartyName } from '@shared/ui/PartyName';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { reads } from '@console/operator/reads';
import { RulesCard } from './RulesCard';
import { AppealBox } from './StandingCards';
import styles from './standing.module.css';

/** Who has appealed, and what follows from annoyance scores. */
export function AppealsPage() {
  const { t } = useTranslation('standing');
  const { t: console } = useTranslation('console');
  const appeals = useQuery(reads.appeals());
  return (
    <Page title={t('appeals')}>
      {appeals.isError ? (
        <Card>
          <Failed what={t('appealsFailed')} error={appeals.error} retry={() => void appeals.refetch()} />
        </Card>
      ) : appeals.data === undefined ? (
        <Card>
          <Loading rows={3} label={console('loading')} />
        </Card>
      ) : appeals.data.items.length === 0 ? (
        <Card>
          <Empty title={t('appealsNone')} text={t('appealsNoneWhy')} />
        </Card>
      ) : (
        appeals.data.items.map(({ account, appeal }) => (
          <Card
            key={appeal.id}
            title={
              <span className={styles.whose}>
                <PartyPicture party={account} size={32} />
                <PartyName name={account.name} verified={account.verified} />
              </span>
            }
            aside={<RouteLink to={`/accounts/${account.id}`}>{t('toAccount')}</RouteLink>}
          >
            <AppealBox appeal={appeal} />
          </Card>
        ))
      )}
      <RulesCard />
    </Page>
  );
}
