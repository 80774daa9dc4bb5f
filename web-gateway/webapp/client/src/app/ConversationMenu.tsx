import { Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Ban, Bell, BellOff, Flag, Pin, PinOff, Store, UserRoundMinus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@shared/protocol/types';
import { AccountMenu } from './accounts/AccountMenu';
import { useConversationActs } from './acts';
import { openReport } from './sheets';

export interface MenuAt {
  conversation: Conversation;
  at: { x: number; y: number; /** The menu ends at x instead of beginning there. */ ends?: boolean };
}

/** What can be done with a conversation, at the pointer. */
export function ConversationMenu({ menu, onClose }: { menu: MenuAt | null; onClose: () => void }) {
  const { t } = useTranslation('client');
  const acts = useConversationActs();
  const navigate = useNavigate();
  const conversation = menu?.conversation;
  // the menu is gone once it closes: it cannot give the focus back by itself
  const [opener] = useState(() => (document.activeElement instanceof HTMLElement ? document.activeElement : null));
  const close = () => {
    onClose();
    opener?.focus({ preventScroll: true });
  };
  return (
    <>
      {/* not in a portal: it belongs to the landmark it was opened in */}
      <Menu
        opened={menu !== null}
        onClose={close}
        position={menu?.at.ends ? 'bottom-end' : 'bottom-start'}
        withinPortal={false}
        floatingStrategy="fixed"
        withInitialFocusPlaceholder={false}
        returnFocus={false}
      >
        <Menu.Target>
          <span
            aria-hidden="true"
            style={{
              position: 'fixed',
              left: menu?.at.x ?? 0,
              top: menu?.at.y ?? 0,
              width: 1,
              height: 1,
              pointerEvents: 'none',
            }}
          />
        </Menu.Target>
        <Menu.Dropdown>
          {conversation ? (
            <>
              <Menu.Item
                leftSection={conversation.pinned ? <PinOff size={16} /> : <Pin size={16} />}
                onClick={() => acts.pin(conversation, !conversation.pinned)}
              >
                {conversation.pinned ? t('act.unpin') : t('act.pin')}
              </Menu.Item>
              {conversation.party.kind === 'account' ? (
                <AccountMenu conversation={conversation} />
              ) : (
                <>
                  <Menu.Item
                    leftSection={conversation.muted ? <Bell size={16} /> : <BellOff size={16} />}
                    onClick={() => acts.mute(conversation, !conversation.muted)}
                  >
                    {conversation.muted ? t('act.unmute') : t('act.mute')}
                  </Menu.Item>
                  <Menu.Divider />
                  <Menu.Item
                    leftSection={<UserRoundMinus size={16} />}
                    onClick={() => acts.removeContact(conversation)}
                  >
                    {t('act.remove-contact')}
                  </Menu.Item>
                  <Menu.Item leftSection={<Ban size={16} />} onClick={() => acts.block(conversation)}>
                    {t('act.block')}
                  </Menu.Item>
                </>
              )}
              <Menu.Item leftSection={<Flag size={16} />} onClick={() => openReport(conversation)}>
                {t('act.report')}
              </Menu.Item>
              {conversation.party.kind === 'account' && conversation.party.handle ? (
                <Menu.Item
                  leftSection={<Store size={16} />}
                  onClick={() => void navigate({ to: '/@{$handle}', params: { handle: conversation.party.handle! } })}
                >
                  {t('act.account-page')}
                </Menu.Item>
              ) : null}
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
