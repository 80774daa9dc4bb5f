import { queryOptions } from '@tanstack/react-query';
import { api } from '@shared/api/http';
import type {
  AuditEntry,
  OpenAppeal,
  OperatorAccount,
  OperatorCounts,
  AuditState,
  OperatorReport,
  OperatorUser,
  Page,
  ScoreRule,
  Standing,
  Uuid,
} from '@shared/protocol/types';

export type AccountFilter = 'pending' | 'verified' | 'refused' | 'suspended';
export const ACCOUNT_FILTERS: readonly AccountFilter[] = ['pending', 'verified', 'refused', 'suspended'];

/** Every read of the console: nothing but the operators' API. */
export const reads = {
  counts: () =>
    queryOptions({
      queryKey: ['operator', 'counts'],
      queryFn: () => api<OperatorCounts>('/operator/counts'),
      refetchInterval: 10_000,
    }),
  accounts: (state: AccountFilter | null, query: string, cursor: string | null) =>
    queryOptions({
      queryKey: ['operator', 'accounts', state, query, cursor],
      queryFn: () => api<Page<OperatorAccount>>('/operator/accounts', { query: { state, query, cursor } }),
    }),
  account: (id: Uuid) =>
    queryOptions({
      queryKey: ['operator', 'account', id],
      queryFn: () => api<OperatorAccount>(`/operator/accounts/${id}`),
    }),
  standing: (id: Uuid) =>
    queryOptions({
      queryKey: ['operator', 'account', id, 'standing'],
      queryFn: () => api<Standing>(`/operator/accounts/${id}/standing`),
    }),
  appeals: () =>
    queryOptions({
      queryKey: ['operator', 'appeals'],
      queryFn: () => api<{ items: OpenAppeal[] }>('/operator/appeals'),
      refetchInterval: 30_000,
    }),
  scoreRules: () =>
    queryOptions({
      queryKey: ['operator', 'score-rules'],
      queryFn: () => api<{ items: ScoreRule[] }>('/operator/score-rules'),
    }),
  users: (query: string, cursor: string | null) =>
    queryOptions({
      queryKey: ['operator', 'users', query, cursor],
      queryFn: () => api<Page<OperatorUser>>('/operator/users', { query: { query, cursor } }),
    }),
  reports: (cursor: string | null) =>
    queryOptions({
      queryKey: ['operator', 'reports', cursor],
      queryFn: () => api<Page<OperatorReport>>('/operator/reports', { query: { cursor } }),
    }),
  audit: (stream: string, cursor: string | null) =>
    queryOptions({
      queryKey: ['operator', 'audit', stream, cursor],
      queryFn: () => api<Page<AuditEntry>>('/operator/audit', { query: { stream, cursor } }),
    }),
  chain: (stream: string) =>
    queryOptions({
      queryKey: ['operator', 'audit', stream, 'state'],
      queryFn: () => api<AuditState>('/operator/audit/state', { query: { stream } }),
    }),
};
