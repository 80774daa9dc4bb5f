import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { GRACE_MS, type useGrace } from './useGrace';
import styles from './office.module.css';

interface Props {
  grace: Pick<ReturnType<typeof useGrace<unknown>>, 'waiting' | 'leftMs' | 'resting' | 'cancel' | 'hold'>;
  /** What is about to happen, as a sentence. */
  what: string;
}

/** "Goes out in 8 s, Cancel": a ring that runs down and the way back. */
export function GraceBar({ grace, what }: Props) {
  const { t } = useTranslation('office');
  if (grace.waiting === null) return null;
  const seconds = Math.max(1, Math.ceil(grace.leftMs / 1000));
  const around = 2 * Math.PI * 8;
  return (
    <div className={styles.grace} {...grace.hold} role="group" aria-label={what}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden className={styles.graceRing}>
        <circle cx="10" cy="10" r="8" />
        <circle
          cx="10"
          cy="10"
          r="8"
          strokeDasharray={`${(around * grace.leftMs) / GRACE_MS} ${around}`}
          data-part="left"
        />
      </svg>
      <span className={styles.graceText}>
        <span>{what}</span> <span aria-hidden>{t(grace.resting ? 'restsAt' : 'goesOutIn', { count: seconds })}</span>
        <span className="p-hidden" role="status">
          {t('goesOutIn', { count: GRACE_MS / 1000 })}
        </span>
      </span>
      <Button variant="subtle" size="compact-md" className={styles.graceCancel} onClick={grace.cancel}>
        {t('cancel')}
      </Button>
    </div>
  );
}
