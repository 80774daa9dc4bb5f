import { api } from '@shared/api/http';
import type { Conversation, Cursor, Message, Uuid } from '@shared/protocol/types';

export function conversations(): Promise<{ items: Conversation[]; cursor: Cursor }> {
  return api('/conversations');
}

export function conversation(id: Uuid): Promise<Conversation> {
  return api(`/conversations/${id}`);
}

/** Ascending, the newest before `before` (a message sequence), or the newest of all. */
export function messages(id: Uuid, before?: number): Promise<{ items: Message[]; hasMore: boolean }> {
  return api(`/conversations/${id}/messages`, { query: { before, limit: 50 } });
}

export function changeSettings(id: Uuid, settings: { pinned?: boolean; muted?: boolean }): Promise<Conversation> {
  return api(`/conversations/${id}`, { method: 'PATCH', body: settings });
}

export function block(kind: string, id: Uuid): Promise<void> {
  return api(`/blocks/${kind}/${id}`, { method: 'PUT', body: {} });
}

export function unblock(kind: string, id: Uuid): Promise<void> {
  return api(`/blocks/${kind}/${id}`, { method: 'DELETE' });
}

export type ReportReason = 'spam' | 'abuse' | 'fraud' | 'other';

export function report(party: { kind: string; id: Uuid }, reason: ReportReason, comment?: string): Promise<void> {
  return api('/reports', {
    body: { party: { kind: party.kind, id: party.id }, reason, comment: comment || undefined },
  });
}
