import { useId, useState, type ReactNode } from 'react';
import { ChartColumn, Check, Table2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { digestWhen, dosageName, sameDosage } from '@shared/dosage/words';
import type { DigestSettings, Dosage, DosageOutcome } from '@shared/protocol/types';
import { outcomeOf } from '../api';
import { columnName } from '../model/columns';
import { clamp, lineOf } from '../model/strip';
import { Amount } from './Amount';
import { DoseStrip } from './DoseStrip';
import { DosageSentence } from './DosageSentence';
import classes from './DosageControl.module.css';

type AtMost = Extract<Dosage, { type: 'at-most' }>;

interface DosageControlProps {
  account: string;
  dosage: Dosage;
  /** Called with every move; whoever saves waits until the hand rests. */
  onChange: (dosage: Dosage) => void;
  /** The hand let go of the line. */
  onRest?: () => void;
  digest: DigestSettings;
  onChangeDigest?: () => void;
}

/** How much one account may send: the strip of the last four weeks over the choices with their outcomes. */
export function DosageControl({ account, dosage, onChange, onRest, digest, onChangeDigest }: DosageControlProps) {
  const { t, i18n } = useTranslation('dosage');
  const group = useId();
  const [lastAmount, setLastAmount] = useState<AtMost>(
    dosage.type === 'at-most' ? dosage : { type: 'at-most', count: 2, period: 'week' },
  );
  const amount = dosage.type === 'at-most' ? dosage : lastAmount;
  const when = digestWhen(t, digest, i18n.language);
  const { data: outcome, isError } = useQuery(outcomeOf(account, dosage));

  const choose = (next: Dosage) => {
    if (next.type === 'at-most') setLastAmount(next);
    onChange(next);
  };
  const setAmount = (change: Partial<AtMost>) => choose({ ...amount, ...change, type: 'at-most' });
  const countsOf = (choice: Dosage) => {
    if (sameDosage(choice, dosage) && outcome && sameDosage(outcome.of, dosage)) return outcome.outcome;
    return outcome?.choices.find((other) => sameDosage(other.dosage, choice));
  };

  return (
    <div className={classes.control}>
      <section className={classes.card}>
        {outcome ? (
          <Lately
            outcome={outcome}
            dosage={dosage}
            when={when}
            counts={countsOf(dosage)}
            onMove={(count) => setAmount({ count })}
            onRest={onRest}
          />
        ) : (
          <div className={classes.latelyRoom} aria-busy={!isError}>
            <p className={classes.sentence}>
              {isError ? t('broken') : <span className={classes.bone}>{t('loading')}</span>}
            </p>
          </div>
        )}
      </section>

      <fieldset className={classes.choices}>
        <legend className={classes.unseen}>{t('choices.legend')}</legend>
        <ChoiceRow
          group={group}
          checked={dosage.type === 'everything'}
          label={t('choices.everything')}
          help={t('choices.everythingHelp')}
          counts={countsOf({ type: 'everything' })}
          onChoose={() => choose({ type: 'everything' })}
        />
        <ChoiceRow
          group={group}
          checked={dosage.type === 'at-most'}
          label={t('choices.atMost')}
          counts={countsOf(amount)}
          onChoose={() => choose(amount)}
        >
          <div className={classes.amount}>
            <Amount count={amount.count} onCount={(count) => setAmount({ count: clamp(count) })} />
            <span>{t('choices.a')}</span>
            <select
              className={classes.period}
              aria-label={t('choices.per')}
              value={amount.period}
              onChange={(event) => setAmount({ period: event.currentTarget.value as AtMost['period'] })}
            >
              <option value="day">{t('choices.day')}</option>
              <option value="week">{t('choices.week')}</option>
              <option value="month">{t('choices.month')}</option>
            </select>
          </div>
        </ChoiceRow>
        <ChoiceRow
          group={group}
          checked={dosage.type === 'digest'}
          label={t('choices.digest')}
          help={when}
          counts={countsOf({ type: 'digest' })}
          onChoose={() => choose({ type: 'digest' })}
        >
          {onChangeDigest && dosage.type === 'digest' ? (
            <button type="button" className={classes.link} onClick={onChangeDigest}>
              {t('change-digest')}
            </button>
          ) : null}
        </ChoiceRow>
        <ChoiceRow
          group={group}
          checked={dosage.type === 'answers-only'}
          label={t('choices.answersOnly')}
          help={t('choices.answersOnlyHelp')}
          counts={countsOf({ type: 'answers-only' })}
          onChoose={() => choose({ type: 'answers-only' })}
        />
      </fieldset>

      <p className={classes.always}>
        <Check size={16} aria-hidden="true" />
        {t('choices.always')}
      </p>
    </div>
  );
}

interface LatelyProps {
  outcome: DosageOutcome;
  dosage: Dosage;
  when: string;
  counts: Counts | undefined;
  onMove: (count: number) => void;
  onRest?: () => void;
}

function Lately({ outcome, dosage, when, counts, onMove, onRest }: LatelyProps) {
  const { t, i18n } = useTranslation('dosage');
  const [asTable, setAsTable] = useState(false);
  const name = dosageName(t, dosage, when);
  const words = counts ? t('line.value', { dosage: name, ...counts }) : name;
  return (
    <>
      <DosageSentence dosage={dosage} outcome={counts ? { ...outcome, outcome: counts } : outcome} digestWhen={when} />
      {asTable ? (
        <OutcomeTable outcome={outcome} language={i18n.language} />
      ) : (
        <DoseStrip strip={outcome.strip} line={lineOf(dosage)} words={words} onMove={onMove} onRelease={onRest} />
      )}
      <div className={classes.legend}>
        <Sign kind="at-once" /> <span>{t('legend.atOnce')}</span>
        <Sign kind="held" /> <span>{t('legend.held')}</span>
        <button
          type="button"
          className={classes.tableToggle}
          aria-pressed={asTable}
          aria-label={t('table.show')}
          title={asTable ? t('table.showStrip') : t('table.show')}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? <ChartColumn size={16} aria-hidden="true" /> : <Table2 size={16} aria-hidden="true" />}
        </button>
      </div>
    </>
  );
}

