import { useEffect, useState } from 'react';
import { DosageSheet, useDosageChoice } from '@client/features/dosage';
import { LessUnfollow } from '@client/features/follow';
import type { DigestSettings, Follow, Party } from '@shared/protocol/types';
import type { AccountActs } from './AccountActs';

interface DosageDialogProps {
  /** Whose dosage is open, or null. */
  party: Party | null;
  follow: Follow | null;
  digest: DigestSettings;
  acts: AccountActs;
  onClose: () => void;
  onChangeDigest: () => void;
}

/** The dosage of one account as a sheet; it keeps showing the last one while it closes. */
export function DosageDialog({ party, follow, ...rest }: DosageDialogProps) {
  const [last, setLast] = useState<{ party: Party; follow: Follow } | null>(null);
  useEffect(() => {
    if (party && follow) setLast({ party, follow });
  }, [party, follow]);
  const shown = party && follow ? { party, follow } : last;
  return shown ? <Open key={shown.party.id} {...shown} opened={party !== null} {...rest} /> : null;
}

function Open({
  party,
  follow,
  digest,
  acts,
  opened,
  onClose,
  onChangeDigest,
}: Omit<DosageDialogProps, 'party' | 'follow'> & { party: Party; follow: Follow; opened: boolean }) {
  const choice = useDosageChoice(follow.dosage, (next, previous) => acts.choose(party, next, previous));
  const close = () => {
    choice.rest();
    onClose();
  };
  return (
    <DosageSheet
      opened={opened}
      onClose={close}
      party={party}
      follow={follow}
      dosage={choice.shown}
      digest={digest}
      onChange={choice.choose}
      onRest={choice.rest}
      onChangeDigest={onChangeDigest}
      foot={
        <LessUnfollow
          size="tall"
          less={follow.less}
          onLess={() => acts.less(party)}
          onUnfollow={() => {
            acts.unfollow(party);
          }}
        />
      }
    />
  );
}
