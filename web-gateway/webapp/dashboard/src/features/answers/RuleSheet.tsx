import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, problemOf } from '@shared/api/http';
import type { AnswerRule, Problem } from '@shared/protocol/types';
import { Refusal } from '@shared/ui/Refusal';
import { Sheet } from '@shared/ui/Sheet';
import parts from '@dashboard/parts/parts.module.css';
import { newRuleOf, wordsOf } from './model/rule';

interface Props {
  rule: AnswerRule | null;
  path: string;
  onDone: () => void;
  onClose: () => void;
}

const TRIGGERS: readonly AnswerRule['trigger'][] = ['keyword', 'exact', 'any'];
const HOURS: readonly AnswerRule['hours'][] = ['always', 'open', 'closed'];

/** One rule: when it answers, and what. */
export function RuleSheet({ rule, path, onDone, onClose }: Props) {
  const { t } = useTranslation('answers');
  const [name, setName] = useState(rule?.name ?? '');
  const [trigger, setTrigger] = useState<AnswerRule['trigger']>(rule?.trigger ?? 'keyword');
  const [words, setWords] = useState(rule?.words.join(', ') ?? '');
  const [hours, setHours] = useState<AnswerRule['hours']>(rule?.hours ?? 'always');
  const first = rule?.bodies[0];
  const [text, setText] = useState(first?.type === 'text' ? first.text : '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const others = (rule?.bodies ?? []).slice(first?.type === 'text' ? 1 : 0);
  const given = wordsOf(words);
  const whole = name.trim() !== '' && text.trim() !== '' && (trigger === 'any' || given.length > 0);
  const save = useMutation({
    mutationFn: () =>
      api<AnswerRule>(rule === null ? path : `${path}/${rule.id}`, {
        method: rule === null ? 'POST' : 'PUT',
        body: newRuleOf({
          name: name.trim(),
          enabled: rule?.enabled ?? true,
          trigger,
          words: trigger === 'any' ? [] : given,
          hours,
          bodies: [{ type: 'text', text: text.trim() }, ...others],
        }),
      }),
    onSuccess: onDone,
    onError: (error) => setProblem(problemOf(error)),
  });
  return (
    <Sheet
      opened
      onClose={onClose}
      title={rule === null ? t('add') : t('edit', { name: rule.name })}
      foot={
        <Button disabled={!whole} loading={save.isPending} onClick={() => save.mutate()}>
          {t('save')}
        </Button>
      }
    >
      <div className={parts.form}>
        <TextInput
          label={t('name')}
          description={t('nameWhy')}
          value={name}
          maxLength={60}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('when')}
          value={trigger}
          data={TRIGGERS.map((each) => ({ value: each, label: t(`trigger.${each}`) }))}
          onChange={(event) => setTrigger(event.currentTarget.value as AnswerRule['trigger'])}
        />
        {trigger !== 'any' && (
          <TextInput
            label={t('words')}
            description={t('wordsWhy')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
        <NativeSelect
          label={t('hours')}
          value={hours}
          data={HOURS.map((each) => ({ value: each, label: t(`at.${each}`) }))}
          onChange={(event) => setHours(event.currentTarget.value as AnswerRule['hours'])}
        />
        <Textarea
          label={t('answer')}
          description={t('answerWhy')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {problem !== null && <Refusal problem={problem} title={t('notSaved')} safe={problem.errors?.[0]?.detail} />}
      </div>
    </Sheet>
  );
}
