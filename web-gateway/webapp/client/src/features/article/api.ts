import { queryOptions } from '@tanstack/react-query';
import { api } from '@shared/api/http';
import type { PictureView } from '@shared/protocol/bodies';
import type { Party } from '@shared/protocol/types';

/** An article page as everybody may read it. */
export interface ArticlePageView {
  id: string;
  account: Party;
  title: string;
  summary: string;
  cover: PictureView | null;
  body: string;
  state: 'draft' | 'published' | 'deleted';
  publishedAt: string | null;
}

/** @param preview the secret of a preview link, for what is not published yet */
export const article = (id: string, preview: string | null) =>
  queryOptions({
    queryKey: ['article', id, preview],
    queryFn: () => api<ArticlePageView>(`/articles/${id}`, { query: { preview } }),
  });
