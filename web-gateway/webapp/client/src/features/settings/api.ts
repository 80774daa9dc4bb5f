import { queryOptions } from '@tanstack/react-query';
import { api } from '@shared/api/http';
import type { Device, Uuid } from '@shared/protocol/types';

/** The devices that are logged in as me. */
export const devices = queryOptions({
  queryKey: ['devices'],
  queryFn: ({ signal }) => api<{ items: Device[] }>('/sessions', { signal }),
  staleTime: 10_000,
});

/** Ends another device's session at once. */
export function logOutDevice(device: Uuid): Promise<void> {
  return api(`/sessions/${device}`, { method: 'DELETE' });
}
