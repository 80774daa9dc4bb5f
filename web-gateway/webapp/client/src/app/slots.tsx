/**
 * Where features meet: the conversation and the list leave places free here, and this file fills them with parts of
 * other features. A slot may show nothing.
 */
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { PushFoot, pushReports } from '@client/features/account';
import { digest as digestQuery, DigestRow } from '@client/features/digest';
import { DosagePill } from '@client/features/dosage';
import type { Conversation, Instant, Message } from '@shared/protocol/types';
import { useMyself } from '@shared/session/session';
import { PageSkeleton } from '@shared/ui/Skeleton';
import { useAccountActs } from './accounts/AccountActs';

const AccountConversationDetails = lazy(() =>
  import('./accounts/Details').then((part) => ({ default: part.AccountConversationDetails })),
);
const DigestPage = lazy(() => import('./accounts/pages').then((pages) => ({ default: pages.Digest })));
const DiscoverPage = lazy(() => import('./accounts/pages').then((pages) => ({ default: pages.Discover })));
const AccountPage = lazy(() => import('./accounts/pages').then((pages) => ({ default: pages.Account })));
const ArticlePage = lazy(() => import('@client/features/article').then((page) => ({ default: page.ArticlePage })));
const YouPage = lazy(() => import('./accounts/pages').then((pages) => ({ default: pages.You })));
const Visitor = lazy(() => import('./accounts/Visitor').then((page) => ({ default: page.Visitor })));

export interface ConversationSlot {
  conversation: Conversation;
}

/** When the digest stands in the list and whether it has a row at all; null when it has none. */
export function useDigestPlace(): { at: Instant; held: number } | null {
  const { data } = useQuery(digestQuery);
  const newest = data?.items[0]?.heldSince;
  const held = data?.held ?? 0;
  return useMemo(() => (newest ? { at: newest, held } : null), [newest, held]);
}

/** The content of the digest's row. */
export function DigestRowSlot(): ReactNode {
  return <DigestRow />;
}

/** In the header of an account's conversation: the dosage, one tap away. */
export function DosagePillSlot({ conversation: { party, follow } }: ConversationSlot): ReactNode {
  const me = useMyself();
  const acts = useAccountActs();
  if (!follow) return null;
  return (
    <DosagePill
      dosage={follow.dosage}
      heldNow={follow.heldNow}
      digest={me.digest}
      onOpen={() => acts.openDosage(party)}
    />
  );
}

/** Below the head of an account's details: dosage, Less and Unfollow, what it knows. */
export function AccountDetailsSlot({ conversation }: ConversationSlot): ReactNode {
  const me = useMyself();
  return (
    <Suspense fallback={<PageSkeleton />}>
      <AccountConversationDetails conversation={conversation} me={me} />
    </Suspense>
  );
}

/** Under every push message: which of how many, Less. */
export function PushFootSlot({ conversation, message }: ConversationSlot & { message: Message }): ReactNode {
  const acts = useAccountActs();
  const { party, follow } = conversation;
  if (!message.push) return null;
  return (
    <PushFoot
      push={message.push}
      name={party.name}
      less={follow?.less ?? null}
      onLess={follow ? () => acts.less(party) : null}
    />
  );
}

/** A push message was shown (half in view for half a second in a focused window), or its link opened. */
export function reportPush(message: Message, opened: boolean, link?: string): void {
  if (opened) pushReports.opened(message.id, link);
  else pushReports.shown(message.id);
}

export function DigestPageSlot(): ReactNode {
  return <DigestPage />;
}

export function DiscoverPageSlot(): ReactNode {
  return <DiscoverPage />;
}

/** `onLogIn`: nobody is logged in. */
export function AccountPageSlot({ handle, onLogIn }: { handle: string; onLogIn?: () => void }): ReactNode {
  return onLogIn ? <Visitor handle={handle} onLogIn={onLogIn} /> : <AccountPage handle={handle} />;
}

/** An article page; for everybody, logged in or not. */
export function ArticlePageSlot({ id }: { id: string }): ReactNode {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <ArticlePage id={id} />
    </Suspense>
  );
}

/** "You": profile, settings, devices, privacy. `section` is the part of the path after /you/. */
export function YouPageSlot({ section }: { section: string }): ReactNode {
  return <YouPage section={section} />;
}
