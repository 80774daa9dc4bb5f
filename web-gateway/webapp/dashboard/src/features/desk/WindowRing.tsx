import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import type { Window } from '@shared/protocol/types';
import { ringArc, windowAt } from './model/window';
import styles from './desk.module.css';

/** The share of the window that is left, as an arc; warn colour under four hours. Words always stand beside it. */
export function WindowRing({ window, now, size }: { window: Window | null; now: number; size: number }) {
  const at = windowAt(window, now);
  const radius = size / 2 - (size > 30 ? 3 : 1.5);
  const arc = ringArc(at.state === 'open' ? at.share : 0, radius);
  return (
    <span className={styles.ring} data-urgent={(at.state === 'open' && at.urgent) || undefined} aria-hidden>
      <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`}>
        <circle cx={size / 2} cy={size / 2} r={radius} strokeWidth={size > 30 ? 4 : 2} />
        {arc.length > 0 && (
          <circle
            cx={size / 2}
            cy={size / 2}
            r={radius}
            strokeWidth={size > 30 ? 4 : 2}
            data-part="left"
            strokeDasharray={`${arc.length} ${arc.whole}`}
            transform={`rotate(-90 ${size / 2} ${size / 2})`}
          />
        )}
      </svg>
      {size > 30 && <Hourglass size={20} strokeWidth={1.9} />}
    </span>
  );
}

/** "2 h left", in the row of a list. */
export function WindowLeft({ window, now }: { window: Window | null; now: number }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const at = windowAt(window, now);
  if (at.state !== 'open') {
    return (
      <span className={styles.windowLeft}>{at.state === 'closed' ? t('desk.windowClosed') : t('desk.noWindow')}</span>
    );
  }
  return (
    <span
      className={styles.windowLeft}
      data-urgent={at.urgent || undefined}
      title={t('desk.closesAt', { at: format.dayAndTime(at.closesAt) })}
    >
      <WindowRing window={window} now={now} size={14} />
      {format.timeLeft(at.closesAt, new Date(now))}
    </span>
  );
}
