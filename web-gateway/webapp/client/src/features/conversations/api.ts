import { api } from '@shared/api/http';
import type { Conversation, Cursor, Message, Uuid } from '@shared/protocol/types';

export function conversations(): Promise<{ items: Conversation[]; cursor: Cursor }> {
  return api('/conversations');
}

export function conversation(id: Uuid): Promise<Conversation> {
  return api(`/conversations/${id}`);
}

/** Ascending, the newest before `before` (a message sequence), or the newest of all. */
export function messages(id: Uuid, before?: number, limit = 50): Promise<{ items: Message[]; hasMore: boolean }> {
  return api(`/conversations/${id}/messages`, { query: { before, limit } });
}

export function changeSettings(id: Uuid, settings: { pinned?: boolean; muted?: boolean }): Promise<Conversation> {
  return api(`/conversations/${id}`, { method: 'PATCH', body: settings });
}
