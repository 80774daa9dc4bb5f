import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { Card, Facts, Page, Stats } from '@shared/office/Page';
import { Loading, Tag } from '@shared/office/states';
import { useNow } from '@shared/office/useNow';
import { reads } from '@dashboard/account/reads';
import { useAccount } from '@dashboard/account/useAccount';
import { BarLegend } from '@dashboard/parts/PushTable';
import { rate, stillCounting } from '@dashboard/parts/shares';
import { titleOf } from '@dashboard/parts/title';
import { PhonePreview } from './PhonePreview';
import { Reach } from './Reach';
import styles from './push.module.css';

/** One push message: what it said, whom it reached and how, and what followed in the 48 hours after it. */
export function PushDetailPage({ id }: { id: string }) {
  const { t } = useTranslation('dashboard');
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
  const opened = rate(it.opened, it.shown);
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
            value: format.full(it.reached),
            below: t('push.ofAudience', { count: it.audience, formatted: format.full(it.audience) }),
          },
          {
            label: t('push.shown'),
            value: format.full(it.shown),
            below:
              opened === null
                ? t('push.nobodyShown')
                : t('push.openedShare', { opened: format.full(it.opened), share: format.percent(opened) }),
          },
          {
            label: t('push.unfollows48h'),
            value: format.full(it.unfollows48h),
            below: counting ? t('push.readyAt', { at: format.dayAndTime(it.countsUntil) }) : t('push.in48h'),
          },
          {
            label: t('push.quieter'),
            value: format.full(it.mutes48h + it.less48h),
            below: t('push.quieterBelow', { mutes: format.full(it.mutes48h), less: format.full(it.less48h) }),
          },
        ]}
      />
      <div className={styles.detail}>
        <Card title={t('push.howFar')} aside={<BarLegend />}>
          <Reach push={it} counting={counting} />
        </Card>
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
