import { lazy, Suspense, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { AccountDetails } from '@client/features/account';
import { directoryEntry, ShareSheet } from '@client/features/discover';
import { DosageBrief, useDosageChoice } from '@client/features/dosage';
import { LessUnfollow } from '@client/features/follow';
import type { Conversation, Follow, Me, Party } from '@shared/protocol/types';
import { useAccountActs } from './AccountActs';

const AccountAnnoyance = lazy(() => import('@shared/standing/AccountAnnoyance'));

/** The details of an account's conversation, with its dosage. */
export function AccountConversationDetails({ conversation, me }: { conversation: Conversation; me: Me }) {
  const acts = useAccountActs();
  const [sharing, setSharing] = useState(false);
  const { party, follow } = conversation;
  const { data: entry } = useQuery({ ...directoryEntry(party.handle ?? ''), enabled: Boolean(party.handle) });
  return (
    <>
      <AccountDetails
        conversation={conversation}
        entry={entry}
        dosage={follow ? <Brief party={party} follow={follow} me={me} /> : null}
        acts={
          follow ? (
            <LessUnfollow less={follow.less} onLess={() => acts.less(party)} onUnfollow={() => acts.unfollow(party)} />
          ) : null
        }
        annoyance={
          party.verified && party.handle ? (
            <Suspense fallback={null}>
              <AccountAnnoyance handle={party.handle} />
            </Suspense>
          ) : null
        }
        onShare={entry ? () => setSharing(true) : null}
      />
      {entry ? <ShareSheet entry={entry} opened={sharing} onClose={() => setSharing(false)} /> : null}
    </>
  );
}

function Brief({ party, follow, me }: { party: Party; follow: Follow; me: Me }) {
  const acts = useAccountActs();
  const choice = useDosageChoice(follow.dosage, (next, previous) => acts.choose(party, next, previous));
  const period = choice.shown.type === 'at-most' ? choice.shown.period : 'week';
  return (
    <DosageBrief
      account={party.id}
      dosage={choice.shown}
      digest={me.digest}
      onMove={(count) => choice.choose({ type: 'at-most', count, period })}
      onRest={choice.rest}
      onOpen={() => acts.openDosage(party)}
    />
  );
}
