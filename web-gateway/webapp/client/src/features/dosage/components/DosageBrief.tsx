import { Trans, useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { dosageName, digestWhen } from '@shared/dosage/words';
import type { DigestSettings, Dosage, Uuid } from '@shared/protocol/types';
import { outcomeOf } from '../api';
import { lineOf } from '../model/strip';
import { DoseStrip } from './DoseStrip';
import classes from './DosageBrief.module.css';

interface DosageBriefProps {
  account: Uuid;
  dosage: Dosage;
  digest: DigestSettings;
  /** Each move of the line. */
  onMove: (count: number) => void;
  onRest: () => void;
  onOpen: () => void;
}

/** The dosage in the details column: what it is, what came lately, and the line to move it. */
export function DosageBrief({ account, dosage, digest, onMove, onRest, onOpen }: DosageBriefProps) {
  const { t, i18n } = useTranslation('dosage');
  const { data: outcome, isError } = useQuery(outcomeOf(account, dosage));
  const name = dosageName(t, dosage, digestWhen(t, digest, i18n.language));
  const counts = outcome?.outcome;
  return (
    <section className={classes.brief} aria-label={t('yours')}>
      <div className={classes.head}>
        <h3>{t('yours')}</h3>
        <button type="button" className="p-link" aria-haspopup="dialog" onClick={onOpen}>
          {t('change')}
        </button>
      </div>
      <p className={classes.words}>
        <Trans t={t} i18nKey="brief.dosage" values={{ dosage: name }} components={{ b: <b /> }} />{' '}
        {outcome && counts ? (
          outcome.sent === 0 ? (
            t('brief.none')
          ) : (
            <Trans
              t={t}
              i18nKey="brief.lately"
              values={{
                came: t('brief.came', { count: counts.atOnce }),
                held: t('brief.held', { count: counts.held }),
              }}
              components={{ b: <b /> }}
            />
          )
        ) : isError ? (
          t('broken')
        ) : null}
      </p>
      <div className={classes.strip}>
        {outcome && counts ? (
          <DoseStrip
            strip={outcome.strip}
            line={lineOf(dosage)}
            words={t('line.value', { dosage: name, ...counts })}
            heightPx={72}
            onMove={onMove}
            onRelease={onRest}
          />
        ) : null}
      </div>
    </section>
  );
}
