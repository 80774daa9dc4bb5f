import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import type { Annoyance } from '@shared/protocol/types';
import { parts, place, tone } from './score';
import styles from './standing.module.css';

/** How much an account annoys: number, word, bar with marker, parts, and the formula one tap away. The same for everybody who sees it. */
export function AnnoyanceScore({ value, brief = false }: { value: Annoyance; brief?: boolean }) {
  const { t } = useTranslation('annoyance');
  const format = useFormat();
  const { score } = value;
  const one = (number: number | null | undefined) => format.decimal(number ?? 0);

  if (score === null || score === undefined || !value.word) {
    return (
      <div className={styles.score}>
        <p className={styles.number}>
          <b>{t('none')}</b>
        </p>
        <p className={styles.help}>{t('noneWhy')}</p>
        <Formula />
      </div>
    );
  }
  return (
    <div className={styles.score}>
      <p className={styles.number}>
        <b>{one(score)}</b>
        <span className="p-tag" data-role={tone(value.word)}>
          {t(`word.${value.word}`)}
        </span>
        <span className={styles.help}>{t(brief ? 'perShort' : 'per', { margin: one(value.margin) })}</span>
      </p>
      <div className={styles.scale} role="img" aria-label={t('scale', { score: one(score) })}>
        <i data-part="calm" />
        <i data-part="fine" />
        <i data-part="tiring" />
        <i data-part="loud" />
        <b style={{ insetInlineStart: `${place(score)}%` }} />
      </div>
      <div className={styles.marks} aria-hidden>
        <span style={{ flex: 2 }}>0 {t('word.calm')}</span>
        <span style={{ flex: 2 }}>2 {t('word.fine')}</span>
        <span style={{ flex: 3 }}>4 {t('word.tiring')}</span>
        <span style={{ flex: 3 }}>7 {t('word.loud')}</span>
        <span>10</span>
      </div>
      {!brief && (
        <dl className={styles.parts}>
          {parts(value).map(({ part, value: amount, percent }) => (
            <div key={part}>
              <dt>{t(`part.${part}`)}</dt>
              <dd>
                <span className={styles.weight}>{t(`weight.${part}`)}</span>
                <span className={styles.track} aria-hidden>
                  <i style={{ width: `${percent}%` }} />
                </span>
                <b>{one(amount)}</b>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {value.median !== null && value.median !== undefined && (
        <p className={styles.help}>{t('median', { median: one(value.median) })}</p>
      )}
      <p className={styles.help}>{t('same')}</p>
      <Formula />
    </div>
  );
}

function Formula() {
  const { t } = useTranslation('annoyance');
  return (
    <details className={styles.formula}>
      <summary>{t('how')}</summary>
      <p>{t('formula')}</p>
    </details>
  );
}
