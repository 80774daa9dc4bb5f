import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import type { Estimate, PushInsight } from '@shared/protocol/types';
import { rounded } from './cost';
import { stillCounting } from './shares';
import styles from './push.module.css';

/** "41 ± 6": red only when the whole interval lies above what leaves anyway; "ready Sat 08:00" before 48 hours are over. */
export function CostCell({ push, now }: { push: PushInsight; now: number }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const cost = useCost();
  if (push.fewerThanTwenty) return <span className={styles.quietCost}>{t('few')}</span>;
  if (stillCounting(push.countsUntil, now))
    return <span className={styles.quietCost}>{t('cost.readyAt', { at: format.dayAndTime(push.countsUntil) })}</span>;
  if (push.cost === null || push.cost === undefined) return <span className={styles.quietCost}>{'–'}</span>;
  return (
    <strong className={styles.cost} data-costly={push.cost.costly || undefined}>
      {cost(push.cost.left)}
    </strong>
  );
}

/** Writes an estimate as "41 ± 6". */
export function useCost(): (estimate: Estimate) => string {
  const { t } = useTranslation('insight');
  const format = useFormat();
  return (estimate) => {
    const { value, margin } = rounded(estimate);
    return t('pm', { value: format.full(value), margin: format.full(margin) });
  };
}

/** Writes a count, or that there were fewer than twenty. */
export function useCount(): (count: number | null | undefined) => string {
  const { t } = useTranslation('insight');
  const format = useFormat();
  return (count) => (count === null || count === undefined ? t('few') : format.full(count));
}
