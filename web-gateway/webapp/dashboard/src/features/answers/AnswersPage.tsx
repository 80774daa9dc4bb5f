import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ActionIcon, Button, Switch } from '@mantine/core';
import { ArrowDown, ArrowUp, Bot, Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, problemOf } from '@shared/api/http';
import { Failed } from '@shared/office/Failed';
import { Card, Page } from '@shared/office/Page';
import { RouteLink } from '@shared/office/RouteLink';
import { Loading } from '@shared/office/states';
import type { AnswerRule } from '@shared/protocol/types';
import { usePreview } from '@shared/ui/preview';
import { Empty } from '@shared/ui/Empty';
import { useProblemWords } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';
import { may } from '@dashboard/account/may';
import { useAccount } from '@dashboard/account/useAccount';
import parts from '@dashboard/parts/parts.module.css';
import { answerReads } from './answerReads';
import { newRuleOf } from './model/rule';
import { RuleSheet } from './RuleSheet';
import { Tester } from './Tester';
import styles from './answers.module.css';

/** What the machine answers, in which order, and a way to try it. */
export function AnswersPage() {
  const { t } = useTranslation('answers');
  const account = useAccount();
  const queries = useQueryClient();
  const words = useProblemWords();
  const read = answerReads.rules(account.id);
  const rules = useQuery(read);
  const [editing, setEditing] = useState<AnswerRule | 'new' | null>(null);
  const writes = may(account.role, 'release');
  const path = `/accounts/${account.id}/answer-rules`;
  const refresh = () => queries.invalidateQueries({ queryKey: read.queryKey });
  const settled = {
    onError: (error: unknown) =>
      toast({ message: words(problemOf(error)).title, detail: words(problemOf(error)).detail }),
    onSettled: refresh,
  };
  const change = useMutation({
    mutationFn: (rule: AnswerRule) => api(`${path}/${rule.id}`, { method: 'PUT', body: newRuleOf(rule) }),
    ...settled,
  });
  const order = useMutation({
    mutationFn: (ids: string[]) => api(`${path}/order`, { method: 'PUT', body: { order: ids } }),
    ...settled,
  });
  const remove = useMutation({
    mutationFn: (rule: AnswerRule) => api(`${path}/${rule.id}`, { method: 'DELETE' }),
    onSuccess: (_, rule) =>
      toast({
        message: t('removed', { name: rule.name }),
        undo: () => void api(path, { method: 'POST', body: newRuleOf(rule) }).then(refresh),
      }),
    ...settled,
  });
  const items = rules.data?.items ?? [];
  const ids = items.map((rule) => rule.id);

  function move(at: number, by: 1 | -1) {
    const next = [...ids];
    [next[at], next[at + by]] = [next[at + by]!, next[at]!];
    order.mutate(next);
  }

  return (
    <Page
      title={t('title')}
      actions={
        writes ? (
          <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setEditing('new')}>
            {t('add')}
          </Button>
        ) : undefined
      }
    >
      <div className={parts.two}>
        <div className={styles.column}>
          <Card title={t('greeting')}>
            <p className={styles.greeting} dir="auto">
              {account.welcome === '' ? t('noGreeting') : account.welcome}
            </p>
            <p className={parts.quiet}>
              {t('greetingWhat')}{' '}
              <RouteLink className="p-link" to={`/${account.id}/settings`}>
                {t('greetingChange')}
              </RouteLink>
            </p>
          </Card>
          <Card title={t('rules')}>
            <p className={parts.quiet}>{t('rulesWhat')}</p>
            {rules.isError ? (
              <Failed what={t('failed')} error={rules.error} retry={() => void rules.refetch()} />
            ) : rules.data === undefined ? (
              <Loading rows={4} label={t('loading')} />
            ) : items.length === 0 ? (
              <Empty picture={<Bot size={36} strokeWidth={1.6} aria-hidden />} title={t('none')} text={t('noneWhy')} />
            ) : (
              <ol className={styles.rules}>
                {items.map((rule, at) => (
                  <RuleRow
                    key={rule.id}
                    rule={rule}
                    number={at + 1}
                    writes={writes}
                    onUp={at === 0 ? null : () => move(at, -1)}
                    onDown={at === items.length - 1 ? null : () => move(at, 1)}
                    onEnabled={(enabled) => change.mutate({ ...rule, enabled })}
                    onEdit={() => setEditing(rule)}
                    onRemove={() => remove.mutate(rule)}
                  />
                ))}
              </ol>
            )}
          </Card>
        </div>
        <Tester rules={items} />
      </div>
      {editing !== null && (
        <RuleSheet
          rule={editing === 'new' ? null : editing}
          path={path}
          onDone={() => {
            void refresh();
            setEditing(null);
          }}
          onClose={() => setEditing(null)}
        />
      )}
    </Page>
  );
}

interface RowProps {
  rule: AnswerRule;
  number: number;
  writes: boolean;
  onUp: (() => void) | null;
  onDown: (() => void) | null;
  onEnabled: (enabled: boolean) => void;
  onEdit: () => void;
  onRemove: () => void;
}

function RuleRow({ rule, number, writes, onUp, onDown, onEnabled, onEdit, onRemove }: RowProps) {
  const { t } = useTranslation('answers');
  const preview = usePreview();
  const icon = { size: 16, strokeWidth: 1.9, 'aria-hidden': true } as const;
  return (
    <li className={styles.rule} data-off={!rule.enabled || undefined}>
      <span className={styles.number} aria-hidden>
        {number}
      </span>
      <div className={styles.ruleBody}>
        <strong dir="auto">{rule.name}</strong>
        <span>
          {t(`trigger.${rule.trigger}`)}
          {rule.words.length > 0 && `: ${rule.words.join(', ')}`}
          {rule.hours !== 'always' && ` · ${t(`at.${rule.hours}`)}`}
        </span>
        <span dir="auto">{rule.bodies.map((body) => preview(body)).join(' · ')}</span>
      </div>
      {writes && (
        <div className={styles.ruleActs}>
          <Switch
            size="sm"
            checked={rule.enabled}
            aria-label={t('enabled', { name: rule.name })}
            onChange={(event) => onEnabled(event.currentTarget.checked)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={onUp === null}
            aria-label={t('up', { name: rule.name })}
            onClick={onUp ?? undefined}
          >
            <ArrowUp {...icon} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={onDown === null}
            aria-label={t('down', { name: rule.name })}
            onClick={onDown ?? undefined}
          >
            <ArrowDown {...icon} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={t('edit', { name: rule.name })} onClick={onEdit}>
            <Pencil {...icon} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={t('remove', { name: rule.name })} onClick={onRemove}>
            <Trash2 {...icon} />
          </ActionIcon>
        </div>
      )}
    </li>
  );
}
