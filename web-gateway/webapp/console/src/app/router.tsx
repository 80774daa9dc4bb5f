import { lazy, Suspense, useEffect } from 'react';
import { createRootRoute, createRoute, createRouter, Outlet, useRouter } from '@tanstack/react-router';
import { PageSkeleton } from '@shared/ui/Skeleton';
import { ConsoleShell } from './ConsoleShell';

const OverviewPage = lazy(() =>
  import('@console/features/overview/OverviewPage').then((it) => ({ default: it.OverviewPage })),
);
const VerificationPage = lazy(() =>
  import('@console/features/verification/VerificationPage').then((it) => ({ default: it.VerificationPage })),
);
const AccountsPage = lazy(() =>
  import('@console/features/accounts/AccountsPage').then((it) => ({ default: it.AccountsPage })),
);
const AccountPage = lazy(() =>
  import('@console/features/accounts/AccountPage').then((it) => ({ default: it.AccountPage })),
);
const UsersPage = lazy(() => import('@console/features/users/UsersPage').then((it) => ({ default: it.UsersPage })));
const ReportsPage = lazy(() =>
  import('@console/features/reports/ReportsPage').then((it) => ({ default: it.ReportsPage })),
);
const AppealsPage = lazy(() =>
  import('@console/features/standing/AppealsPage').then((it) => ({ default: it.AppealsPage })),
);
const StandingCards = lazy(() =>
  import('@console/features/standing/StandingCards').then((it) => ({ default: it.StandingCards })),
);
const AuditPage = lazy(() => import('@console/features/audit/AuditPage').then((it) => ({ default: it.AuditPage })));

const root = createRootRoute({
  component: () => (
    <ConsoleShell>
      <Suspense fallback={<PageSkeleton />}>
        <Outlet />
      </Suspense>
    </ConsoleShell>
  ),
  notFoundComponent: Home,
});
const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });
const overview = createRoute({ getParentRoute: () => root, path: '/overview', component: OverviewPage });
/** One route for queue and request, so that a decision's clock runs on while one moves through them. */
const verification = createRoute({
  getParentRoute: () => root,
  path: '/verification/$',
  component: function VerificationRoute() {
    return <VerificationPage open={verification.useParams()._splat || null} />;
  },
});
const accounts = createRoute({ getParentRoute: () => root, path: '/accounts', component: AccountsPage });
const account = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$account',
  component: function AccountRoute() {
    const { account: id } = account.useParams();
    return (
      <AccountPage
        key={id}
        id={id}
        standing={(name, suspended) => <StandingCards id={id} name={name} suspended={suspended} />}
      />
    );
  },
});
const appeals = createRoute({ getParentRoute: () => root, path: '/appeals', component: AppealsPage });
const users = createRoute({ getParentRoute: () => root, path: '/users', component: UsersPage });
const reports = createRoute({ getParentRoute: () => root, path: '/reports', component: ReportsPage });
const audit = createRoute({ getParentRoute: () => root, path: '/audit', component: AuditPage });

export const router = createRouter({
  basepath: '/console',
  routeTree: root.addChildren([home, overview, verification, accounts, account, appeals, users, reports, audit]),
});

function Home() {
  const router = useRouter();
  useEffect(() => router.history.replace(`${router.basepath}/overview`), [router]);
  return null;
}
