import { useDeferredValue, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Modal } from '@mantine/core';
import {
  AlarmClock,
  CircleCheck,
  CircleDashed,
  Keyboard,
  Lock,
  MailQuestion,
  Reply,
  Search,
  Tag as TagIcon,
  UserRound,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api } from '@shared/api/http';
import { useFormat } from '@shared/format/useFormat';
import { useGo } from '@shared/office/RouteLink';
import { Key } from '@shared/office/states';
import type { DeskAgent, DeskConversation, DeskTag, FoundMessage } from '@shared/protocol/types';
import { usePreview } from '@shared/ui/preview';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { DESK_LISTS } from '@dashboard/account/reads';
import { LIST_ICONS } from './DeskNav';
import { found as wordsFound } from './model/commands';
import type { DeskAct } from './model/keys';
import { DESK_KEYS } from './model/keys';
import type { DeskActs } from './useDeskActs';
import { useListNames } from './useListNames';
import styles from './commands.module.css';

interface Props {
  account: string;
  current: DeskConversation | null;
  agents: readonly DeskAgent[];
  tags: readonly DeskTag[];
  acts: DeskActs;
  run: (act: DeskAct) => boolean;
  onSnoozeUntil: () => void;
  onClose: () => void;
}

interface Command {
  id: string;
  group: 'acts' | 'jump' | 'messages';
  icon: ReactNode;
  label: string;
  beside?: ReactNode;
  act: () => void;
}

const ICON = { size: 18, strokeWidth: 1.9, 'aria-hidden': true } as const;
const ACT_ICONS: Partial<Record<DeskAct, ReactNode>> = {
  answer: <Reply {...ICON} />,
  note: <Lock {...ICON} />,
  take: <CircleDashed {...ICON} />,
  tag: <TagIcon {...ICON} />,
  snooze: <AlarmClock {...ICON} />,
  'snooze-answer': <AlarmClock {...ICON} />,
  close: <CircleCheck {...ICON} />,
  'close-next': <CircleCheck {...ICON} />,
  unread: <MailQuestion {...ICON} />,
  help: <Keyboard {...ICON} />,
};
const WITHOUT_CONVERSATION: ReadonlySet<DeskAct> = new Set(['take', 'help']);

/** Every act of the desk, every list, tag and colleague, and what was said: one field for all. */
export function CommandBar({ account, current, agents, tags, acts, run, onSnoozeUntil, onClose }: Props) {
  const { t } = useTranslation('desk');
  const go = useGo();
  const names = useListNames();
  const preview = usePreview();
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const asked = useDeferredValue(typed.trim());
  const hits = useQuery({
    queryKey: ['account', account, 'desk-search', asked],
    queryFn: () => api<{ items: FoundMessage[] }>(`/accounts/${account}/desk/search`, { query: { text: asked } }),
    enabled: asked.length >= 2,
    placeholderData: (before) => before,
  });

  const commands: Command[] = [];
  const add = (command: Command) => {
    if (wordsFound(command.label, typed)) commands.push(command);
  };
  for (const key of DESK_KEYS) {
    const icon = ACT_ICONS[key.act];
    if (icon === undefined || (current === null && !WITHOUT_CONVERSATION.has(key.act))) continue;
    add({
      id: key.act,
      group: 'acts',
      icon,
      label: t(`key.${key.act}`),
      beside: key.shown.map((name) => <Key key={name} name={name} />),
      act: () => void run(key.act),
    });
  }
  if (current !== null) {
    add({ id: 'until', group: 'acts', icon: <AlarmClock {...ICON} />, label: t('snoozeUntil'), act: onSnoozeUntil });
    for (const agent of agents) {
      add({
        id: `assign-${agent.user.id}`,
        group: 'acts',
        icon: <UserRound {...ICON} />,
        label: t('commands.assign', { name: agent.user.name }),
        act: () => acts.assign(current, agent.user),
      });
    }
    for (const tag of tags) {
      const on = current.tags.includes(tag.id);
      add({
        id: `tag-${tag.id}`,
        group: 'acts',
        icon: <TagIcon {...ICON} />,
        label: t(on ? 'commands.untag' : 'commands.tag', { tag: tag.name }),
        act: () => acts.tag(current, tag, !on),
      });
    }
  }
  for (const list of DESK_LISTS) {
    const Icon = LIST_ICONS[list];
    add({
      id: `list-${list}`,
      group: 'jump',
      icon: <Icon {...ICON} />,
      label: t('commands.goTo', { list: names[list] }),
      act: () => go(`/${account}/desk/${list}`),
    });
  }
  if (asked.length >= 2) {
    for (const hit of (hits.data?.items ?? []).slice(0, 20)) {
      const { follower } = hit.conversation;
      commands.push({
        id: hit.message.id,
        group: 'messages',
        icon: (
          <PartyPicture
            party={{ kind: 'follower', id: follower.id, name: follower.name }}
            shape={follower.shape}
            size={24}
          />
        ),
        label: `${follower.name}: ${preview(hit.message.body)}`,
        beside: <time dateTime={hit.message.sentAt}>{format.listTime(hit.message.sentAt)}</time>,
        act: () =>
          go(`/${account}/desk/${hit.conversation.state === 'open' ? 'all' : 'closed'}/${hit.conversation.id}`),
      });
    }
  }
  const selected = Math.min(chosen, commands.length - 1);
  const groups = [
    { id: 'acts', name: t('commands.acts') },
    { id: 'jump', name: t('commands.jump') },
    { id: 'messages', name: t('commands.messages') },
  ] as const;

  function choose(command: Command | undefined) {
    if (command === undefined) return;
    onClose();
    setTimeout(command.act); // the layer gives the focus back first
  }

  function onKey(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const by = event.key === 'ArrowDown' ? 1 : commands.length - 1;
      if (commands.length > 0) setChosen((selected + by) % commands.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(commands[selected]);
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={600}
      yOffset="10vh"
      attributes={{ content: { 'aria-label': t('commands.open') } }}
    >
      <div className={styles.commands}>
        <div className={styles.commandField}>
          <Search {...ICON} />
          <input
            data-autofocus
            role="combobox"
            aria-expanded
            aria-label={t('commands.placeholder')}
            aria-controls="desk-commands"
            aria-activedescendant={commands[selected] === undefined ? undefined : `command-${commands[selected].id}`}
            placeholder={t('commands.placeholder')}
            value={typed}
            maxLength={200}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setChosen(0);
            }}
            onKeyDown={onKey}
          />
        </div>
        <div id="desk-commands" role="listbox" aria-label={t('commands.open')} className={styles.commandList}>
          {groups.map((group) => {
            const items = commands.filter((command) => command.group === group.id);
            if (items.length === 0) return null;
            return (
              <div key={group.id} role="group" aria-label={group.name}>
                <div className={styles.commandGroup} aria-hidden>
                  {group.name}
                </div>
                {items.map((command) => (
                  <div
                    key={command.id}
                    id={`command-${command.id}`}
                    role="option"
                    aria-selected={commands[selected] === command}
                    ref={(element) => {
                      if (commands[selected] === command) element?.scrollIntoView({ block: 'nearest' });
                    }}
                    className={styles.command}
                    onClick={() => choose(command)}
                  >
                    {command.icon}
                    <span dir="auto">{command.label}</span>
                    <span className={styles.commandBeside}>{command.beside}</span>
                  </div>
                ))}
              </div>
            );
          })}
        </div>
        {commands.length === 0 && (
          <p className={styles.commandNone} role="status">
            {t('commands.none')}
          </p>
        )}
      </div>
    </Modal>
  );
}
