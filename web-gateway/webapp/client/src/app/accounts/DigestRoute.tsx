import { useMemo, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pushReports } from '@client/features/account';
import { digest as digestQuery, DigestPage } from '@client/features/digest';
import { dosageShort } from '@shared/dosage/words';
import type { DigestSettings, Me, Message, Party } from '@shared/protocol/types';
import { Bubble } from '@shared/ui/Bubble';
import { toast } from '@shared/ui/toast';
import { useBodyActs, useInbox } from '@client/features/conversations';
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
      renderBody={(message) => <Held message={message} />}
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

/** A push message that was held: its buttons act in the account's conversation, where what one taps is then found. */
function Held({ message }: { message: Message }) {
  const { t } = useTranslation('digest');
  const navigate = useNavigate();
  const open = () => void navigate({ to: '/c/$id', params: { id: message.conversationId } });
  const followed = useInbox((inbox) => (inbox.conversations[message.conversationId]?.follow ?? null) !== null);
  const { acts, layer } = useBodyActs(
    message.conversationId,
    open,
    (id) => void navigate({ to: '/p/$id', params: { id } }),
  );
  const told = useMemo(() => {
    const tell = () =>
      toast({ message: t('sent'), about: 'held', actions: [{ label: t('toConversation'), act: open }] });
    return {
      ...acts,
      act: (...[action, at]: Parameters<typeof acts.act>) => {
        acts.act(action, at);
        if (action.type === 'say' || action.type === 'postback') tell();
      },
      pick: (...given: Parameters<typeof acts.pick>) => {
        acts.pick(...given);
        tell();
      },
      answer: (...given: Parameters<typeof acts.answer>) => {
        acts.answer(...given);
        tell();
      },
    };
    // `open` is made anew with every render and always leads to the same place
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [acts, t]);
  return (
    <>
      <Bubble
        body={message.body}
        mine={false}
        sentAt={message.sentAt}
        acts={followed ? told : null}
        sequence={message.sequence}
        onOpenLink={(link) => pushReports.opened(message.id, link)}
        onOpenImage={() => pushReports.opened(message.id)}
      />
      {layer}
    </>
  );
}
