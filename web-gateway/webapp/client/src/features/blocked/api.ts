import { queryOptions } from '@tanstack/react-query';
import { api } from '@shared/api/http';
import type { Party } from '@shared/protocol/types';

export type ReportReason = 'spam' | 'abuse' | 'fraud' | 'other';
type PartyKey = Pick<Party, 'kind' | 'id'>;

/** Whom I have blocked. An entry may come as the party itself or with the time beside it. */
export const blocks = queryOptions({
  queryKey: ['blocks'],
  queryFn: async ({ signal }) => {
    const { items } = await api<{ items: (Party | { party: Party })[] }>('/blocks', { signal });
    return items.map((item) => ('party' in item ? item.party : item));
  },
  staleTime: 30_000,
});

export function block({ kind, id }: PartyKey): Promise<void> {
  return api(`/blocks/${kind}/${id}`, { method: 'PUT' });
}

export function unblock({ kind, id }: PartyKey): Promise<void> {
  return api(`/blocks/${kind}/${id}`, { method: 'DELETE' });
}

export function report({ kind, id }: PartyKey, reason: ReportReason, comment: string): Promise<void> {
  return api('/reports', { body: { party: { kind, id }, reason, ...(comment ? { comment } : {}) } });
}
