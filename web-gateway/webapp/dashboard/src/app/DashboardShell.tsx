import { useEffect, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import {
  Bot,
  ChartLine,
  ChevronsUpDown,
  Inbox,
  LayoutDashboard,
  Megaphone,
  Newspaper,
  Settings,
  TrendingUp,
  SlidersHorizontal,
  UserRoundCog,
  UsersRound,
  Webhook,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Failed } from '@shared/office/Failed';
import { Card, Page } from '@shared/office/Page';
import { usePath } from '@shared/office/RouteLink';
import { MenuButton } from '@shared/office/MenuButton';
import { Shell, type NavItem } from '@shared/office/Shell';
import { Loading } from '@shared/office/states';
import office from '@shared/office/office.module.css';
import type { Account } from '@shared/protocol/types';
import { Logo } from '@shared/ui/Logo';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { may } from '@dashboard/account/may';
import { reads } from '@dashboard/account/reads';
import { useRoleNames } from '@dashboard/account/roles';
import { AccountContext } from '@dashboard/account/useAccount';

const LAST = 'parley.dashboard-account';

/** The account that was looked at last on this device. */
export function lastAccount(): string | null {
  try {
    return localStorage.getItem(LAST);
  } catch {
    return null;
  }
}

/** Everything of one official account: its switcher, the pages its role may see, and the page itself. */
export function DashboardShell({ id, children }: { id: string; children: ReactNode }) {
  const { t } = useTranslation('dashboard');
  const account = useQuery(reads.account(id));
  const known = account.data?.id;
  useEffect(() => {
    if (known === undefined) return;
    try {
      localStorage.setItem(LAST, known);
    } catch {
      // the choice lasts until the page is closed
    }
  }, [known]);

  if (account.isError) {
    return (
      <OuterShell>
        <Page title={t('dashboard')}>
          <Card>
            <Failed what={t('accountFailed')} error={account.error} retry={() => void account.refetch()} />
          </Card>
        </Page>
      </OuterShell>
    );
  }
  if (account.data === undefined) {
    return (
      <OuterShell>
        <Page title={t('dashboard')}>
          <Loading rows={8} label={t('loading')} />
        </Page>
      </OuterShell>
    );
  }
  return (
    <AccountContext.Provider value={account.data}>
      <AccountShell account={account.data}>{children}</AccountShell>
    </AccountContext.Provider>
  );
}

function AccountShell({ account, children }: { account: Account; children: ReactNode }) {
  const { t } = useTranslation('dashboard');
  const { t: insight } = useTranslation('insight');
  const base = `/${account.id}`;
  const answers = may(account.role, 'answer');
  const desk = useQuery({ ...reads.desk(account.id, 'waiting'), enabled: answers, refetchInterval: 30_000 });
  const path = usePath();
  const icon = { size: 18, strokeWidth: 1.9 };

  const main: NavItem[] = [
    { to: `${base}/overview`, label: t('overview.title'), icon: <LayoutDashboard {...icon} /> },
    { to: `${base}/push`, label: t('push.title'), icon: <Megaphone {...icon} /> },
  ];
  if (answers) {
    main.push({
      to: `${base}/desk`,
      label: t('desk.title'),
      icon: <Inbox {...icon} />,
      count: desk.data?.counts.waiting ?? 0,
      loud: true,
    });
  }
  main.push({ to: `${base}/articles`, label: t('articles.title'), icon: <Newspaper {...icon} /> });
  main.push({ to: `${base}/followers`, label: t('followers.title'), icon: <UsersRound {...icon} /> });
  if (may(account.role, 'see-answers'))
    main.push({ to: `${base}/answers`, label: t('navAnswers'), icon: <Bot {...icon} /> });
  if (may(account.role, 'see-report'))
    main.push({ to: `${base}/desk-report`, label: t('navReport'), icon: <ChartLine {...icon} /> });
  main.push({ to: `${base}/insight`, label: insight('title'), icon: <TrendingUp {...icon} /> });
  const foot: NavItem[] = [{ to: `${base}/team`, label: t('team.title'), icon: <UserRoundCog {...icon} /> }];
  if (answers)
    foot.push({ to: `${base}/desk-settings`, label: t('navDeskset'), icon: <SlidersHorizontal {...icon} /> });
  if (may(account.role, 'develop'))
    foot.push({ to: `${base}/developers`, label: t('developers.title'), icon: <Webhook {...icon} /> });
  foot.push({ to: `${base}/settings`, label: t('settings.title'), icon: <Settings {...icon} /> });

  return (
    <Shell
      name={t('nav')}
      head={(narrow) => <AccountSwitcher account={account} narrow={narrow} />}
      groups={[main]}
      foot={foot}
      rail={path.startsWith(`${base}/desk`)}
    >
      {children}
    </Shell>
  );
}

/** The frame without an account: to open the first one, or while one is loading. */
export function OuterShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation('dashboard');
  return (
    <Shell name={t('nav')} head={(narrow) => <AccountSwitcher account={null} narrow={narrow} />} groups={[]} foot={[]}>
      {children}
    </Shell>
  );
}

function AccountSwitcher({ account, narrow }: { account: Account | null; narrow: boolean }) {
  const { t } = useTranslation('dashboard');
  const roles = useRoleNames();
  return (
    <MenuButton
      className={office.switcher}
      data-narrow={narrow || undefined}
      menuWidth={264}
      entries={() => import('./SwitcherEntries')}
    >
      {account === null ? (
        <Logo size={32} />
      ) : (
        <PartyPicture
          party={{ kind: 'account', id: account.id, name: account.name, picture: account.picture }}
          size={32}
        />
      )}
      {narrow && <span className="p-hidden">{account?.name ?? t('dashboard')}</span>}
      {!narrow && (
        <>
          <span>
            <strong>{account?.name ?? 'Parley'}</strong>
            <small>{account === null ? t('dashboard') : roles[account.role]}</small>
          </span>
          <ChevronsUpDown size={16} strokeWidth={1.9} aria-label={t('switcher.label')} role="img" />
        </>
      )}
    </MenuButton>
  );
}
