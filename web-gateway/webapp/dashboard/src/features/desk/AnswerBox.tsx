import { useEffect, useState, type RefObject } from 'react';
import { Button, Textarea } from '@mantine/core';
import { SendHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import type { DeskConversation, Problem } from '@shared/protocol/types';
import { Refusal } from '@shared/ui/Refusal';
import { windowAt } from './model/window';
import styles from './desk.module.css';

interface Props {
  conversation: DeskConversation;
  accountName: string;
  myName: string;
  now: number;
  box: RefObject<HTMLTextAreaElement | null>;
  onAnswer: (text: string) => void;
  onTyping: (active: boolean) => void;
}

const DRAFT = 'parley.desk-draft.';
const LONGEST = 4000;

/** Writes as the account; in its place a refusal with rule and time when the window has closed. */
export function AnswerBox({ conversation, accountName, myName, now, box, onAnswer, onTyping }: Props) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const [text, setText] = useState(() => localStorage.getItem(DRAFT + conversation.id) ?? '');
  const at = windowAt(conversation.window, now);

  useEffect(() => {
    const timer = setTimeout(() => {
      if (text === '') localStorage.removeItem(DRAFT + conversation.id);
      else localStorage.setItem(DRAFT + conversation.id, text);
    }, 300);
    return () => clearTimeout(timer);
  }, [text, conversation.id]);

  const typing = text.trim() !== '';
  useEffect(() => {
    if (!typing) return;
    onTyping(true);
    const timer = setInterval(() => onTyping(true), 5_000);
    return () => {
      clearInterval(timer);
      onTyping(false);
    };
    // onTyping is made anew with every render; what counts is whether something is being written
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typing, conversation.id]);

  if (!conversation.following) {
    return (
      <ClosedFor
        problem={{ problem: 'not-following', rule: 'follow' }}
        title={t('desk.cannotWrite')}
        safe={t('desk.notFollowing')}
      />
    );
  }
  if (at.state !== 'open') {
    const problem: Problem = { problem: 'window-closed', rule: 'window' };
    if (at.state === 'closed' && conversation.window !== null) {
      problem.value = t('desk.closedAt', { at: format.dayAndTime(at.closedAt) });
      problem.limit = t('desk.hoursAfter', { count: hoursOf(conversation.window) });
    }
    return (
      <ClosedFor problem={problem} title={t('desk.cannotWrite')} safe={typing ? t('desk.draftSafe') : undefined} />
    );
  }

  const long = [...text].length > LONGEST;
  function send() {
    if (!typing || long) return;
    onAnswer(text.trim());
    setText('');
  }

  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className={styles.composerHead}>
        <label htmlFor="answer">{t('desk.answer')}</label>
        <span>{t('desk.asAccount', { account: accountName, name: myName })}</span>
      </div>
      <Textarea
        id="answer"
        ref={box}
        variant="unstyled"
        autosize
        minRows={1}
        maxRows={8}
        placeholder={t('desk.answerPlaceholder')}
        value={text}
        error={long ? t('desk.tooLong', { limit: format.full(LONGEST) }) : null}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            send();
          }
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <div className={styles.composerFoot}>
        <span>
          {t('desk.closesIn', {
            left: format.timeLeft(at.closesAt, new Date(now)),
            at: format.dayAndTime(at.closesAt),
          })}
        </span>
        <Button
          type="submit"
          disabled={!typing || long}
          rightSection={<SendHorizontal size={16} strokeWidth={1.9} aria-hidden />}
        >
          {t('desk.send')}
        </Button>
      </div>
    </form>
  );
}

function ClosedFor({ problem, title, safe }: { problem: Problem; title: string; safe?: string }) {
  return (
    <div className={styles.closed}>
      <Refusal problem={problem} title={title} safe={safe} />
    </div>
  );
}

function hoursOf(window: { opensAt: string; closesAt: string }): number {
  return Math.round((Date.parse(window.closesAt) - Date.parse(window.opensAt)) / 3_600_000);
}
