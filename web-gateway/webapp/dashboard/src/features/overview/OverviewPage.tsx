import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { Download, Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { url } from '@shared/api/http';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { Card, Page, Stats } from '@shared/office/Page';
import { RouteLink, useGo } from '@shared/office/RouteLink';
import { Loading, Tag } from '@shared/office/states';
import { Empty } from '@shared/ui/Empty';
import { useNow } from '@shared/office/useNow';
import { tone } from '@shared/standing/score';
import { may } from '@dashboard/account/may';
import { DAYS_SHOWN, deviceZone, reads } from '@dashboard/account/reads';
import { useAccount } from '@dashboard/account/useAccount';
import { StateNotice } from '@dashboard/parts/StateNotice';
import { BarLegend, PushTable } from '@dashboard/parts/PushTable';
import { FollowersCard } from './FollowersCard';
import { closingToday, lately } from './model/lately';
import { SanctionNotice } from './SanctionNotice';
import { ScoreCard } from './ScoreCard';
import styles from './overview.module.css';

/** Do we grow, what did the last push messages do, what may we still send, who waits. */
export function OverviewPage() {
  const { t } = useTranslation('dashboard');
  const { t: insight } = useTranslation('insight');
  const { t: annoyance } = useTranslation('annoyance');
  const format = useFormat();
  const account = useAccount();
  const base = `/${account.id}`;
  const answers = may(account.role, 'answer');
  const followers = useQuery(reads.followers(account.id, DAYS_SHOWN));
  const quota = useQuery(reads.quota(account.id));
  const pushes = useQuery(reads.pushMessages(account.id, null));
  const standing = useQuery(reads.standing(account.id));
  const desk = useQuery({ ...reads.desk(account.id, 'waiting'), enabled: answers });
  const now = useNow(60_000);
  const go = useGo();

  const items = pushes.data?.items ?? [];
  const sum = lately(items, now);
  const costs = new Map(items.flatMap((each) => (each.cost ? [[each.id, each.cost] as const] : [])));
  const score = standing.data?.annoyance.score;
  const closing = closingToday(desk.data?.items ?? [], now);

  return (
    <Page
      title={t('overview.title')}
      actions={
        <>
          <Button
            data-icon-on-phone
            component="a"
            variant="default"
            leftSection={<Download size={18} strokeWidth={1.9} aria-hidden />}
            href={url(`/accounts/${account.id}/push-messages.csv`, { timeZone: deviceZone() })}
            download
          >
            {t('overview.export')}
          </Button>
          {may(account.role, 'release') && (
            <Button
              leftSection={<Megaphone size={18} strokeWidth={1.9} aria-hidden />}
              onClick={() => go(`${base}/push/new`)}
            >
              {t('push.new')}
            </Button>
          )}
        </>
      }
    >
      <StateNotice account={account} />
      {standing.data?.sanction && <SanctionNotice account={account} standing={standing.data} />}
      <Stats
        items={[
          {
            label: t('overview.followers'),
            value: followers.data === undefined ? '–' : format.full(followers.data.followers),
            beside: followers.data !== undefined && followers.data.change !== 0 && (
              <Tag tone={followers.data.change > 0 ? 'ok' : 'warn'}>{format.signed(followers.data.change)}</Tag>
            ),
            below:
              followers.data !== undefined &&
              t('overview.cameLeft', {
                came: format.full(followers.data.came),
                left: format.full(followers.data.left),
                days: DAYS_SHOWN,
              }),
          },
          {
            label: insight('overview.score'),
            value: score === null || score === undefined ? '–' : format.decimal(score),
            beside: standing.data?.annoyance.word && (
              <Tag tone={tone(standing.data.annoyance.word)}>{annoyance(`word.${standing.data.annoyance.word}`)}</Tag>
            ),
            below:
              standing.data === undefined
                ? undefined
                : score === null || score === undefined
                  ? insight('overview.scoreNone')
                  : standing.data.annoyance.median !== null && standing.data.annoyance.median !== undefined
                    ? insight('overview.median', { median: format.decimal(standing.data.annoyance.median) })
                    : t('overview.leftAfterBelow', { mutes: format.full(sum.mutes), less: format.full(sum.less) }),
          },
          {
            label: t('overview.quotaLeft'),
            value:
              quota.data === undefined ? '–' : format.full(Math.max(0, quota.data.month.limit - quota.data.month.used)),
            beside: quota.data !== undefined && t('overview.ofLimit', { limit: format.full(quota.data.month.limit) }),
            below:
              quota.data !== undefined &&
              t('overview.quotaToday', {
                left: format.full(Math.max(0, quota.data.day.limit - quota.data.day.used)),
                limit: format.full(quota.data.day.limit),
              }),
          },
          answers
            ? {
                label: t('overview.waiting'),
                value: desk.data === undefined ? '–' : format.full(desk.data.counts.waiting),
                beside: closing > 0 && <Tag tone="warn">{t('overview.closingToday', { count: closing })}</Tag>,
                below: <RouteLink to={`${base}/desk`}>{t('overview.toDesk')}</RouteLink>,
              }
            : {
                label: t('overview.opened'),
                value: sum.openRate === null ? '–' : format.percent(sum.openRate),
                below: t('overview.openedBelow'),
              },
        ]}
      />

      {followers.isError ? (
        <Card title={t('overview.followersOverTime')}>
          <Failed error={followers.error} retry={() => void followers.refetch()} what={t('overview.seriesFailed')} />
        </Card>
      ) : followers.data === undefined ? (
        <Card title={t('overview.followersOverTime')}>
          <Loading rows={12} label={t('loading')} />
        </Card>
      ) : (
        <div className={styles.growth}>
          <FollowersCard data={followers.data} costs={costs} />
          <ScoreCard standing={standing} />
        </div>
      )}

      <Card
        flush
        title={t('push.last')}
        aside={
          <>
            <BarLegend />
            <RouteLink to={`${base}/push`}>{t('push.all')}</RouteLink>
          </>
        }
      >
        {pushes.isError ? (
          <Failed error={pushes.error} retry={() => void pushes.refetch()} what={t('push.failed')} />
        ) : pushes.data === undefined ? (
          <Loading rows={5} label={t('loading')} />
        ) : items.length === 0 ? (
          <Empty title={t('push.none')} text={t('push.noneWhy')} />
        ) : (
          <PushTable items={items.slice(0, 5)} base={base} />
        )}
      </Card>
    </Page>
  );
}
