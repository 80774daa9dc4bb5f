import { useTranslation } from 'react-i18next';
import { TableFrame } from '@shared/office/Page';
import office from '@shared/office/office.module.css';
import { RouteLink } from '@shared/office/RouteLink';
import { useFormat } from '@shared/format/useFormat';
import { useNow } from '@shared/office/useNow';
import type { PushInsight } from '@shared/protocol/types';
import { PushPicture } from './PushPicture';
import { rate, shares, stillCounting } from './shares';
import { titleOf } from './title';
import styles from './push.module.css';

/** Push messages with what became of each; the same table on the overview and on the list. */
export function PushTable({ items, base }: { items: readonly PushInsight[]; base: string }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const now = useNow(60_000);

  return (
    <TableFrame label={t('push.title')}>
      <table className={`${office.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">{t('push.one')}</th>
            <th scope="col" data-number>
              {t('push.atOnceOfAll')}
            </th>
            <th scope="col" data-number>
              {t('push.held')}
            </th>
            <th scope="col" data-number>
              {t('push.shown')}
            </th>
            <th scope="col" data-number>
              {t('push.opened')}
            </th>
            <th scope="col" data-number>
              {t('push.mutes')}
            </th>
            <th scope="col" data-number>
              {t('push.choseLess')}
            </th>
            <th scope="col" data-number>
              {t('push.unfollows48h')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((push) => {
            const parts = shares(push.atOnce, push.held, push.audience);
            const opened = rate(push.opened, push.shown);
            const counting = stillCounting(push.countsUntil, now);
            return (
              <tr key={push.id} data-link>
                <td>
                  <RouteLink to={`${base}/push/${push.id}`} className={styles.what}>
                    <PushPicture body={push.body} />
                    <span>
                      <strong>{titleOf(push.body, t('push.picture'))}</strong>
                      <span className={styles.meta}>
                        {format.dayAndTime(push.releasedAt)}
                        {counting && `, ${t('push.stillCounting')}`}
                      </span>
                    </span>
                  </RouteLink>
                </td>
                <td data-number>
                  <span className={styles.atOnce}>
                    {format.full(push.atOnce)}
                    <Bar atOnce={parts.atOnce} held={parts.held} />
                  </span>
                </td>
                <td data-number className={styles.quiet}>
                  {format.full(push.held)}
                </td>
                <td data-number>{format.full(push.shown)}</td>
                <td data-number>{opened === null ? '–' : format.percent(opened)}</td>
                <td data-number>{format.full(push.mutes48h)}</td>
                <td data-number>{format.full(push.less48h)}</td>
                <td data-number>
                  <strong>{format.full(push.unfollows48h)}</strong>
                  {counting && (
                    <span className={styles.meta}>
                      {t('push.readyAt', { at: format.dayAndTime(push.countsUntil) })}
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableFrame>
  );
}

/** Full: came at once; dashed: held for the digest; the rest of the track wants only answers. */
export function Bar({ atOnce, held, tall = false }: { atOnce: number; held: number; tall?: boolean }) {
  return (
    <span className={styles.bar} data-tall={tall || undefined} aria-hidden>
      <i data-part="at-once" style={{ width: `${atOnce}%` }} />
      <i data-part="held" style={{ width: `${held}%` }} />
    </span>
  );
}

/** What full and dashed mean. */
export function BarLegend() {
  const { t } = useTranslation('dashboard');
  return (
    <>
      <span className={styles.legend} aria-hidden>
        <i data-part="at-once" /> {t('push.cameAtOnce')}
      </span>
      <span className={styles.legend} aria-hidden>
        <i data-part="held" /> {t('push.heldForDigest')}
      </span>
    </>
  );
}
