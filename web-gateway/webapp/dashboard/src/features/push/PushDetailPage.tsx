import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { Card, Facts, Page, Stats } from '@shared/office/Page';
import { Loading, Tag } from '@shared/office/states';
import { useNow } from '@shared/office/useNow';
import { reads } from '@dashboard/account/reads';
import { useAccount } from '@dashboard/account/useAccount';
import { CostCell, useCount } from '@dashboard/parts/CostCell';
import { BarLegend } from '@dashboard/parts/PushTable';
import { rate, stillCounting } from '@dashboard/parts/shares';
import { titleOf } from '@dashboard/parts/title';
import { CostDetails, MoreDetails } from './CostDetails';
import { PhonePreview } from './PhonePreview';
import { Reach } from './Reach';
import styles from './push.module.css';

/** One push message: what it said, whom it reached and how, and what followed in the 48 hours after it. */
export function PushDetailPage({ id }: { id: string }) {
  const { t } = useTranslation('dashboard');
  const { t: insight } = useTranslation('insight');
  const count = useCount();
  const format = useFormat();
  const account = useAccount();
  const push = useQuery(reads.pushMessage(account.id, id));
  const now = useNow(60_000);

  if (push.isError) {
    return (
      <Page title={t('push.one')} back={`/${account.id}/push`}>
        <Card>
          <Failed error={push.error} retry={() => void push.refetch()} what={t('push.oneFailed')} />
        </Card>
      </Page>
    );
  }
  if (push.data === undefined) {
    return (
      <Page title={t('push.one')} back={`/${account.id}/push`}>
        <Card>
          <Loading rows={8} label={t('loading')} />
        </Card>
      </Page>
    );
  }

  const it = push.data;
  const counting = stillCounting(it.countsUntil, now);
  const opened = rate(it.opened ?? 0, it.opened === null ? 0 : (it.shown ?? 0));
  const by = typeof it.releasedBy === 'string' ? it.releasedBy : (it.releasedBy?.name ?? '–');
  return (
    <Page
      title={titleOf(it.body, t('push.picture'))}
      back={`/${account.id}/push`}
      note={counting ? <Tag tone="warn">{t('push.stillCounting')}</Tag> : <Tag tone="ok">{t('push.counted')}</Tag>}
    >
      <Stats
        items={[
          {
            label: t('push.reached'),
            value: count(it.reached),
            below: t('push.ofAudience', { count: it.audience, formatted: format.full(it.audience) }),
          },
          {
            label: t('push.shown'),
            value: count(it.shown),
            below:
              opened === null
                ? t('push.nobodyShown')
                : t('push.openedShare', { opened: count(it.opened), share: format.percent(opened) }),
          },
          {
            label: insight('cost.title'),
            value: <CostCell push={it} now={now} />,
            below: it.cost
              ? insight(it.cost.costly ? 'cost.costly' : 'cost.calm')
              : t('push.sentenceUnfollows', { count: it.unfollows48h ?? 0, formatted: count(it.unfollows48h) }),
          },
          {
            label: t('push.quieter'),
            value: it.mutes48h === null ? count(null) : format.full((it.mutes48h ?? 0) + (it.less48h ?? 0)),
            below: t('push.quieterBelow', { mutes: count(it.mutes48h), less: count(it.less48h) }),
          },
        ]}
      />
      <div className={styles.detail}>
        <div className={styles.stack}>
          <Card title={t('push.howFar')} aside={<BarLegend />}>
            <Reach push={it} counting={counting} />
          </Card>
          <Card title={insight('cost.card')}>
            <CostDetails push={it} now={now} />
          </Card>
          <Card title={insight('more.title')}>
            <MoreDetails push={it} />
          </Card>
        </div>
        <Card title={t('push.whatItSaid')}>
          <PhonePreview account={account} bodies={[it.body]} at={it.releasedAt} small />
          <div className={styles.facts}>
            <Facts
              items={[
                [
                  t('push.releasedAt'),
                  <time key="at" dateTime={it.releasedAt} title={format.fullTime(it.releasedAt)}>
                    {format.dayAndTime(it.releasedAt)}
                  </time>,
                ],
                [t('push.releasedBy'), by],
              ]}
            />
          </div>
        </Card>
      </div>
    </Page>
  );
}
