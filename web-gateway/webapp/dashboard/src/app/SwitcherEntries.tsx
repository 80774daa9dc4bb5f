import { useContext } from 'react';
import { Menu } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { LogOut, MessageSquare, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DisplayChoices } from '@shared/office/DisplayChoices';
import { useGo } from '@shared/office/RouteLink';
import { logOut } from '@shared/session/session';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { reads } from '@dashboard/account/reads';
import { useRoleNames } from '@dashboard/account/roles';
import { AccountContext } from '@dashboard/account/useAccount';

/** The accounts one works for, a new one, the way to the client, how the dashboard looks, and out. */
export default function SwitcherEntries() {
  const { t } = useTranslation('dashboard');
  const go = useGo();
  const queries = useQueryClient();
  const roles = useRoleNames();
  const shown = useContext(AccountContext)?.id;
  const accounts = useQuery(reads.accounts());
  return (
    <>
      {(accounts.data?.items.length ?? 0) > 0 && <Menu.Label>{t('switcher.yours')}</Menu.Label>}
      {accounts.data?.items.map(({ account, role }) => (
        <Menu.Item
          key={account.id}
          leftSection={
            <PartyPicture
              party={{ kind: 'account', id: account.id, name: account.name, picture: account.picture }}
              size={24}
            />
          }
          rightSection={<small>{roles[role]}</small>}
          aria-current={account.id === shown ? 'true' : undefined}
          onClick={() => go(`/${account.id}/overview`)}
        >
          {account.name}
        </Menu.Item>
      ))}
      <Menu.Item leftSection={<Plus size={18} strokeWidth={1.9} aria-hidden />} onClick={() => go('/new')}>
        {t('opening.title')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item component="a" href="/" leftSection={<MessageSquare size={18} strokeWidth={1.9} aria-hidden />}>
        {t('switcher.client')}
      </Menu.Item>
      <DisplayChoices />
      <Menu.Divider />
      <Menu.Item
        leftSection={<LogOut size={18} strokeWidth={1.9} aria-hidden />}
        onClick={() => {
          queries.clear();
          void logOut();
        }}
      >
        {t('switcher.logOut')}
      </Menu.Item>
    </>
  );
}
