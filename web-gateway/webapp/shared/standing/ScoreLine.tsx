import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { line } from './score';
import styles from './standing.module.css';

/** The score over the days, on a scale from 0 to 10 with the border of "loud". */
export function ScoreLine({ days }: { days: readonly { date: string; score?: number | null }[] }) {
  const { t } = useTranslation('annoyance');
  const format = useFormat();
  const known = days.filter((day) => typeof day.score === 'number');
  const first = known[0];
  const last = known[known.length - 1];
  const label =
    first === undefined || last === undefined
      ? t('lineNone')
      : t('line', { first: format.decimal(first.score ?? 0), last: format.decimal(last.score ?? 0) });
  return (
    <figure className={styles.line}>
      <svg viewBox="0 0 100 40" preserveAspectRatio="none" role="img" aria-label={label}>
        {[0, 4, 7, 10].map((score) => (
          <line
            key={score}
            x1="0"
            x2="100"
            y1={40 - score * 4}
            y2={40 - score * 4}
            data-loud={score === 7 || undefined}
          />
        ))}
        <path d={line(days)} />
      </svg>
      <div className={styles.lineMarks} aria-hidden>
        {[10, 7, 4, 0].map((score) => (
          <span key={score} style={{ top: `${100 - score * 10}%` }}>
            {score}
          </span>
        ))}
      </div>
      <figcaption>
        <span>{days[0] === undefined ? '' : format.shortDate(`${days[0].date}T12:00:00`)}</span>
        <span>{t('today')}</span>
      </figcaption>
    </figure>
  );
}
