import { Trans, useTranslation } from 'react-i18next';
import type { Dosage, DosageOutcome } from '@shared/protocol/types';
import classes from './DosageControl.module.css';

interface DosageSentenceProps {
  dosage: Dosage;
  outcome: DosageOutcome;
  /** "Fridays at 18:00". */
  digestWhen: string;
}

/** What came lately, and what the shown choice would have made of it. */
export function DosageSentence({ dosage, outcome, digestWhen }: DosageSentenceProps) {
  const { t } = useTranslation('dosage');
  if (outcome.sent === 0) return <p className={classes.sentence}>{t('noneSent')}</p>;

  const { atOnce, held } = outcome.outcome;
  const values = {
    dosage: dosage.type === 'at-most' ? t(`phrase.at-most.${dosage.period}`, { count: dosage.count }) : '',
    held,
    when: digestWhen,
  };
  const key =
    dosage.type === 'everything'
      ? 'would.everything'
      : dosage.type === 'digest'
        ? 'would.digest'
        : dosage.type === 'answers-only'
          ? 'would.answersOnly'
          : held === 0
            ? 'would.allAtOnce'
            : atOnce === 0
              ? 'would.allHeld'
              : 'would.both';
  return (
    <p className={classes.sentence} aria-live="polite">
      <strong>{t('sent', { count: outcome.sent })}</strong>{' '}
      <Trans
        t={t}
        i18nKey={key}
        count={atOnce}
        values={values}
        components={{ once: <b className={classes.once} />, held: <b className={classes.once} /> }}
      />
    </p>
  );
}
