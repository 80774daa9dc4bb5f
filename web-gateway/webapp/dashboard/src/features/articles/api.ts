import { queryOptions } from '@tanstack/react-query';
import { api } from '@shared/api/http';
import type { Page } from '@shared/protocol/types';
import type { ArticleCover } from '@shared/ui/article/ArticleSheet';

/** An article page as its team sees it. */
export interface ArticleDraft {
  id: string;
  state: 'draft' | 'published' | 'deleted';
  title: string;
  summary: string;
  cover: ArticleCover | null;
  body: string;
  changedSincePublished: boolean;
  link: string;
  previewLink: string;
  changedAt: string;
  publishedAt: string | null;
}

export interface NewArticle {
  title: string;
  summary: string;
  cover: { media: string; description: string } | null;
  body: string;
}

export const articles = (account: string) =>
  queryOptions({
    queryKey: ['account', account, 'articles'],
    queryFn: () => api<Page<ArticleDraft>>(`/accounts/${account}/articles`, { query: { limit: 100 } }),
  });

export const article = (account: string, id: string) =>
  queryOptions({
    queryKey: ['account', account, 'articles', id],
    queryFn: () => api<ArticleDraft>(`/accounts/${account}/articles/${id}`),
  });

/** Saves the draft: a new page when there is none yet. Readers see it only once it is published. */
export const save = (account: string, id: string | null, body: NewArticle) =>
  id === null
    ? api<ArticleDraft>(`/accounts/${account}/articles`, { body })
    : api<ArticleDraft>(`/accounts/${account}/articles/${id}`, { method: 'PUT', body });

export const publish = (account: string, id: string) =>
  api<ArticleDraft>(`/accounts/${account}/articles/${id}/publication`, { method: 'POST' });

export const remove = (account: string, id: string) => api(`/accounts/${account}/articles/${id}`, { method: 'DELETE' });
