import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, problemOf } from '@shared/api/http';
import type { DirectoryEntry } from '@shared/protocol/types';

/** Verified accounts whose name or handle fits; without a query those that stand in the directory. */
export function directory(query: string) {
  return queryOptions({
    queryKey: ['directory', 'search', query],
    queryFn: ({ signal }) => api<{ items: DirectoryEntry[] }>('/directory', { query: { query, limit: 50 }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

/** One account's entry, also for people who are not logged in; null when there is none. */
export function directoryEntry(handle: string) {
  return queryOptions({
    queryKey: ['directory', 'entry', handle],
    queryFn: async ({ signal }): Promise<DirectoryEntry | null> => {
      try {
        return await api<DirectoryEntry>(`/directory/${encodeURIComponent(handle)}`, { signal });
      } catch (error) {
        if (problemOf(error).problem === 'not-found') return null;
        throw error;
      }
    },
    staleTime: 30_000,
  });
}

export function qrUrl(handle: string, format: 'svg' | 'png'): string {
  return `/api/v1/directory/${encodeURIComponent(handle)}/qr.${format}`;
}
