import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, problemOf } from '@shared/api/http';
import { Failed } from '@shared/office/Failed';
import { Card } from '@shared/office/Page';
import { Loading } from '@shared/office/states';
import type { OpeningHours, Problem } from '@shared/protocol/types';
import { Refusal } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';
import { deviceZone } from '@dashboard/account/reads';
import { useAccount } from '@dashboard/account/useAccount';
import parts from '@dashboard/parts/parts.module.css';
import { settingReads } from './settingReads';
import styles from './deskset.module.css';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

type Draft = Pick<OpeningHours, 'timeZone' | 'week' | 'holidays'>;

/** When somebody is there: by day, with holidays, in the account's own time zone. */
export function Hours({ owner }: { owner: boolean }) {
  const { t } = useTranslation('deskset');
  const account = useAccount();
  const hours = useQuery(settingReads.hours(account.id));
  return (
    <Card title={t('hours')}>
      {hours.isError ? (
        <Failed what={t('failed')} error={hours.error} retry={() => void hours.refetch()} />
      ) : hours.data === undefined ? (
        <Loading rows={8} label={t('loading')} />
      ) : (
        <HoursForm key={JSON.stringify(hours.data.week)} hours={hours.data} owner={owner} />
      )}
    </Card>
  );
}

function HoursForm({ hours, owner }: { hours: OpeningHours; owner: boolean }) {
  const { t } = useTranslation('deskset');
  const account = useAccount();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Draft>({
    timeZone: hours.week.length === 0 ? deviceZone() : hours.timeZone,
    week: hours.week,
    holidays: hours.holidays,
  });
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = useMutation({
    mutationFn: (body: Draft) => api<OpeningHours>(`/accounts/${account.id}/opening-hours`, { method: 'PUT', body }),
    onSuccess: () => {
      setProblem(null);
      toast({ message: t('saved') });
    },
    onError: (error) => setProblem(problemOf(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: settingReads.hours(account.id).queryKey }),
  });
  const zones = [...new Set([draft.timeZone, ...Intl.supportedValuesOf('timeZone')])];
  const setSpan = (at: number, span: Partial<Draft['week'][number]>) =>
    setDraft({ ...draft, week: draft.week.map((each, i) => (i === at ? { ...each, ...span } : each)) });
  const setHoliday = (at: number, day: Partial<Draft['holidays'][number]>) =>
    setDraft({ ...draft, holidays: draft.holidays.map((each, i) => (i === at ? { ...each, ...day } : each)) });

  return (
    <form
      className={parts.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(draft);
      }}
    >
      <p className={parts.quiet}>{draft.week.length === 0 ? t('hoursAlways') : t('hoursWhat')}</p>
      <NativeSelect
        label={t('timeZone')}
        value={draft.timeZone}
        data={zones}
        disabled={!owner}
        onChange={(event) => setDraft({ ...draft, timeZone: event.currentTarget.value })}
      />
      <ul className={styles.days}>
        {DAYS.map((day) => {
          const spans = draft.week.map((span, at) => ({ span, at })).filter((each) => each.span.day === day);
          return (
            <li key={day}>
              <span>{t(`day.${day}`)}</span>
              <div>
                {spans.length === 0 && <span className={parts.quiet}>{t('closed')}</span>}
                {spans.map(({ span, at }) => (
                  <span key={at} className={styles.span}>
                    <TextInput
                      type="time"
                      size="xs"
                      aria-label={t('opensOn', { day: t(`day.${day}`) })}
                      value={span.opens}
                      disabled={!owner}
                      onChange={(event) => setSpan(at, { opens: event.currentTarget.value })}
                    />
                    <span aria-hidden>–</span>
                    <TextInput
                      type="time"
                      size="xs"
                      aria-label={t('closesOn', { day: t(`day.${day}`) })}
                      value={span.closes}
                      disabled={!owner}
                      onChange={(event) => setSpan(at, { closes: event.currentTarget.value })}
                    />
                    {owner && (
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('spanRemove', { day: t(`day.${day}`) })}
                        onClick={() => setDraft({ ...draft, week: draft.week.filter((_, i) => i !== at) })}
                      >
                        <Trash2 size={16} strokeWidth={1.9} aria-hidden />
                      </ActionIcon>
                    )}
                  </span>
                ))}
              </div>
              {owner && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('spanAdd', { day: t(`day.${day}`) })}
                  onClick={() =>
                    setDraft({
                      ...draft,
                      week: [
                        ...draft.week,
                        spans.length === 0
                          ? { day, opens: '09:00', closes: '17:00' }
                          : { day, opens: '18:00', closes: '20:00' },
                      ],
                    })
                  }
                >
                  <Plus size={16} strokeWidth={1.9} aria-hidden />
                </ActionIcon>
              )}
            </li>
          );
        })}
      </ul>
      <div>
        <h3 className={styles.sub}>{t('holidays')}</h3>
        {draft.holidays.map((holiday, at) => (
          <div key={at} className={styles.span}>
            <TextInput
              type="date"
              size="xs"
              aria-label={t('holidayDate')}
              value={holiday.date ?? ''}
              disabled={!owner}
              onChange={(event) => setHoliday(at, { date: event.currentTarget.value })}
            />
            <TextInput
              size="xs"
              aria-label={t('holidayName')}
              placeholder={t('holidayName')}
              value={holiday.name ?? ''}
              maxLength={60}
              disabled={!owner}
              onChange={(event) => setHoliday(at, { name: event.currentTarget.value })}
            />
            {owner && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('holidayRemove')}
                onClick={() => setDraft({ ...draft, holidays: draft.holidays.filter((_, i) => i !== at) })}
              >
                <Trash2 size={16} strokeWidth={1.9} aria-hidden />
              </ActionIcon>
            )}
          </div>
        ))}
        {owner && (
          <Button
            variant="subtle"
            size="xs"
            leftSection={<Plus size={16} aria-hidden />}
            onClick={() =>
              setDraft({
                ...draft,
                holidays: [...draft.holidays, { date: new Date().toISOString().slice(0, 10), name: '' }],
              })
            }
          >
            {t('holidayAdd')}
          </Button>
        )}
      </div>
      {problem !== null && <Refusal problem={problem} title={t('notSaved')} safe={problem.errors?.[0]?.detail} />}
      {owner && (
        <div className={parts.saveRow}>
          <Button type="submit" loading={save.isPending}>
            {t('save')}
          </Button>
        </div>
      )}
    </form>
  );
}
