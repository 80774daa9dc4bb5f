import { useEffect, useState, type RefObject } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, problemOf } from '@shared/api/http';
import type { Account, DeskAgent, DeskConversation, Note } from '@shared/protocol/types';
import { useMyself } from '@shared/session/session';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { useProblemWords } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';
import { BuildButton } from '@dashboard/message/BuildButton';
import { AnswerBox, type BoxMode } from './AnswerBox';
import { deskReads } from './deskReads';
import { ThreadView } from './ThreadView';
import { useThread, type DeskSocket } from './useDesk';
import styles from './desk.module.css';

interface Props {
  account: Account;
  conversation: DeskConversation;
  agents: readonly DeskAgent[];
  socket: DeskSocket;
  now: number;
  box: RefObject<HTMLTextAreaElement | null>;
  mode: BoxMode;
  onMode: (mode: BoxMode) => void;
}

const NOBODY: readonly never[] = [];
const TYPING_HOLDS_MS = 8_000;

/** The open conversation: what was said, written for the team and done; who writes now; and the box to answer in. */
export function OpenThread({ account, conversation, agents, socket, now, box, mode, onMode }: Props) {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const words = useProblemWords();
  const me = useMyself();
  const it = useThread(account.id, conversation, socket);
  const notes = useQuery(deskReads.notes(account.id, conversation.id));
  const events = useQuery(deskReads.events(account.id, conversation.id));
  const writing = useWriting(socket, conversation.id);
  const follower = conversation.follower;
  const colleague = agents.find((agent) => agent.user.id !== me.id && writing.has(agent.user.id))?.user;
  const path = `/accounts/${account.id}/conversations/${conversation.id}/notes`;
  const refresh = () =>
    void queries.invalidateQueries({ queryKey: ['account', account.id, 'conversation', conversation.id] });
  const failed = (error: unknown) =>
    toast({ message: words(problemOf(error)).title, detail: words(problemOf(error)).detail });

  async function writeNote(text: string, mentions: string[]): Promise<boolean> {
    try {
      await api<Note>(path, { method: 'POST', body: { text, mentions } });
      refresh();
      return true;
    } catch (error) {
      failed(error);
      return false;
    }
  }

  const removeNote = (note: Note) =>
    note.author.id === me.id || account.role === 'owner'
      ? () => void api(`${path}/${note.id}`, { method: 'DELETE' }).then(refresh, failed)
      : null;

  return (
    <>
      <ThreadView
        thread={it.thread}
        notes={notes.data?.items ?? NOBODY}
        events={events.data?.items ?? NOBODY}
        removeNote={removeNote}
        loaded={it.loaded}
        failed={it.failed}
        retryLoad={it.reload}
        older={it.older}
        retry={it.retry}
        drop={it.drop}
        followerName={follower.name}
      />
      <div className={styles.writing} role="status">
        {colleague !== undefined ? (
          <>
            <PartyPicture party={colleague} size={20} />
            <span>{t('alsoWriting', { name: colleague.name.split(' ')[0] })}</span>
            <Dots />
          </>
        ) : writing.has(follower.id) ? (
          <>
            <span>{t('isWriting', { name: follower.name })}</span>
            <Dots />
          </>
        ) : null}
      </div>
      <AnswerBox
        account={account}
        conversation={conversation}
        colleagues={agents.map((agent) => agent.user)}
        myName={me.name}
        now={now}
        box={box}
        mode={mode}
        onMode={onMode}
        onAnswer={it.answer}
        onNote={writeNote}
        onTyping={it.typing}
        tools={<BuildButton account={account.id} conversation={conversation.id} />}
      />
    </>
  );
}

function Dots() {
  return (
    <span className={styles.dots} aria-hidden>
      <i />
      <i />
      <i />
    </span>
  );
}

/** Who writes in a conversation now: the follower, or colleagues by their own id. */
function useWriting({ listen }: DeskSocket, conversation: string): ReadonlySet<string> {
  const [writing, setWriting] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const set = (who: string, active: boolean) =>
      setWriting((before) => {
        if (before.has(who) === active) return before;
        const next = new Set(before);
        if (active) next.add(who);
        else next.delete(who);
        return next;
      });
    const stop = listen((frame) => {
      if (frame.type !== 'typing' || frame.conversation !== conversation) return;
      clearTimeout(timers.get(frame.party));
      set(frame.party, frame.active);
      if (frame.active)
        timers.set(
          frame.party,
          setTimeout(() => set(frame.party, false), TYPING_HOLDS_MS),
        );
    });
    return () => {
      stop();
      timers.forEach((timer) => clearTimeout(timer));
      setWriting(new Set());
    };
  }, [listen, conversation]);
  return writing;
}
