import type { ReactNode } from 'react';
import { Menu } from '@mantine/core';
import { Bell, BellOff, Gauge, ListFilter, UserRoundMinus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dosageShort } from '@shared/dosage/words';
import type { Conversation } from '@shared/protocol/types';
import { useAccountActs } from './AccountActs';

/** Entries of an account's menu (row and header): Dosage, Mute, Less, Unfollow, as Menu.Item. */
export function AccountMenu({ conversation: { party, follow } }: { conversation: Conversation }): ReactNode {
  const { t } = useTranslation('follow');
  const { t: words } = useTranslation('dosage');
  const acts = useAccountActs();
  if (!follow) return null;
  return (
    <>
      <Menu.Item
        leftSection={follow.muted ? <Bell size={16} /> : <BellOff size={16} />}
        onClick={() => acts.mute(party, !follow.muted)}
      >
        {follow.muted ? t('unmute') : t('mute')}
      </Menu.Item>
      <Menu.Item leftSection={<Gauge size={16} />} onClick={() => acts.openDosage(party)}>
        {words('title')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item leftSection={<ListFilter size={16} />} disabled={!follow.less} onClick={() => acts.less(party)}>
        {follow.less ? t('lessTo', { dosage: dosageShort(words, follow.less) }) : t('lessNone')}
      </Menu.Item>
      <Menu.Item leftSection={<UserRoundMinus size={16} />} onClick={() => acts.unfollow(party)}>
        {t('unfollow')}
      </Menu.Item>
      <Menu.Divider />
    </>
  );
}
