import { ActionIcon } from '@mantine/core';
import { Lock, Trash2 } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import type { Note } from '@shared/protocol/types';
import { useMyself } from '@shared/session/session';
import { firstName } from './model/canned';
import styles from './notes.module.css';

/** What a colleague wrote for the team only. */
export function NoteCard({ note, remove }: { note: Note; remove: (() => void) | null }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const me = useMyself();
  return (
    <article className={styles.note} aria-label={t('noteBy', { name: note.author.name })}>
      <header>
        <Lock size={14} strokeWidth={2} aria-hidden />
        <strong>{t('noteOnly')}</strong>
        {remove !== null && (
          <ActionIcon variant="transparent" size={24} aria-label={t('noteRemove')} onClick={remove}>
            <Trash2 size={15} strokeWidth={1.9} aria-hidden />
          </ActionIcon>
        )}
      </header>
      <p dir="auto">{withMentions(note)}</p>
      <footer>
        <bdi>{note.author.id === me.id ? t('you') : note.author.name}</bdi>,{' '}
        <time dateTime={note.at} title={format.fullTime(note.at)}>
          {format.clock(note.at)}
        </time>
      </footer>
    </article>
  );
}

function withMentions(note: Note) {
  const names = note.mentions.map((each) => `@${firstName(each.name)}`);
  if (names.length === 0) return note.text;
  const parts = note.text.split(new RegExp(`(${names.map(escaped).join('|')})`, 'g'));
  return parts.map((part, at) =>
    names.includes(part) ? <b key={at}>{part}</b> : <Fragment key={at}>{part}</Fragment>,
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
