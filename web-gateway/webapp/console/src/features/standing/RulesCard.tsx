import { useState, type FormEvent } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, problemOf } from '@shared/api/http';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { Card, TableFrame } from '@shared/office/Page';
import office from '@shared/office/office.module.css';
import { Loading } from '@shared/office/states';
import type { ScoreRule } from '@shared/protocol/types';
import { Refusal } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';
import { reads } from '@console/operator/reads';
import styles from './standing.module.css';

const EFFECTS = ['warn', 'slow', 'pause', 'hide', 'quota'] as const;
const COLUMNS = ['side', 'score', 'days', 'effect', 'amount', 'lasting'] as const;
const NEW: ScoreRule = { side: 'above', score: 7, days: 3, effect: 'slow', amount: 0, lastingDays: 14 };

/** The rules that go by annoyance scores, as a table that can be changed as a whole, with a reason for the audit log. */
export function RulesCard() {
  const { t } = useTranslation('standing');
  const { t: console } = useTranslation('console');
  const format = useFormat();
  const queries = useQueryClient();
  const rules = useQuery(reads.scoreRules());
  const [draft, setDraft] = useState<ScoreRule[] | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: (to: ScoreRule[]) =>
      api('/operator/score-rules', { method: 'PUT', body: { rules: to, reason: reason.trim() } }),
    onSuccess: () => {
      setDraft(null);
      setReason('');
      setTried(false);
      toast({ message: t('saved') });
      return queries.invalidateQueries({ queryKey: ['operator'] });
    },
  });
  const shown = draft ?? rules.data?.items ?? [];
  const effect = (name: ScoreRule['effect']) => (name === 'quota' ? t('effectQuota') : t(`step.${name}`));
  const change = (at: number, part: Partial<ScoreRule>) =>
    setDraft(shown.map((rule, index) => (index === at ? { ...rule, ...part } : rule)));
  const field = (column: (typeof COLUMNS)[number], at: number) =>
    t('field', { column: t(`col.${column}`), number: at + 1 });

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (draft !== null && reason.trim() !== '') save.mutate(draft);
  }

  return (
    <Card
      title={t('rules')}
      aside={
        rules.data !== undefined && (
          <button
            type="button"
            className="p-link"
            aria-expanded={draft !== null}
            onClick={() => setDraft(draft === null ? rules.data.items : null)}
          >
            {draft === null ? t('change') : t('leave')}
          </button>
        )
      }
    >
      {rules.isError ? (
        <Failed what={t('rulesFailed')} error={rules.error} retry={() => void rules.refetch()} />
      ) : rules.data === undefined ? (
        <Loading rows={4} label={console('loading')} />
      ) : (
        <form onSubmit={submit} className={styles.rules}>
          <TableFrame label={t('rules')}>
            <table className={office.table}>
              <thead>
                <tr>
                  {COLUMNS.map((column) => (
                    <th key={column} scope="col">
                      {t(`col.${column}`)}
                    </th>
                  ))}
                  {draft !== null && <td />}
                </tr>
              </thead>
              <tbody>
                {shown.map((rule, at) =>
                  draft === null ? (
                    <tr key={at}>
                      <td>{t(`rule.${rule.side}`)}</td>
                      <td>{format.decimal(rule.score)}</td>
                      <td>{format.full(rule.days)}</td>
                      <td>{effect(rule.effect)}</td>
                      <td>{rule.effect === 'quota' ? format.signed(rule.amount) : '–'}</td>
                      <td>{rule.effect === 'quota' ? '–' : format.full(rule.lastingDays)}</td>
                    </tr>
                  ) : (
                    <tr key={at}>
                      <td>
                        <Select
                          aria-label={field('side', at)}
                          allowDeselect={false}
                          w={104}
                          data={(['above', 'below'] as const).map((side) => ({
                            value: side,
                            label: t(`rule.${side}`),
                          }))}
                          value={rule.side}
                          onChange={(side) => change(at, { side: side === 'below' ? 'below' : 'above' })}
                        />
                      </td>
                      <td>
                        <NumberInput
                          aria-label={field('score', at)}
                          w={84}
                          min={0}
                          max={10}
                          step={0.5}
                          decimalScale={1}
                          value={rule.score}
                          onChange={(score) => change(at, { score: Number(score) })}
                        />
                      </td>
                      <td>
                        <NumberInput
                          aria-label={field('days', at)}
                          w={84}
                          min={1}
                          max={180}
                          value={rule.days}
                          onChange={(days) => change(at, { days: Number(days) })}
                        />
                      </td>
                      <td>
                        <Select
                          aria-label={field('effect', at)}
                          allowDeselect={false}
                          w={220}
                          data={EFFECTS.map((name) => ({ value: name, label: effect(name) }))}
                          value={rule.effect}
                          onChange={(name) =>
                            change(at, { effect: EFFECTS.find((each) => each === name) ?? rule.effect })
                          }
                        />
                      </td>
                      <td>
                        <NumberInput
                          aria-label={field('amount', at)}
                          w={84}
                          min={-1000}
                          max={1000}
                          disabled={rule.effect !== 'quota'}
                          value={rule.amount}
                          onChange={(amount) => change(at, { amount: Number(amount) })}
                        />
                      </td>
                      <td>
                        <NumberInput
                          aria-label={field('lasting', at)}
                          w={84}
                          min={1}
                          max={365}
                          disabled={rule.effect === 'quota'}
                          value={rule.lastingDays}
                          onChange={(lastingDays) => change(at, { lastingDays: Number(lastingDays) })}
                        />
                      </td>
                      <td>
                        <ActionIcon
                          variant="subtle"
                          size={36}
                          aria-label={t('remove', { number: at + 1 })}
                          onClick={() => setDraft(shown.filter((_, index) => index !== at))}
                        >
                          <Trash2 size={18} strokeWidth={1.9} aria-hidden />
                        </ActionIcon>
                      </td>
                    </tr>
                  ),
                )}
              </tbody>
            </table>
          </TableFrame>
          <p className={styles.help}>{t('rulesWhy')}</p>
          {draft !== null && (
            <>
              <div>
                <Button
                  variant="default"
                  leftSection={<Plus size={18} strokeWidth={1.9} aria-hidden />}
                  onClick={() => setDraft([...shown, NEW])}
                >
                  {t('add')}
                </Button>
              </div>
              <TextInput
                label={console('reason.label')}
                description={console('reason.help')}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
                error={tried && reason.trim() === '' ? t('missing') : null}
              />
              {save.isError && <Refusal compact problem={problemOf(save.error)} title={t('notSaved')} />}
              <div>
                <Button type="submit" loading={save.isPending}>
                  {t('save')}
                </Button>
              </div>
            </>
          )}
        </form>
      )}
    </Card>
  );
}
