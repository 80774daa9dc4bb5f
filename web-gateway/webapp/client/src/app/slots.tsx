/**
 * Where features meet: the conversation and the list leave places free here, and this file fills them with parts of
 * other features. A slot may show nothing.
 */
import type { ReactNode } from 'react';
import type { Conversation, Instant, Message } from '@shared/protocol/types';

export interface ConversationSlot {
  conversation: Conversation;
}

/** When the digest stands in the list and whether it has a row at all; null when it has none. */
export function useDigestPlace(): { at: Instant; held: number } | null {
  return null;
}

/** The content of the digest's row. */
export function DigestRowSlot(): ReactNode {
  return null;
}

/** In the header of an account's conversation: the dosage, one tap away. */
export function DosagePillSlot(_: ConversationSlot): ReactNode {
  return null;
}

/** Below the head of an account's details: dosage, Less and Unfollow, what it knows. */
export function AccountDetailsSlot(_: ConversationSlot): ReactNode {
  return null;
}

/** Under every push message: which of how many, Less. */
export function PushFootSlot(_: ConversationSlot & { message: Message }): ReactNode {
  return null;
}

/** Entries of an account's menu (row and header): Mute, Less, Unfollow, as Menu.Item. */
export function AccountMenuSlot(_: ConversationSlot): ReactNode {
  return null;
}

/** Above the composer of an account's conversation: after unfollowing, suspension. */
export function AboveComposerSlot(_: ConversationSlot): ReactNode {
  return null;
}

/** A push message was shown (half in view for half a second in a focused window), or its link opened. */
export function reportPush(_message: Message, _opened: boolean): void {
  // counted by the account feature
}

export function DigestPageSlot(): ReactNode {
  return null;
}

export function DiscoverPageSlot(): ReactNode {
  return null;
}

export function AccountPageSlot(_: { handle: string; onLogIn?: () => void }): ReactNode {
  return null;
}

/** "You": profile, settings, devices, privacy. `section` is the part of the path after /you/. */
export function YouPageSlot(_: { section: string }): ReactNode {
  return null;
}
