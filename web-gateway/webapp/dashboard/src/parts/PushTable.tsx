import { useTranslation } from 'react-i18next';
import { TableFrame } from '@shared/office/Page';
import office from '@shared/office/office.module.css';
import { RouteLink } from '@shared/office/RouteLink';
import { useFormat } from '@shared/format/useFormat';
import { useNow } from '@shared/office/useNow';
import type { PushInsight } from '@shared/protocol/types';
import { CostCell, useCount } from './CostCell';
import { PushPicture } from './PushPicture';
import { rate, shares, stillCounting } from './shares';
import { titleOf } from './title';
import styles from './push.module.css';

/** Push messages with what became of each; the same table on the overview and on the list. */
export function PushTable({ items, base }: { items: readonly PushInsight[]; base: string }) {
  const { t } = useTranslation('dashboard');
  const { t: insight } = useTranslation('insight');
  const format = useFormat();
  const count = useCount();
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
              {t('push.opened')}
            </th>
            <th scope="col" data-number>
              {t('push.choseLess')}
            </th>
            <th scope="col" data-number>
              {insight('cost.title')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((push) => {
            const parts = shares(push.atOnce ?? 0, push.held ?? 0, push.audience);
            const opened = rate(push.opened ?? 0, push.opened === null ? 0 : (push.shown ?? 0));
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
                    {count(push.atOnce)}
                    <Bar atOnce={parts.atOnce} held={parts.held} />
                  </span>
                </td>
                <td data-number className={styles.quiet}>
                  {count(push.held)}
                </td>
                <td data-number>{opened === null ? '–' : format.percent(opened)}</td>
                <td data-number>{count(push.less48h)}</td>
                <td data-number>
                  <CostCell push={push} now={now} />
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
