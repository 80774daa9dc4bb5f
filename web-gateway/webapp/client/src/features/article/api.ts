import { queryOptions } from '@tanstack/react-query';
import { api } from '@shared/api/http';
import type { ArticleCover } from '@shared/ui/article/ArticleSheet';
import type { Party } from '@shared/protocol/types';

/** An article page as everybody may read it. */
export interface ArticlePageView {
  id: string;
  account: Party;
  title: string;
  summary: string;
  cover: ArticleCover | null;
  body: string;
  publishedAt: string | null;
  /** Whether this is the draft, which only those with the preview link see. */
  preview: boolean;
}

/** @param preview the secret of a preview link, for what is not published yet */
export const article = (id: string, preview: string | null) =>
  queryOptions({
    queryKey: ['article', id, preview],
    queryFn: () => api<ArticlePageView>(`/articles/${id}`, { query: { preview } }),
  });
