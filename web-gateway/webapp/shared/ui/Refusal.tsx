import { Hand, Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import type { Problem } from '../protocol/types';
import css from './Refusal.module.css';

export interface RefusalProps {
  problem: Problem;
  /** What did not happen; else the problem's own words. */
  title?: string;
  /** What is safe ("Your draft is safe."). */
  safe?: string;
  /** One or two ways out. */
  actions?: ReactNode;
  compact?: boolean;
}

/** The words of a problem in the present language, from its name. */
export function useProblemWords() {
  const { t, i18n } = useTranslation('shared');
  return (problem: Problem): { title: string; detail: string } => {
    const known = i18n.exists(`shared:problem.${problem.problem}.title`);
    const name = known ? problem.problem : 'unexpected';
    const values = { value: problem.value ?? '', limit: problem.limit ?? '', count: Number(problem.value ?? 0) };
    const detail = t(`problem.${name}.detail`, values);
    return {
      title: t(`problem.${name}.title`, values),
      detail: known ? detail : (problem.detail ?? detail),
    };
  };
}

/** What did not happen, why, since when and until when, and the way out; assertive, beside its cause. */
export function Refusal({ problem, title, safe, actions, compact = false }: RefusalProps) {
  const { t, i18n } = useTranslation('shared');
  const format = useFormat();
  const words = useProblemWords()(problem);
  const broken = ['unavailable', 'unexpected', 'offline'].includes(problem.problem);
  const rule = `shared:rule.${(problem.rule ?? '').replace(/[^a-z]+/g, '-')}`;
  const facts: [string, string][] = [];
  if (i18n.exists(rule)) facts.push([t('refusal.rule'), t(rule)]);
  if (problem.value !== undefined) facts.push([t('refusal.value'), said(problem.value)]);
  if (problem.limit !== undefined) facts.push([t('refusal.limit'), said(problem.limit)]);
  if (problem.possibleAgainAt) facts.push([t('refusal.possible-again'), format.dayAndTime(problem.possibleAgainAt)]);
  return (
    <section className={css.refusal} role="alert" data-compact={compact || undefined}>
      <div className={css.head}>
        <span className={css.icon} data-broken={broken || undefined} aria-hidden="true">
          {broken ? <Unplug size={20} strokeWidth={1.9} /> : <Hand size={20} strokeWidth={1.9} />}
        </span>
        <div>
          <h3 className={css.title}>{title ?? words.title}</h3>
          <p className={css.detail}>
            {words.detail} {safe}
          </p>
        </div>
      </div>
      {facts.length > 0 && !compact ? (
        <dl className={css.facts}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {actions ? <div className={css.actions}>{actions}</div> : null}
      <p className={css.name}>
        {problem.reference
          ? t('refusal.name-and-reference', { name: problem.problem, reference: problem.reference })
          : t('refusal.name', { name: problem.problem })}
      </p>
    </section>
  );

  function said(value: string | number): string {
    if (problem.rule === 'media.bytes') return format.bytes(Number(value));
    if (typeof value === 'number' || /^\d+$/.test(value)) return format.full(Number(value));
    return /^\d{4}-\d\d-\d\dT/.test(value) ? format.dayAndTime(value) : value;
  }
}
