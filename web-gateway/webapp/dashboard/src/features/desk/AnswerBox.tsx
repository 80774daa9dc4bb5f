import { useEffect, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Textarea } from '@mantine/core';
import { Lock, SendHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { Key } from '@shared/office/states';
import type { Account, DeskConversation, Party, Problem } from '@shared/protocol/types';
import { Refusal } from '@shared/ui/Refusal';
import { deskReads } from './deskReads';
import { firstName, gaps, matching, mentionAt, mentioned, slashOf } from './model/canned';
import { windowAt } from './model/window';
import { Suggestions, type Suggestion } from './Suggestions';
import { useFilled } from './useFilled';
import styles from './box.module.css';

export type BoxMode = 'answer' | 'note';

interface Props {
  account: Account;
  conversation: DeskConversation;
  colleagues: readonly Party[];
  myName: string;
  now: number;
  box: RefObject<HTMLTextAreaElement | null>;
  mode: BoxMode;
  onMode: (mode: BoxMode) => void;
  onAnswer: (text: string) => void;
  /** True once the note is written. */
  onNote: (text: string, mentions: string[]) => Promise<boolean>;
  onTyping: (active: boolean) => void;
  /** Ways to say more than text, beside the button that sends. */
  tools?: ReactNode;
}

const LONGEST = 4000;

/** Writes as the account, or a note for the team; where the window has closed, a refusal with rule and time takes its place. */
export function AnswerBox(props: Props) {
  const { account, conversation, colleagues, myName, now, box, mode, onMode, onAnswer, onNote, onTyping, tools } =
    props;
  const { t } = useTranslation('desk');
  const format = useFormat();
  const [text, setText] = useDraft(`parley.desk-${mode === 'note' ? 'note' : 'draft'}.${conversation.id}`);
  const [chosen, setChosen] = useState(0);
  const [hidden, setHidden] = useState(false);
  const [caret, setCaret] = useState(0);
  const canned = useQuery(deskReads.canned(account.id));
  const fill = useFilled(account, myName, conversation.follower.name);
  const at = windowAt(conversation.window, now);
  const closed = !conversation.following || at.state !== 'open';
  const note = mode === 'note';
  const typing = text.trim() !== '';
  const typed = typing && !note && !closed && slashOf(text) === null;

  useEffect(() => {
    if (!typed) return;
    onTyping(true);
    const timer = setInterval(() => onTyping(true), 5_000);
    return () => {
      clearInterval(timer);
      onTyping(false);
    };
    // onTyping is made anew with every render; what counts is whether something is being written
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed, conversation.id]);

  const slash = note ? null : slashOf(text);
  const mention = note ? mentionAt(text, caret) : null;
  const suggestions: Suggestion[] =
    hidden || (closed && !note)
      ? []
      : slash !== null
        ? matching(canned.data?.items ?? [], slash).map((answer) => ({
            id: answer.id,
            name: `/${answer.shortcut}`,
            text: answer.text,
            choose: () => setText(fill(answer.text)),
          }))
        : mention !== null
          ? colleagues
              .filter((each) => each.name.toLowerCase().includes(mention.typed))
              .map((each) => ({
                id: each.id,
                name: `@${firstName(each.name)}`,
                text: each.name,
                choose: () => setText(`${text.slice(0, mention.from)}@${firstName(each.name)} ${text.slice(caret)}`),
              }))
          : [];
  const selected = Math.min(chosen, suggestions.length - 1);
  const long = [...text].length > LONGEST;
  const open = note ? [] : gaps(text);

  function send() {
    if (!typing || long || (closed && !note)) return;
    if (!note) {
      onAnswer(text.trim());
      setText('');
      return;
    }
    const mentions = mentioned(text, colleagues).map((each) => each.id);
    void onNote(text.trim(), mentions).then((done) => {
      if (done) setText('');
    });
  }

  function onKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.altKey && event.key.toLowerCase() === 'n') {
      event.preventDefault();
      onMode(note ? 'answer' : 'note');
    } else if (suggestions.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const by = event.key === 'ArrowDown' ? 1 : suggestions.length - 1;
      setChosen((selected + by) % suggestions.length);
    } else if (suggestions.length > 0 && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      event.preventDefault();
      suggestions[selected]?.choose();
      setChosen(0);
    } else if (event.key === 'Escape') {
      if (suggestions.length > 0) {
        event.preventDefault();
        event.stopPropagation();
        setHidden(true);
      } else event.currentTarget.blur();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    }
  }

  return (
    <div className={styles.boxPlace}>
      {suggestions.length > 0 && (
        <Suggestions
          title={slash !== null ? t('cannedFor', { typed: `/${slash}` }) : t('mentionWhom')}
          items={suggestions}
          selected={selected}
        />
      )}
      <form
        className={styles.composer}
        data-note={note || undefined}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <div className={styles.composerHead}>
          <div className={styles.modes} role="group" aria-label={t('boxMode')}>
            <button type="button" aria-pressed={!note} onClick={() => onMode('answer')}>
              {t('answer')}
            </button>
            <button type="button" aria-pressed={note} onClick={() => onMode('note')}>
              <Lock size={13} strokeWidth={2} aria-hidden />
              {t('note')}
            </button>
            <span className={styles.modeKey}>
              <Key name="Alt" /> <Key>N</Key>
            </span>
          </div>
          <span>{note ? t('noteOnly') : t('asAccount', { account: account.name, name: firstName(myName) })}</span>
        </div>
        {closed && !note ? (
          <Closed conversation={conversation} now={now} draft={typing} onNote={() => onMode('note')} />
        ) : (
          <>
            <Textarea
              id="answer"
              aria-label={note ? t('note') : t('answer')}
              ref={box}
              variant="unstyled"
              autosize
              minRows={1}
              maxRows={8}
              placeholder={note ? t('notePlaceholder') : t('answerPlaceholder')}
              value={text}
              error={
                long
                  ? t('tooLong', { limit: format.full(LONGEST) })
                  : open.length > 0
                    ? t('gap', { name: `{${open[0]}}` })
                    : null
              }
              aria-controls={suggestions.length > 0 ? 'desk-suggestions' : undefined}
              aria-activedescendant={suggestions.length > 0 ? `suggestion-${suggestions[selected]?.id}` : undefined}
              onChange={(event) => {
                setText(event.currentTarget.value);
                setCaret(event.currentTarget.selectionStart);
                setHidden(false);
                setChosen(0);
              }}
              onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
              onKeyDown={onKey}
            />
            <div className={styles.composerFoot}>
              {!note && tools}
              <span>
                {note || at.state !== 'open'
                  ? t('noteHint')
                  : t('closesIn', {
                      left: format.timeLeft(at.closesAt, new Date(now)),
                      at: format.dayAndTime(at.closesAt),
                    })}
              </span>
              <Button
                type="submit"
                disabled={!typing || long}
                rightSection={<SendHorizontal size={16} strokeWidth={1.9} aria-hidden />}
              >
                {note ? t('noteWrite') : t('send')}
              </Button>
            </div>
          </>
        )}
      </form>
    </div>
  );
}

