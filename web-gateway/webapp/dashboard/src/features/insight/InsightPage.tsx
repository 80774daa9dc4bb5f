import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { url } from '@shared/api/http';
import { Card, Page } from '@shared/office/Page';
import { deviceZone, reads } from '@dashboard/account/reads';
import { useAccount } from '@dashboard/account/useAccount';
import { CalibrationCard } from './CalibrationCard';
import { HoursCard } from './HoursCard';
import { ItemsCard, SourcesCard } from './SourcesCard';
import { RetentionCard } from './RetentionCard';
import styles from './insight.module.css';

/** Who stays, when to write, where followers come from, and whether the forecasts hold: counts only, of twenty people or more. */
export function InsightPage() {
  const { t } = useTranslation('insight');
  const account = useAccount();
  const path = `/accounts/${account.id}/insight`;
  const zone = { timeZone: deviceZone() };
  const items = useQuery(reads.items(account.id, 'menu'));
  return (
    <Page title={t('title')}>
      <div className={styles.two}>
        <CalibrationCard />
        <SourcesCard />
      </div>
      <RetentionCard />
      <HoursCard />
      {items.data !== undefined && items.data.items.length > 0 && <ItemsCard items={items.data.items} />}
      <Card title={t('export.title')}>
        <ul className={styles.exports}>
          <li>
            <a className="p-link" href={url(`${path}/export`, zone)} download="insight.json">
              {t('export.json')}
            </a>
          </li>
          {(['sources', 'retention', 'hours', 'calibration', 'items'] as const).map((table) => (
            <li key={table}>
              <a className="p-link" href={url(`${path}/${table}.csv`, zone)} download>
                {t(`export.${table}`)}
              </a>
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}
