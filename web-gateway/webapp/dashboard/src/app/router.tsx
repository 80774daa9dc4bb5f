import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, Outlet, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failed } from '@shared/office/Failed';
import { Card, Page } from '@shared/office/Page';
import { Loading } from '@shared/office/states';
import type { DeskList } from '@shared/protocol/types';
import { Empty } from '@shared/ui/Empty';
import { PageSkeleton, Skeleton } from '@shared/ui/Skeleton';
import { may, type Act } from '@dashboard/account/may';
import { DESK_LISTS, reads } from '@dashboard/account/reads';
import { useAccount } from '@dashboard/account/useAccount';
import { DashboardShell, lastAccount, OuterShell } from './DashboardShell';

const OverviewPage = lazy(() =>
  import('@dashboard/features/overview/OverviewPage').then((it) => ({ default: it.OverviewPage })),
);
const FollowersCard = lazy(() =>
  import('@dashboard/features/overview/FollowersCard').then((it) => ({ default: it.FollowersCard })),
);
const PushListPage = lazy(() =>
  import('@dashboard/features/push/PushListPage').then((it) => ({ default: it.PushListPage })),
);
const PushDetailPage = lazy(() =>
  import('@dashboard/features/push/PushDetailPage').then((it) => ({ default: it.PushDetailPage })),
);
const ComposePage = lazy(() =>
  import('@dashboard/features/push/ComposePage').then((it) => ({ default: it.ComposePage })),
);
const ArticlesPage = lazy(() =>
  import('@dashboard/features/articles/ArticlesPage').then((it) => ({ default: it.ArticlesPage })),
);
const ArticlePage = lazy(() =>
  import('@dashboard/features/articles/ArticlePage').then((it) => ({ default: it.ArticlePage })),
);
const DeskPage = lazy(() => import('@dashboard/features/desk/DeskPage').then((it) => ({ default: it.DeskPage })));
const DeskSettingsPage = lazy(() =>
  import('@dashboard/features/deskset/DeskSettingsPage').then((it) => ({ default: it.DeskSettingsPage })),
);
const DeskReportPage = lazy(() =>
  import('@dashboard/features/deskreport/DeskReportPage').then((it) => ({ default: it.DeskReportPage })),
);
const AnswersPage = lazy(() =>
  import('@dashboard/features/answers/AnswersPage').then((it) => ({ default: it.AnswersPage })),
);
const FollowersPage = lazy(() =>
  import('@dashboard/features/followers/FollowersPage').then((it) => ({ default: it.FollowersPage })),
);
const InsightPage = lazy(() =>
  import('@dashboard/features/insight/InsightPage').then((it) => ({ default: it.InsightPage })),
);
const TeamPage = lazy(() => import('@dashboard/features/team/TeamPage').then((it) => ({ default: it.TeamPage })));
const DevelopersPage = lazy(() =>
  import('@dashboard/features/developers/DevelopersPage').then((it) => ({ default: it.DevelopersPage })),
);
const SettingsPage = lazy(() =>
  import('@dashboard/features/settings/SettingsPage').then((it) => ({ default: it.SettingsPage })),
);
const OpenAccountPage = lazy(() =>
  import('@dashboard/features/opening/OpenAccountPage').then((it) => ({ default: it.OpenAccountPage })),
);

const root = createRootRoute({ component: Outlet, notFoundComponent: Home });

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });
const opening = createRoute({
  getParentRoute: () => root,
  path: '/new',
  component: () => (
    <OuterShell>
      <Suspense fallback={<PageSkeleton />}>
        <OpenAccountPage back="/" />
      </Suspense>
    </OuterShell>
  ),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/$account',
  component: function AccountRoute() {
    const { account: id } = account.useParams();
    return (
      <DashboardShell id={id} key={id}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </DashboardShell>
    );
  },
});