function OutcomeTable({ outcome, language }: { outcome: DosageOutcome; language: string }) {
  const { t } = useTranslation('dosage');
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('table.period')}</th>
          <th scope="col">{t('table.atOnce')}</th>
          <th scope="col">{t('table.held')}</th>
        </tr>
      </thead>
      <tbody>
        {outcome.strip.columns.map((column) => {
          const held = column.items.filter((item) => item.decision === 'held').length;
          return (
            <tr key={column.start}>
              <th scope="row">{columnName(column, outcome.strip.period, language, t)}</th>
              <td>{column.items.length - held}</td>
              <td>{held}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface ChoiceRowProps {
  group: string;
  checked: boolean;
  label: string;
  help?: string;
  counts: Counts | undefined;
  onChoose: () => void;
  children?: ReactNode;
}

function ChoiceRow({ group, checked, label, help, counts, onChoose, children }: ChoiceRowProps) {
  const { t } = useTranslation('dosage');
  const outcome = useId();
  return (
    <div className={classes.choice} data-checked={checked || undefined}>
      <label className={classes.choiceLabel}>
        <input
          type="radio"
          name={group}
          checked={checked}
          onChange={onChoose}
          aria-describedby={counts ? outcome : undefined}
        />
        <span>
          <span className={classes.choiceName}>{label}</span>
          {help ? <span className={classes.choiceHelp}>{help}</span> : null}
        </span>
      </label>
      {children ? <div className={classes.choiceMore}>{children}</div> : null}
      {counts ? (
        <span className={classes.counts}>
          <span id={outcome} className={classes.unseen}>
            {t('choices.outcome', { atOnce: counts.atOnce, held: counts.held })}
          </span>
          {counts.atOnce > 0 || counts.held === 0 ? (
            <span aria-hidden="true">
              <Sign kind="at-once" /> {counts.atOnce}
            </span>
          ) : null}
          {counts.held > 0 ? (
            <span aria-hidden="true">
              <Sign kind="held" /> {counts.held}
            </span>
          ) : null}
        </span>
      ) : null}
    </div>
  );
}

export function Sign({ kind }: { kind: 'at-once' | 'held' }) {
  return <span className={classes.sign} data-held={kind === 'held' || undefined} aria-hidden="true" />;
}

interface Counts {
  atOnce: number;
  held: number;
}
