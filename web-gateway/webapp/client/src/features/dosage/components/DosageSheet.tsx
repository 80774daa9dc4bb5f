import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import type { DigestSettings, Dosage, Follow, Party } from '@shared/protocol/types';
import { PartyName } from '@shared/ui/PartyName';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { Sheet } from '@shared/ui/Sheet';
import { DosageControl } from './DosageControl';
import classes from './DosageSheet.module.css';

interface DosageSheetProps {
  opened: boolean;
  onClose: () => void;
  party: Party;
  follow: Follow;
  /** What is shown; it runs ahead of what is saved. */
  dosage: Dosage;
  digest: DigestSettings;
  onChange: (dosage: Dosage) => void;
  onRest: () => void;
  onChangeDigest: () => void;
  /** Less and Unfollow. */
  foot: ReactNode;
}

/** The dosage of one account: who it is, what came, the choices, and Less beside Unfollow at the foot. */
export function DosageSheet({
  opened,
  onClose,
  party,
  follow,
  dosage,
  digest,
  onChange,
  onRest,
  onChangeDigest,
  foot,
}: DosageSheetProps) {
  const { t } = useTranslation('dosage');
  const format = useFormat();
  return (
    <Sheet
      opened={opened}
      onClose={onClose}
      label={t('titleOf', { name: party.name })}
      title={
        <div className={classes.title}>
          <PartyPicture party={party} size={40} />
          <div>
            <h2>
              <PartyName name={party.name} verified={party.verified} />
            </h2>
            <p>{t('followedSince', { month: format.monthAndYear(follow.since) })}</p>
          </div>
        </div>
      }
      foot={foot}
    >
      <DosageControl
        account={party.id}
        dosage={dosage}
        onChange={onChange}
        onRest={onRest}
        digest={digest}
        onChangeDigest={onChangeDigest}
      />
    </Sheet>
  );
}
