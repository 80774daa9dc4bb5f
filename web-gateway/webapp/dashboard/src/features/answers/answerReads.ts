import { queryOptions } from '@tanstack/react-query';
import { api } from '@shared/api/http';
import type { AnswerRule, Uuid } from '@shared/protocol/types';

/** What the page of automatic answers reads. */
export const answerReads = {
  rules: (account: Uuid) =>
    queryOptions({
      queryKey: ['account', account, 'answer-rules'],
      queryFn: () => api<{ items: AnswerRule[] }>(`/accounts/${account}/answer-rules`),
    }),
};
