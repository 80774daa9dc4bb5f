import type { Conversation } from '@shared/protocol/types';

export type ListFilter = 'all' | 'unread' | 'people' | 'accounts';

/** When a conversation last had an entry. */
export function lastAt(conversation: Conversation): string {
  return conversation.lastMessage?.sentAt ?? conversation.createdAt;
}

/** The list in its order: pinned ones first, then by the last entry; the kind of a party has no say. */
export function ordered(conversations: Conversation[]): Conversation[] {
  return [...conversations].sort(
    (a, b) => Number(b.pinned) - Number(a.pinned) || lastAt(b).localeCompare(lastAt(a)) || a.id.localeCompare(b.id),
  );
}

export function filtered(conversations: Conversation[], filter: ListFilter, search: string): Conversation[] {
  const words = search.trim().toLocaleLowerCase().replace(/^@/, '').split(/\s+/).filter(Boolean);
  return conversations.filter((one) => {
    if (filter === 'unread' && one.unread === 0) return false;
    if (filter === 'people' && one.party.kind !== 'user') return false;
    if (filter === 'accounts' && one.party.kind !== 'account') return false;
    const text = `${one.party.name} ${one.party.handle ?? ''}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** How many conversations have something unread that is not muted. */
export function unreadConversations(conversations: Conversation[]): number {
  return conversations.filter((one) => one.unread > 0 && !one.muted).length;
}
