import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { Loading } from '@shared/office/states';
import type { PushForecast, Quota } from '@shared/protocol/types';
import { Bar } from '@dashboard/parts/PushTable';
import parts from '@dashboard/parts/push.module.css';
import { pips, shares, tighter } from '@dashboard/parts/shares';
import { OutlookPart } from './OutlookPart';
import styles from './push.module.css';

/** Before anything is sent: how many get it at once, how many in their digest, who wants only answers; and the quota. */
export function ForecastColumn({ forecast }: { forecast: UseQueryResult<PushForecast> }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();

  return (
    <div className={styles.forecast}>
      <div className={styles.forecastHead}>
        <h2 className={styles.columnTitle}>{t('forecast.title')}</h2>
        <span>{t('forecast.before')}</span>
      </div>
      {forecast.isError ? (
        <Failed error={forecast.error} retry={() => void forecast.refetch()} what={t('forecast.failed')} />
      ) : forecast.data === undefined ? (
        <Loading rows={5} label={t('loading')} />
      ) : (
        <>
          <p className={styles.help}>{t('forecast.afterDosage')}</p>
          <p className={styles.big}>
            <b>{format.full(forecast.data.atOnce)}</b> {t('forecast.getItAtOnce', { count: forecast.data.atOnce })}
          </p>
          <Bar tall {...barOf(forecast.data)} />
          <dl className={styles.parts}>
            <div>
              <dt className={parts.legend}>
                <i data-part="at-once" aria-hidden /> {t('forecast.atOnce')}
              </dt>
              <dd>{format.full(forecast.data.atOnce)}</dd>
            </div>
            <div>
              <dt className={parts.legend}>
                <i data-part="held" aria-hidden /> {t('forecast.held')}
              </dt>
              <dd>{format.full(forecast.data.held)}</dd>
            </div>
            <div>
              <dt className={parts.legend}>
                <i data-part="rest" aria-hidden /> {t('forecast.answersOnly')}
              </dt>
              <dd>{format.full(forecast.data.answersOnly)}</dd>
            </div>
            <div data-sum>
              <dt>{t('forecast.sum')}</dt>
              <dd>{format.full(forecast.data.audience)}</dd>
            </div>
          </dl>
          <OutlookPart atOnce={forecast.data.atOnce} />
          <QuotaLeft quota={forecast.data.quota} />
        </>
      )}
    </div>
  );
}

function barOf(forecast: PushForecast) {
  const { atOnce, held } = shares(forecast.atOnce, forecast.held, forecast.audience);
  return { atOnce, held };
}

/** What is left of the period that decides, as pips, and the other one in words. */
function QuotaLeft({ quota }: { quota: Quota }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const period = tighter(quota);
  const part = quota[period];
  const other = quota[period === 'day' ? 'month' : 'day'];
  const row = pips(part.used, part.limit);
  const left = Math.max(0, part.limit - part.used);
  return (
    <div className={styles.quota} data-used-up={left === 0 || undefined}>
      <div>
        <span>{t(period === 'day' ? 'forecast.quotaDay' : 'forecast.quotaMonth')}</span>
        {row !== null && (
          <span className={styles.pips} aria-hidden>
            {row.map((pip, at) => (
              <i key={at} data-state={pip.state} />
            ))}
          </span>
        )}
        <b>{left === 0 ? t('forecast.noneLeft') : t('forecast.left', { count: left, formatted: format.full(left) })}</b>
      </div>
      <p>
        {left === 0 && part.possibleAgainAt !== null
          ? t('forecast.again', { at: format.dayAndTime(part.possibleAgainAt) })
          : t(period === 'day' ? 'forecast.otherMonth' : 'forecast.otherDay', {
              left: format.full(Math.max(0, other.limit - other.used)),
              limit: format.full(other.limit),
            })}
      </p>
    </div>
  );
}
