import { useState, type FormEvent } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select, TextInput } from '@mantine/core';
import { Check, Gavel } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, problemOf } from '@shared/api/http';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { Card } from '@shared/office/Page';
import { Loading } from '@shared/office/states';
import type { Appeal, Standing } from '@shared/protocol/types';
import { AnnoyanceScore } from '@shared/standing/AnnoyanceScore';
import { ScoreLine } from '@shared/standing/ScoreLine';
import { Refusal } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';
import { reads } from '@console/operator/reads';
import styles from './standing.module.css';

const STEPS = ['warn', 'slow', 'pause', 'hide'] as const;
type Step = (typeof STEPS)[number];
const SPANS = ['7', '14', '30', 'open'] as const;

/** Is it a nuisance, which step is it on and until when, what does it say to that. */
export function StandingCards({ id, name, suspended }: { id: string; name: string; suspended: boolean }) {
  const { t } = useTranslation('standing');
  const { t: console } = useTranslation('console');
  const standing = useQuery(reads.standing(id));
  if (standing.isError || standing.data === undefined) {
    return (
      <Card title={t('title')}>
        {standing.isError ? (
          <Failed what={t('failed')} error={standing.error} retry={() => void standing.refetch()} />
        ) : (
          <Loading rows={4} label={console('loading')} />
        )}
      </Card>
    );
  }
  const open = standing.data.appeals.filter((appeal) => appeal.decision === null);
  return (
    <>
      <div className={styles.two}>
        <Card title={t('score')}>
          <AnnoyanceScore value={standing.data.annoyance} />
        </Card>
        <Card title={t('score')}>
          <ScoreLine days={standing.data.days} />
          {open.map((appeal) => (
            <AppealBox key={appeal.id} appeal={appeal} />
          ))}
        </Card>
      </div>
      <Ladder id={id} name={name} standing={standing.data} suspended={suspended} />
    </>
  );
}

function Ladder({
  id,
  name,
  standing,
  suspended,
}: {
  id: string;
  name: string;
  standing: Standing;
  suspended: boolean;
}) {
  const { t } = useTranslation('standing');
  const { t: console } = useTranslation('console');
  const format = useFormat();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Step | 'lift' | null>(null);
  const [span, setSpan] = useState<string>('14');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const sanction = standing.sanction ?? null;
  const at = sanction === null ? -1 : STEPS.findIndex((step) => step === sanction.step);
  const act = useMutation({
    mutationFn: (to: Step | 'lift') =>
      to === 'lift'
        ? api(`/operator/accounts/${id}/sanctions`, { method: 'DELETE', body: { reason: reason.trim() } })
        : api(`/operator/accounts/${id}/sanctions`, {
            body: {
              step: to,
              until: span === 'open' ? null : new Date(Date.now() + Number(span) * 86_400_000).toISOString(),
              reason: reason.trim(),
            },
          }),
    onSuccess: (_, to) => {
      setAsked(null);
      setReason('');
      setTried(false);
      toast({ message: to === 'lift' ? t('lifted', { name }) : t('done', { name, step: t(`step.${to}`) }) });
      return queries.invalidateQueries({ queryKey: ['operator'] });
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (asked !== null && reason.trim() !== '') act.mutate(asked);
  }

  return (
    <Card title={t('title')} aside={<span className={styles.help}>{t('steps')}</span>}>
      <ol className={styles.ladder}>
        {[...STEPS, 'suspend' as const].map((step, index) => {
          const here = suspended ? step === 'suspend' : index === at;
          const passed = suspended ? step !== 'suspend' : index < at;
          return (
            <li key={step} data-here={here || undefined} data-passed={passed || undefined}>
              <i aria-hidden>
                {passed && <Check size={14} strokeWidth={2.5} />}
                {here && <Gavel size={14} strokeWidth={2.2} />}
              </i>
              <strong>{t(`step.${step}`)}</strong>
              {here && sanction !== null && !suspended ? (
                <>
                  <b>
                    {sanction.until
                      ? t('now', { from: format.shortDate(sanction.since), until: format.shortDate(sanction.until) })
                      : t('nowOpen', { from: format.shortDate(sanction.since) })}
                  </b>
                  <span>
                    {sanction.byRule
                      ? t('byRule', { reason: sanction.reason })
                      : t('by', { who: sanction.byName, reason: sanction.reason })}
                  </span>
                </>
              ) : (
                <span>{t(`effect.${step}`)}</span>
              )}
            </li>
          );
        })}
      </ol>
      {sanction === null && !suspended && <p className={styles.help}>{t('none')}</p>}
      {asked === null ? (
        !suspended && (
          <div className={styles.acts}>
            {sanction !== null && (
              <Button variant="default" onClick={() => setAsked('lift')}>
                {t('lift')}
              </Button>
            )}
            {STEPS.filter((step) => step !== sanction?.step).map((step) => (
              <Button key={step} variant="default" onClick={() => setAsked(step)}>
                {t(`act.${step}`)}
              </Button>
            ))}
          </div>
        )
      ) : (
        <form className={styles.form} onSubmit={submit}>
          {asked !== 'lift' && (
            <Select
              label={t('until')}
              allowDeselect={false}
              data={SPANS.map((each) => ({ value: each, label: t(`days.${each}`) }))}
              value={span}
              onChange={(value) => setSpan(value ?? '14')}
            />
          )}
          <TextInput
            label={console('reason.label')}
            description={console('reason.help')}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={tried && reason.trim() === '' ? t('missing') : null}
          />
          {act.isError && <Refusal compact problem={problemOf(act.error)} title={t('refused')} />}
          <div className={styles.acts}>
            <Button type="submit" loading={act.isPending}>
              {asked === 'lift' ? t('liftAct') : t(`step.${asked}`)}
            </Button>
            <Button variant="default" onClick={() => setAsked(null)}>
              {t('leave')}
            </Button>
          </div>
        </form>
      )}
    </Card>
  );
}

/** What the company says, and the two decisions; each with a reason that the company reads. */
export function AppealBox({ appeal }: { appeal: Appeal }) {
  const { t } = useTranslation('standing');
  const { t: console } = useTranslation('console');
  const format = useFormat();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const decide = useMutation({
    mutationFn: (decision: 'lifted' | 'kept') =>
      api(`/operator/accounts/${appeal.account}/appeals/${appeal.id}/decision`, {
        body: { decision, reason: reason.trim() },
      }),
    onSuccess: () => {
      toast({ message: t('decided') });
      return queries.invalidateQueries({ queryKey: ['operator'] });
    },
  });
  const act = (decision: 'lifted' | 'kept') => {
    setTried(true);
    if (reason.trim() !== '') decide.mutate(decision);
  };
  return (
    <div className={styles.appeal}>
      <b>
        <Gavel size={16} strokeWidth={1.9} aria-hidden /> {t('appeal', { at: format.dayAndTime(appeal.at) })}
      </b>
      <p>{t('appealBy', { name: appeal.byName })}</p>
      <blockquote dir="auto">{appeal.text}</blockquote>
      <TextInput
        label={console('reason.label')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && reason.trim() === '' ? t('missing') : null}
      />
      {decide.isError && <Refusal compact problem={problemOf(decide.error)} title={t('decideRefused')} />}
      <div className={styles.acts}>
        <Button variant="default" loading={decide.isPending} onClick={() => act('lifted')}>
          {t('decide.lifted')}
        </Button>
        <Button variant="default" loading={decide.isPending} onClick={() => act('kept')}>
          {t('decide.kept')}
        </Button>
      </div>
    </div>
  );
}
