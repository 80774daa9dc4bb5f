import { queryOptions } from '@tanstack/react-query';
import { api } from '@shared/api/http';
import type { Digest } from '@shared/protocol/types';

/** What was held in the last 30 days, and when the next digest comes. */
export const digest = queryOptions({
  queryKey: ['digest'],
  queryFn: ({ signal }) => api<Digest>('/digest', { signal }),
  staleTime: 30_000,
});
