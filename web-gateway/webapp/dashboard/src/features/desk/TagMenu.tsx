import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { Check, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, problemOf } from '@shared/api/http';
import type { DeskConversation, DeskTag } from '@shared/protocol/types';
import { useProblemWords } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';
import type { DeskActs } from './useDeskActs';
import styles from './desk.module.css';

interface Props {
  account: string;
  conversation: DeskConversation;
  tags: readonly DeskTag[];
  acts: DeskActs;
  opened: boolean;
  onOpened: (opened: boolean) => void;
}

const COLOURS: readonly DeskTag['colour'][] = ['orange', 'violet', 'red', 'green', 'blue', 'petrol', 'grey'];

/** Puts tags on a conversation and takes them off; a name that there is not yet becomes a new one. */
export function TagMenu({ account, conversation, tags, acts, opened, onOpened }: Props) {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const words = useProblemWords();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const found = tags.filter((tag) => tag.name.toLowerCase().includes(wanted));
  const exact = tags.some((tag) => tag.name.toLowerCase() === wanted);

  const create = useMutation({
    mutationFn: (name: string) =>
      api<DeskTag>(`/accounts/${account}/desk/tags`, {
        method: 'POST',
        body: { name, colour: COLOURS[tags.length % COLOURS.length] },
      }),
    onSuccess: (tag) => {
      void queries.invalidateQueries({ queryKey: ['account', account, 'desk', 'tags'] });
      acts.tag(conversation, tag, true);
      setTyped('');
    },
    onError: (error: unknown) => toast({ message: words(problemOf(error)).title }),
  });

  function first() {
    const tag = found[0];
    if (wanted !== '' && !exact && found.length === 0) create.mutate(typed.trim());
    else if (tag !== undefined) acts.tag(conversation, tag, !conversation.tags.includes(tag.id));
  }

  return (
    <Popover opened={opened} onChange={onOpened} position="bottom-end" trapFocus returnFocus width={260}>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          size={28}
          aria-label={t('tagEdit')}
          aria-expanded={opened}
          onClick={() => onOpened(!opened)}
        >
          <Plus size={18} strokeWidth={1.9} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('tagEdit')} className={styles.tagMenu}>
        <TextInput
          label={t('tagFind')}
          value={typed}
          maxLength={30}
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            first();
          }}
        />
        <ul>
          {found.map((tag) => {
            const on = conversation.tags.includes(tag.id);
            return (
              <li key={tag.id}>
                <button type="button" aria-pressed={on} onClick={() => acts.tag(conversation, tag, !on)}>
                  <i className={styles.tagDot} data-colour={tag.colour} aria-hidden />
                  <span dir="auto">{tag.name}</span>
                  {on && <Check size={16} aria-hidden />}
                </button>
              </li>
            );
          })}
          {wanted !== '' && !exact && (
            <li>
              <button type="button" onClick={() => create.mutate(typed.trim())}>
                <Plus size={16} aria-hidden />
                <span>{t('tagMake', { name: typed.trim() })}</span>
              </button>
            </li>
          )}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

/** A tag as a chip. */
export function TagChip({ tag }: { tag: DeskTag }) {
  return (
    <span className={styles.tagChip}>
      <i className={styles.tagDot} data-colour={tag.colour} aria-hidden />
      <bdi>{tag.name}</bdi>
    </span>
  );
}
