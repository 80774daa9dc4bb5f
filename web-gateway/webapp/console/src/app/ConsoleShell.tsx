import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import {
  Building2,
  ChevronsUpDown,
  Flag,
  Gavel,
  LayoutDashboard,
  ScrollText,
  ShieldCheck,
  UsersRound,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import office from '@shared/office/office.module.css';
import { MenuButton } from '@shared/office/MenuButton';
import { Shell } from '@shared/office/Shell';
import { Logo } from '@shared/ui/Logo';
import { reads } from '@console/operator/reads';

/** The frame of the console: what waits stands as a count beside its entry. */
export function ConsoleShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation('console');
  const { t: standing } = useTranslation('standing');
  const counts = useQuery(reads.counts());
  const appeals = useQuery(reads.appeals());
  const icon = { size: 18, strokeWidth: 1.9 };
  return (
    <Shell
      name={t('console')}
      head={(narrow) => <ServerMenu narrow={narrow} />}
      groups={[
        [
          { to: '/overview', label: t('overview.title'), icon: <LayoutDashboard {...icon} /> },
          {
            to: '/verification',
            label: t('verification.title'),
            icon: <ShieldCheck {...icon} />,
            count: counts.data?.accounts.pending ?? 0,
            loud: true,
          },
          { to: '/accounts', label: t('accounts.title'), icon: <Building2 {...icon} /> },
          { to: '/users', label: t('users.title'), icon: <UsersRound {...icon} /> },
          { to: '/reports', label: t('reports.title'), icon: <Flag {...icon} />, count: counts.data?.reports ?? 0 },
          {
            to: '/appeals',
            label: standing('appeals'),
            icon: <Gavel {...icon} />,
            count: appeals.data?.items.length ?? 0,
          },
        ],
        [{ to: '/audit', label: t('audit.title'), icon: <ScrollText {...icon} /> }],
      ]}
      foot={[]}
    >
      {children}
    </Shell>
  );
}

function ServerMenu({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation('console');
  return (
    <MenuButton
      className={office.switcher}
      data-narrow={narrow || undefined}
      menuWidth={240}
      entries={() => import('./ServerEntries')}
    >
      <Logo size={30} />
      {narrow && <span className="p-hidden">{t('console')}</span>}
      {!narrow && (
        <>
          <span>
            <strong>{t('console')}</strong>
            <small>{location.host}</small>
          </span>
          <ChevronsUpDown size={16} strokeWidth={1.9} aria-label={t('menu.label')} role="img" />
        </>
      )}
    </MenuButton>
  );
}
