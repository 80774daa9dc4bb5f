import { Gauge } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { digestWhen, dosageName, dosageShort } from '@shared/dosage/words';
import type { DigestSettings, Dosage } from '@shared/protocol/types';
import classes from './DosagePill.module.css';

interface DosagePillProps {
  dosage: Dosage;
  heldNow: number;
  digest: DigestSettings;
  onOpen: () => void;
}

/** In the header of every account's conversation: the present dosage and what is held; opens the control. */
export function DosagePill({ dosage, heldNow, digest, onOpen }: DosagePillProps) {
  const { t, i18n } = useTranslation('dosage');
  const name = dosageName(t, dosage, digestWhen(t, digest, i18n.language));
  return (
    <button type="button" className={classes.pill} aria-haspopup="dialog" title={name} onClick={onOpen}>
      <Gauge size={16} strokeWidth={1.9} aria-hidden="true" />
      <span className="p-hidden">{t('pill')}</span>
      <span className={classes.name}>{dosageName(t, dosage)}</span>
      <span className={classes.short}>{dosageShort(t, dosage)}</span>
      {heldNow > 0 ? (
        <span className={`p-tag ${classes.held}`} data-role="primary">
          {t('pillHeld', { count: heldNow })}
        </span>
      ) : null}
    </button>
  );
}