const overview = createRoute({ getParentRoute: () => account, path: '/overview', component: OverviewPage });
const accountIndex = createRoute({ getParentRoute: () => account, path: '/', component: OverviewPage });
const pushes = createRoute({ getParentRoute: () => account, path: '/push', component: PushListPage });
const compose = createRoute({
  getParentRoute: () => account,
  path: '/push/new',
  component: () => (
    <For act="release">
      <ComposePage />
    </For>
  ),
});
const articles = createRoute({ getParentRoute: () => account, path: '/articles', component: ArticlesPage });
const article = createRoute({
  getParentRoute: () => account,
  path: '/articles/$article',
  component: function Article() {
    const { article: id } = article.useParams();
    return <ArticlePage key={id} id={id === 'new' ? null : id} />;
  },
});
const push = createRoute({
  getParentRoute: () => account,
  path: '/push/$push',
  component: function PushRoute() {
    const { push: id } = push.useParams();
    return <PushDetailPage id={id} />;
  },
});
const deskIndex = createRoute({
  getParentRoute: () => account,
  path: '/desk',
  component: function DeskIndexRoute() {
    const { account: id } = deskIndex.useParams();
    return <Redirect to={`/${id}/desk/waiting`} />;
  },
});
/** One route for list and conversation, so that the desk and its socket stay while one moves through them. */
const desk = createRoute({
  getParentRoute: () => account,
  path: '/desk/$',
  component: function DeskRoute() {
    const [list = '', conversation] = (desk.useParams()._splat ?? '').split('/');
    return (
      <For act="answer">
        <DeskPage
          list={listOf(list)}
          tag={list.startsWith('tag-') ? list.slice(4) : null}
          conversation={conversation ?? null}
        />
      </For>
    );
  },
});
const deskSettings = createRoute({
  getParentRoute: () => account,
  path: '/desk-settings',
  component: () => (
    <For act="answer">
      <DeskSettingsPage />
    </For>
  ),
});
const deskReport = createRoute({
  getParentRoute: () => account,
  path: '/desk-report',
  component: () => (
    <For act="see-report">
      <DeskReportPage />
    </For>
  ),
});
const answers = createRoute({
  getParentRoute: () => account,
  path: '/answers',
  component: () => (
    <For act="see-answers">
      <AnswersPage />
    </For>
  ),
});
const followers = createRoute({
  getParentRoute: () => account,
  path: '/followers',
  component: () => (
    <FollowersPage
      chart={(data) => (
        <Suspense fallback={<Skeleton width="100%" height={400} shape="block" />}>
          <FollowersCard data={data} />
        </Suspense>
      )}
    />
  ),
});
const insight = createRoute({ getParentRoute: () => account, path: '/insight', component: InsightPage });
const team = createRoute({ getParentRoute: () => account, path: '/team', component: TeamPage });
const developers = createRoute({
  getParentRoute: () => account,
  path: '/developers',
  component: () => (
    <For act="develop">
      <DevelopersPage />
    </For>
  ),
});
const settings = createRoute({ getParentRoute: () => account, path: '/settings', component: SettingsPage });

export const router = createRouter({
  basepath: '/dashboard',
  routeTree: root.addChildren([
    home,
    opening,
    account.addChildren([
      accountIndex,
      overview,
      pushes,
      compose,
      push,
      articles,
      article,
      deskIndex,
      desk,
      deskSettings,
      deskReport,
      answers,
      followers,
      insight,
      team,
      developers,
      settings,
    ]),
  ]),
});

function listOf(text: string): DeskList {
  return DESK_LISTS.find((each) => each === text) ?? (text.startsWith('tag-') ? 'all' : 'waiting');
}

/** A page for those whose role allows the act; a plain word to whoever came by its address. */
function For({ act, children }: { act: Act; children: ReactNode }) {
  const { t } = useTranslation('dashboard');
  const { role } = useAccount();
  if (may(role, act)) return children;
  return (
    <Page title={t('dashboard')}>
      <Card>
        <Empty title={t('notYours.title')} text={t('notYours.why', { role: t(`role.${role}`) })} />
      </Card>
    </Page>
  );
}

function Redirect({ to }: { to: string }) {
  const router = useRouter();
  useEffect(() => router.history.replace(router.basepath + to), [router, to]);
  return null;
}

/** Goes to the account looked at last, or the first one; who has none opens one. */
function Home() {
  const { t } = useTranslation('dashboard');
  const accounts = useQuery(reads.accounts());
  const items = accounts.data?.items;
  const last = lastAccount();
  const to = items?.find((each) => each.account.id === last)?.account.id ?? items?.[0]?.account.id;
  return (
    <OuterShell>
      {to !== undefined && <Redirect to={`/${to}/overview`} />}
      {accounts.isError ? (
        <Page title={t('dashboard')}>
          <Failed what={t('accountsFailed')} error={accounts.error} retry={() => void accounts.refetch()} />
        </Page>
      ) : items !== undefined && items.length === 0 ? (
        <Suspense fallback={<PageSkeleton />}>
          <OpenAccountPage />
        </Suspense>
      ) : (
        <Page title={t('dashboard')}>
          <Loading rows={6} label={t('loading')} />
        </Page>
      )}
    </OuterShell>
  );
}
