import { Menu } from '@mantine/core';
import { LogOut, MessageSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DisplayChoices } from '@shared/office/DisplayChoices';
import { logOut, useMyself } from '@shared/session/session';

/** The console's menu: who is signed in, the way to the client, how it looks, and out. */
export default function ServerEntries() {
  const { t } = useTranslation('console');
  const me = useMyself();
  return (
    <>
      <Menu.Label>{t('menu.signedIn', { name: me.name })}</Menu.Label>
      <Menu.Item component="a" href="/" leftSection={<MessageSquare size={18} strokeWidth={1.9} aria-hidden />}>
        {t('menu.client')}
      </Menu.Item>
      <DisplayChoices />
      <Menu.Divider />
      <Menu.Item leftSection={<LogOut size={18} strokeWidth={1.9} aria-hidden />} onClick={() => void logOut()}>
        {t('menu.logOut')}
      </Menu.Item>
    </>
  );
}
