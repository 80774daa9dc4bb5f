import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '@shared/api/http';
import type { Page } from '@shared/protocol/types';

/** A list that is read page by page; the last one stays while another search loads. */
export function usePages<T>(path: string, query: Record<string, string | null>) {
  const pages = useInfiniteQuery({
    queryKey: ['operator', path, query],
    queryFn: ({ pageParam }) => api<Page<T>>(`/operator${path}`, { query: { ...query, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor ?? null,
    placeholderData: (before) => before,
    staleTime: 0,
  });
  return { pages, items: pages.data?.pages.flatMap((page) => page.items) };
}
