import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { Facts, TableFrame } from '@shared/office/Page';
import office from '@shared/office/office.module.css';
import type { PushInsight } from '@shared/protocol/types';
import { useCost, useCount } from '@dashboard/parts/CostCell';
import { stillCounting } from '@dashboard/parts/shares';
import styles from './push.module.css';

const ACTS = ['left', 'blocked', 'muted', 'less', 'reported'] as const;

/** What is laid to a push message, each act with its interval, and how that is counted. */
export function CostDetails({ push, now }: { push: PushInsight; now: number }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const cost = useCost();
  const known = push.cost;
  if (!known) {
    return (
      <p className={styles.help}>
        {!push.fewerThanTwenty && stillCounting(push.countsUntil, now)
          ? t('cost.waiting', { at: format.dayAndTime(push.countsUntil) })
          : t('cost.few')}
      </p>
    );
  }
  return (
    <div className={styles.stack}>
      <p>
        <strong>{t('cost.sentence', { cost: cost(known.left) })}</strong>{' '}
        {t('cost.usual', { usual: format.decimal(known.usual) })} {t(known.costly ? 'cost.costly' : 'cost.calm')}
      </p>
      <TableFrame label={t('cost.card')}>
        <table className={office.table}>
          <thead>
            <tr>
              <th scope="col">{t('cost.what')}</th>
              <th scope="col" data-number>
                {t('cost.because')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ACTS.map((act) => (
              <tr key={act}>
                <td>{t(`cost.${act}`)}</td>
                <td data-number>{cost(known[act])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p className={styles.help}>{t('cost.within')}</p>
    </div>
  );
}

/** Answers, blocks, reports, and who followed which link. */
export function MoreDetails({ push }: { push: PushInsight }) {
  const { t } = useTranslation('insight');
  const count = useCount();
  return (
    <div className={styles.stack}>
      <Facts
        items={[
          [t('more.replied'), count(push.replied)],
          [t('more.blocks'), count(push.blocks48h)],
          [t('more.reports'), count(push.reports48h)],
        ]}
      />
      {push.clicks.length === 0 ? (
        <p className={styles.help}>{t('more.noLinks')}</p>
      ) : (
        <TableFrame label={t('more.links')}>
          <table className={office.table}>
            <thead>
              <tr>
                <th scope="col">{t('more.links')}</th>
                <th scope="col" data-number>
                  {t('more.people')}
                </th>
              </tr>
            </thead>
            <tbody>
              {push.clicks.map((click) => (
                <tr key={click.link}>
                  <td className={styles.linkCell}>{click.link}</td>
                  <td data-number>{count(click.people)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </div>
  );
}