interface ClosedProps {
  conversation: DeskConversation;
  now: number;
  draft: boolean;
  onNote: () => void;
}

/** Why one cannot write now, and that a note is still possible. */
function Closed({ conversation, now, draft, onNote }: ClosedProps) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const at = windowAt(conversation.window, now);
  const problem: Problem = conversation.following
    ? { problem: 'window-closed', rule: 'window' }
    : { problem: 'not-following', rule: 'follow' };
  if (conversation.following && at.state === 'closed' && conversation.window !== null) {
    const hours = (Date.parse(conversation.window.closesAt) - Date.parse(conversation.window.opensAt)) / 3_600_000;
    problem.value = t('closedAt', { at: format.dayAndTime(at.closedAt) });
    problem.limit = t('hoursAfter', { count: Math.round(hours) });
  }
  const safe = conversation.following ? (draft ? t('draftSafe') : undefined) : t('notFollowing');
  return (
    <div className={styles.closed}>
      <Refusal problem={problem} title={t('cannotWrite')} safe={safe} />
      <Button variant="default" size="xs" onClick={onNote}>
        {t('leaveNote')}
      </Button>
    </div>
  );
}

/** What is being written stays on this device until it is sent. */
function useDraft(shelf: string): [string, (text: string) => void] {
  const [draft, setDraft] = useState(() => ({ shelf, text: localStorage.getItem(shelf) ?? '' }));
  const present = draft.shelf === shelf ? draft : { shelf, text: localStorage.getItem(shelf) ?? '' };
  if (present !== draft) setDraft(present);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (present.text === '') localStorage.removeItem(present.shelf);
      else localStorage.setItem(present.shelf, present.text);
    }, 300);
    return () => clearTimeout(timer);
  }, [present.shelf, present.text]);
  return [present.text, (text) => setDraft({ shelf, text })];
}
