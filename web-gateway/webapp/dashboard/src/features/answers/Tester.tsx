import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button, TextInput } from '@mantine/core';
import { Bot, Check, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, problemOf } from '@shared/api/http';
import { Card } from '@shared/office/Page';
import type { AnswerRule, AnswerTrial } from '@shared/protocol/types';
import { Bubble } from '@shared/ui/Bubble';
import { useProblemWords } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';
import { useAccount } from '@dashboard/account/useAccount';
import parts from '@dashboard/parts/parts.module.css';
import styles from './answers.module.css';

/** Shows which rule would answer, and why the others would not. Nothing is sent. */
export function Tester({ rules }: { rules: readonly AnswerRule[] }) {
  const { t } = useTranslation('answers');
  const account = useAccount();
  const words = useProblemWords();
  const [text, setText] = useState('');
  const [at, setAt] = useState('');
  const [tried, setTried] = useState<{ text: string; at: string; trial: AnswerTrial } | null>(null);
  const run = useMutation({
    mutationFn: (given: { text: string; at: string }) =>
      api<AnswerTrial>(`/accounts/${account.id}/answer-rules/trials`, {
        method: 'POST',
        body: { text: given.text, at: given.at === '' ? null : new Date(given.at).toISOString() },
      }),
    onSuccess: (trial, given) => setTried({ ...given, trial }),
    onError: (error) => toast({ message: words(problemOf(error)).title }),
  });
  const answering = rules.find((rule) => rule.id === tried?.trial.answering);
  const now = tried?.at === '' || tried === null ? new Date().toISOString() : new Date(tried.at).toISOString();
  return (
    <Card title={t('tester')}>
      <form
        className={parts.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') run.mutate({ text: text.trim(), at });
        }}
      >
        <p className={parts.quiet}>{t('testerWhat')}</p>
        <TextInput
          label={t('testerText')}
          value={text}
          maxLength={4000}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label={t('testerAt')}
          description={t('testerAtWhy')}
          value={at}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
        <div className={parts.saveRow}>
          <Button type="submit" variant="default" loading={run.isPending} disabled={text.trim() === ''}>
            {t('testerRun')}
          </Button>
        </div>
      </form>
      {tried !== null && (
        <div className={styles.trial} aria-live="polite">
          <Bubble body={{ type: 'text', text: tried.text }} mine={false} sentAt={now} />
          {answering?.bodies.map((body, index) => (
            <Bubble key={index} body={body} mine automatic sentAt={now} />
          ))}
          <p className={styles.outcome}>
            {tried.trial.asksForPerson ? (
              <>
                <UserRound size={16} strokeWidth={1.9} aria-hidden /> {t('handsOver')}
              </>
            ) : answering !== undefined ? (
              <>
                <Bot size={16} strokeWidth={1.9} aria-hidden /> {t('answers', { name: answering.name })}
              </>
            ) : (
              <>
                <UserRound size={16} strokeWidth={1.9} aria-hidden /> {t('noRule')}
              </>
            )}
          </p>
          <ol className={styles.reasons}>
            {tried.trial.rules.map((each) => (
              <li key={each.rule} data-answers={each.reason === 'answers' || undefined}>
                <span dir="auto">{each.name}</span>
                <span>
                  {each.reason === 'answers' && <Check size={15} strokeWidth={2} aria-hidden />}
                  {t(`reason.${each.reason}`)}
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </Card>
  );
}
