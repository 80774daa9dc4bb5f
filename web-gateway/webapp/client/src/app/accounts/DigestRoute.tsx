import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pushReports } from '@client/features/account';
import { digest as digestQuery, DigestPage } from '@client/features/digest';
import { dosageShort } from '@shared/dosage/words';
import type { DigestSettings, Me, Party } from '@shared/protocol/types';
import { Bubble } from '@shared/ui/Bubble';
import { useAccountActs } from './AccountActs';

interface DigestRouteProps {
  me: Me;
  onSettings: (settings: DigestSettings) => Promise<unknown>;
  back?: ReactNode;
  empty: ReactNode;
}

/** The digest with what can be done about each account in it. */
export function DigestRoute({ me, onSettings, back, empty }: DigestRouteProps) {
  const acts = useAccountActs();
  const client = useQueryClient();
  const { t: words } = useTranslation('dosage');
  const actsOn = (party: Party) => {
    const follow = acts.followOf(party.id);
    if (!follow) return null;
    return {
      dosage: dosageShort(words, follow.dosage),
      less: follow.less ? () => acts.less(party) : null,
      more: () => acts.openDosage(party),
      unfollow: () => acts.unfollow(party),
    };
  };
  return (
    <DigestPage
      timeZone={me.timeZone}
      actsOn={actsOn}
      renderBody={(message) => (
        <Bubble
          body={message.body}
          mine={false}
          sentAt={message.sentAt}
          onOpenLink={() => pushReports.opened(message.id)}
          onOpenImage={() => pushReports.opened(message.id)}
        />
      )}
      watch={(element, push) => pushReports.watch(element, push)}
      onSettings={async (settings) => {
        await onSettings(settings);
        await client.invalidateQueries({ queryKey: digestQuery.queryKey });
      }}
      back={back}
      empty={empty}
    />
  );
}
