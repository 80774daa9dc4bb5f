import { queryOptions } from '@tanstack/react-query';
import { api } from '@shared/api/http';
import type { Contact, ContactRequest, Party, Uuid } from '@shared/protocol/types';

export const contactsQuery = queryOptions({
  queryKey: ['contacts'],
  queryFn: ({ signal }) => api<{ items: Contact[] }>('/contacts', { signal }).then((answer) => answer.items),
});

export const requestsQuery = queryOptions({
  queryKey: ['contact-requests'],
  queryFn: ({ signal }) =>
    api<{ incoming: ContactRequest[]; outgoing: ContactRequest[] }>('/contact-requests', { signal }),
});

/** The user with exactly this handle, or null. */
export async function find(handle: string): Promise<Party | null> {
  const { items } = await api<{ items: Party[] }>('/users', { query: { handle } });
  return items[0] ?? null;
}

/** Asks to become contacts; accepted at once when the other one asked before. */
export function request(user: Uuid): Promise<ContactRequest> {
  return api<ContactRequest>('/contact-requests', { body: { user } });
}

export function accept(id: Uuid): Promise<void> {
  return api(`/contact-requests/${id}/accept`, { method: 'POST', body: {} });
}

export function decline(id: Uuid): Promise<void> {
  return api(`/contact-requests/${id}/decline`, { method: 'POST', body: {} });
}

export function withdraw(id: Uuid): Promise<void> {
  return api(`/contact-requests/${id}`, { method: 'DELETE' });
}

export function removeContact(user: Uuid): Promise<void> {
  return api(`/contacts/${user}`, { method: 'DELETE' });
}
