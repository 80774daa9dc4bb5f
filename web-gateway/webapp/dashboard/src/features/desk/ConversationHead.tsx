import { ActionIcon, Button, Menu } from '@mantine/core';
import { AlarmClock, ArrowLeft, Check, ChevronDown, CircleUserRound, Hourglass, Info, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { MENU } from '@shared/office/menu';
import { Key } from '@shared/office/states';
import type { DeskAgent, DeskConversation } from '@shared/protocol/types';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { tomorrow } from './model/snooze';
import { windowAt } from './model/window';
import type { DeskActs } from './useDeskActs';
import styles from './desk.module.css';

interface Props {
  conversation: DeskConversation;
  agents: readonly DeskAgent[];
  acts: DeskActs;
  me: { id: string; name: string };
  now: number;
  phone: boolean;
  /** Which menu is open; keys open them too. */
  menu: 'assign' | 'snooze' | null;
  onMenu: (menu: 'assign' | 'snooze' | null) => void;
  onSnoozeUntil: () => void;
  onBack: () => void;
  /** Opens the follower's details; null while they are in sight. */
  onDetails: (() => void) | null;
}

/** Who it is, how long one may write, who takes care, and the acts that end it for now. */
export function ConversationHead(props: Props) {
  const { conversation, agents, acts, me, now, phone, menu, onMenu, onSnoozeUntil, onBack, onDetails } = props;
  const { t } = useTranslation('desk');
  const format = useFormat();
  const assignee = conversation.assignee;
  const assigned = assignee === null ? t('assign') : assignee.id === me.id ? t('you') : assignee.name.split(' ')[0];
  const picture = agents.find((agent) => agent.user.id === assignee?.id)?.user;
  const asleep = conversation.snooze !== null;
  const icon = { size: 18, strokeWidth: 1.9, 'aria-hidden': true } as const;
  return (
    <div className={styles.columnHead}>
      {phone && (
        <ActionIcon aria-label={t('toList')} onClick={onBack}>
          <ArrowLeft {...icon} />
        </ActionIcon>
      )}
      <div className={styles.headName}>
        <h2>{conversation.follower.name}</h2>
        <HeadWindow conversation={conversation} now={now} />
      </div>
      <Menu
        position="bottom-end"
        opened={menu === 'assign'}
        onChange={(on) => onMenu(on ? 'assign' : null)}
        trapFocus
        {...MENU}
      >
        <Menu.Target>
          <Button
            variant="default"
            size="xs"
            leftSection={
              phone ? undefined : picture === undefined ? (
                <CircleUserRound size={16} aria-hidden />
              ) : (
                <PartyPicture party={picture} size={18} />
              )
            }
            rightSection={<ChevronDown size={14} aria-hidden />}
            aria-label={t('assignedNow', { name: assignee?.name ?? t('nobody') })}
          >
            {phone ? <CircleUserRound size={16} aria-hidden /> : assigned}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            rightSection={assignee?.id === me.id ? <Check size={16} aria-hidden /> : null}
            onClick={() => acts.assign(conversation, me)}
          >
            {t('assignMe')}
          </Menu.Item>
          {agents
            .filter((agent) => agent.user.id !== me.id)
            .map((agent) => (
              <Menu.Item
                key={agent.user.id}
                rightSection={
                  assignee?.id === agent.user.id ? (
                    <Check size={16} aria-hidden />
                  ) : (
                    <small className={styles.menuNote}>
                      {agent.presence === 'here' ? agent.open : t(`presence.${agent.presence}`)}
                    </small>
                  )
                }
                onClick={() => acts.assign(conversation, agent.user)}
              >
                <bdi>{agent.user.name}</bdi>
              </Menu.Item>
            ))}
          {assignee !== null && (
            <Menu.Item onClick={() => acts.assign(conversation, null)}>{t('assignNobody')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {conversation.state === 'open' && (
        <Menu
          position="bottom-end"
          opened={menu === 'snooze'}
          onChange={(on) => onMenu(on ? 'snooze' : null)}
          trapFocus
          {...MENU}
        >
          <Menu.Target>
            <ActionIcon
              variant={asleep ? 'light' : 'subtle'}
              size={32}
              aria-label={t(asleep ? 'snoozed' : 'snooze')}
              title={t(asleep ? 'snoozed' : 'snooze')}
            >
              <AlarmClock {...icon} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {asleep && <Menu.Item onClick={() => acts.wake(conversation)}>{t('wake')}</Menu.Item>}
            <Menu.Item rightSection={<Key>S</Key>} onClick={() => acts.snooze(conversation, tomorrow(new Date()))}>
              {t('snoozeTomorrow', { at: format.clock(tomorrow(new Date())) })}
            </Menu.Item>
            <Menu.Item
              rightSection={
                <span>
                  <Key name="Shift" /> <Key>S</Key>
                </span>
              }
              onClick={() => acts.snooze(conversation, null)}
            >
              {t('snoozeUntilAnswer')}
            </Menu.Item>
            <Menu.Item onClick={onSnoozeUntil}>{t('snoozeUntil')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {conversation.state === 'open' ? (
        <Button
          size="xs"
          variant="light"
          leftSection={<Check size={16} aria-hidden />}
          rightSection={phone ? undefined : <Key>E</Key>}
          onClick={() => acts.close(conversation)}
        >
          {t('close')}
        </Button>
      ) : (
        <Button
          size="xs"
          variant="default"
          leftSection={<RotateCcw size={16} aria-hidden />}
          onClick={() => acts.reopen(conversation)}
        >
          {t('reopen')}
        </Button>
      )}
      {onDetails !== null && (
        <ActionIcon aria-label={t('follower')} onClick={onDetails}>
          <Info {...icon} />
        </ActionIcon>
      )}
    </div>
  );
}

function HeadWindow({ conversation, now }: { conversation: DeskConversation; now: number }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const at = windowAt(conversation.window, now);
  if (conversation.snooze !== null) {
    const until = conversation.snooze.until;
    return (
      <p>
        <AlarmClock size={14} strokeWidth={1.9} aria-hidden />{' '}
        {until === null ? t('sleepsUntilAnswer') : t('sleepsUntil', { at: format.dayAndTime(until) })}
      </p>
    );
  }
  if (at.state !== 'open') return <p>{t('cannotWrite')}</p>;
  return (
    <p data-urgent={at.urgent || undefined}>
      <Hourglass size={14} strokeWidth={1.9} aria-hidden />{' '}
      {t('youCanWrite', { left: format.timeLeft(at.closesAt, new Date(now)) })}
    </p>
  );
}
