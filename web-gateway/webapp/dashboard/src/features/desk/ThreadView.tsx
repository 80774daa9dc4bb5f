import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { Loading } from '@shared/office/states';
import type { DeskEvent, Note, Problem } from '@shared/protocol/types';
import { Bubble } from '@shared/ui/Bubble';
import { usePreview } from '@shared/ui/preview';
import { LiveRegion } from '@shared/ui/LiveRegion';
import { useProblemWords } from '@shared/ui/Refusal';
import { EventLine } from './EventLine';
import { tickOf, type Thread } from './model/thread';
import { byDay, timeline } from './model/timeline';
import { NoteCard } from './NoteCard';
import styles from './desk.module.css';

interface Props {
  thread: Thread;
  notes: readonly Note[];
  events: readonly DeskEvent[];
  /** Takes a note away; null for whom may not. */
  removeNote: (note: Note) => (() => void) | null;
  loaded: boolean;
  failed: unknown;
  retryLoad: () => void;
  older: () => Promise<void>;
  retry: (key: string, text: string) => void;
  drop: (key: string) => void;
  followerName: string;
}

const NEAR_END_PX = 80;

/** The messages of one conversation with the team's notes and acts, anchored at the end; days are parted by separators. */
export function ThreadView(props: Props) {
  const { thread, notes, events, removeNote, loaded, failed, retryLoad, older, retry, drop, followerName } = props;
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const preview = usePreview();
  const words = useProblemWords();
  const place = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const heightBefore = useRef(0);
  const [fetching, setFetching] = useState(false);
  const newest = thread.messages[thread.messages.length - 1];
  const oldest = thread.messages[0]?.id;
  const waiting = thread.pending.length;
  const lastNote = notes[notes.length - 1]?.id;
  const lastEvent = events[events.length - 1]?.id;

  useLayoutEffect(() => {
    const element = place.current;
    if (element !== null && (atEnd.current || waiting > 0)) element.scrollTop = element.scrollHeight;
  }, [newest?.id, lastNote, lastEvent, waiting, loaded]);

  useLayoutEffect(() => {
    const element = place.current;
    if (element === null || heightBefore.current === 0) return;
    element.scrollTop += element.scrollHeight - heightBefore.current;
    heightBefore.current = 0;
  }, [oldest]);

  const days = useMemo(
    () => byDay(timeline(thread.messages, notes, events, thread.hasMore), format.dayLabel),
    [thread.messages, thread.hasMore, notes, events, format],
  );

  async function load() {
    setFetching(true);
    heightBefore.current = place.current?.scrollHeight ?? 0;
    try {
      await older();
    } finally {
      setFetching(false);
    }
  }

  const announced =
    newest !== undefined && newest.sender.kind !== 'account' ? `${followerName}: ${preview(newest.body)}` : '';
  return (
    <div
      ref={place}
      className={styles.thread}
      tabIndex={0}
      role="region"
      aria-label={t('desk.messagesOf', { name: followerName })}
      onScroll={(event) => {
        const element = event.currentTarget;
        atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX;
      }}
    >
      {failed !== null && !loaded ? (
        <Failed what={t('desk.threadFailed')} error={failed} retry={retryLoad} />
      ) : !loaded ? (
        <Loading rows={6} label={t('loading')} />
      ) : (
        <>
          {thread.hasMore && (
            <Button
              variant="subtle"
              color="gray"
              className={styles.olderButton}
              loading={fetching}
              onClick={() => void load()}
            >
              {t('desk.older')}
            </Button>
          )}
          {days.map((day) => (
            <section key={day.day} className={styles.day} aria-label={day.day}>
              <h3 className={styles.daySeparator}>{day.day}</h3>
              <ul>
                {day.entries.map((entry) => {
                  if (entry.kind === 'note') {
                    return (
                      <li key={entry.id}>
                        <NoteCard note={entry.note} remove={removeNote(entry.note)} />
                      </li>
                    );
                  }
                  if (entry.kind === 'event') {
                    return (
                      <li key={entry.id}>
                        <EventLine event={entry.event} follower={followerName} />
                      </li>
                    );
                  }
                  const { message } = entry;
                  const ours = message.sender.kind === 'account';
                  return (
                    <li key={entry.id}>
                      <Bubble
                        body={message.body}
                        mine={ours}
                        sentAt={message.sentAt}
                        automatic={message.automatic}
                        author={message.author?.name ?? null}
                        ticks={ours && message.push === null ? tickOf(message.sequence, thread.theirs) : undefined}
                        foot={
                          message.push === null ? undefined : <span className={styles.pushFoot}>{t('push.one')}</span>
                        }
                      />
                    </li>
                  );
                })}
              </ul>
            </section>
          ))}
          <ul className={styles.pending}>
            {thread.pending.map((each) => (
              <li key={each.key}>
                <Bubble
                  body={{ type: 'text', text: each.text }}
                  mine
                  sentAt={each.at}
                  ticks={each.problem === null ? 'waiting' : 'failed'}
                />
                {each.problem !== null && (
                  <div className={styles.refused} role="alert">
                    <span>{words(each.problem as Problem).title}</span>
                    <button type="button" className="p-link" onClick={() => retry(each.key, each.text)}>
                      {t('desk.tryAgain')}
                    </button>
                    <button type="button" className="p-link" onClick={() => drop(each.key)}>
                      {t('desk.drop')}
                    </button>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <LiveRegion text={announced} />
    </div>
  );
}
