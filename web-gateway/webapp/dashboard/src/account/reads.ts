import { queryOptions } from '@tanstack/react-query';
import { api } from '@shared/api/http';
import type {
  Account,
  AuditEntry,
  Calibration,
  DeskConversation,
  DeskPage,
  DeskList,
  FollowerInsight,
  HourOfWeek,
  ItemUse,
  Me,
  Outlook,
  Page,
  PushForecast,
  PushInsight,
  Quota,
  Retention,
  Role,
  Sources,
  Standing,
  TeamMember,
  Uuid,
  WebhookAttempt,
  WebhookEndpoint,
} from '@shared/protocol/types';

export const DESK_LISTS: readonly DeskList[] = ['mine', 'unassigned', 'waiting', 'all', 'snoozed', 'closed'];
export const DAYS_SHOWN = 60;

export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Every read of the dashboard; keys begin with the account, so that one `changed` frame can refresh what it touches. */
export const reads = {
  me: () => queryOptions({ queryKey: ['me'], queryFn: () => api<Me>('/me') }),
  accounts: () =>
    queryOptions({
      queryKey: ['accounts'],
      queryFn: () => api<{ items: { account: Account; role: Role }[] }>('/accounts'),
    }),
  account: (id: Uuid) => queryOptions({ queryKey: ['account', id], queryFn: () => api<Account>(`/accounts/${id}`) }),
  team: (id: Uuid) =>
    queryOptions({
      queryKey: ['account', id, 'team'],
      queryFn: () => api<{ items: TeamMember[] }>(`/accounts/${id}/team`),
    }),
  quota: (id: Uuid) =>
    queryOptions({ queryKey: ['account', id, 'quota'], queryFn: () => api<Quota>(`/accounts/${id}/quota`) }),
  forecast: (id: Uuid) =>
    queryOptions({
      queryKey: ['account', id, 'forecast'],
      queryFn: () =>
        api<PushForecast>(`/accounts/${id}/push-messages/forecast`, { body: { audience: { type: 'all' } } }),
      refetchInterval: 30_000,
    }),
  outlook: (id: Uuid, atOnce: number) =>
    queryOptions({
      queryKey: ['account', id, 'outlook', atOnce],
      queryFn: () => api<Outlook>(`/accounts/${id}/insight/outlook`, { query: { atOnce } }),
    }),
  calibration: (id: Uuid) =>
    queryOptions({
      queryKey: ['account', id, 'calibration'],
      queryFn: () => api<Calibration>(`/accounts/${id}/insight/calibration`),
    }),
  sources: (id: Uuid) =>
    queryOptions({
      queryKey: ['account', id, 'sources'],
      queryFn: () => api<Sources>(`/accounts/${id}/insight/sources`),
    }),
  retention: (id: Uuid) =>
    queryOptions({
      queryKey: ['account', id, 'retention'],
      queryFn: () =>
        api<{ items: Retention[] }>(`/accounts/${id}/insight/retention`, { query: { timeZone: deviceZone() } }),
    }),
  hours: (id: Uuid) =>
    queryOptions({
      queryKey: ['account', id, 'hours'],
      queryFn: () =>
        api<{ items: HourOfWeek[] }>(`/accounts/${id}/insight/hours`, { query: { timeZone: deviceZone() } }),
    }),
  items: (id: Uuid, what: string) =>
    queryOptions({
      queryKey: ['account', id, 'items', what],
      queryFn: () => api<{ items: ItemUse[] }>(`/accounts/${id}/insight/items`, { query: { what } }),
    }),
  standing: (id: Uuid) =>
    queryOptions({
      queryKey: ['account', id, 'standing'],
      queryFn: () => api<Standing>(`/accounts/${id}/standing`),
    }),
  pushMessage: (id: Uuid, push: Uuid) =>
    queryOptions({
      queryKey: ['account', id, 'push', push],
      queryFn: () => api<PushInsight>(`/accounts/${id}/push-messages/${push}`),
      refetchInterval: 15_000,
    }),
  pushMessages: (id: Uuid, cursor: string | null) =>
    queryOptions({
      queryKey: ['account', id, 'pushes', cursor],
      queryFn: () => api<Page<PushInsight>>(`/accounts/${id}/push-messages`, { query: { cursor } }),
    }),
  followers: (id: Uuid, days: number) =>
    queryOptions({
      queryKey: ['account', id, 'followers', days],
      queryFn: () =>
        api<FollowerInsight>(`/accounts/${id}/insight/followers`, { query: { days, timeZone: deviceZone() } }),
    }),
  desk: (id: Uuid, list: DeskList) =>
    queryOptions({
      queryKey: ['account', id, 'desk', list],
      queryFn: () => api<DeskPage>(`/accounts/${id}/conversations`, { query: { list, limit: 100 } }),
    }),
  deskConversation: (id: Uuid, conversation: Uuid) =>
    queryOptions({
      queryKey: ['account', id, 'conversation', conversation],
      queryFn: () => api<DeskConversation>(`/accounts/${id}/conversations/${conversation}`),
    }),
  endpoints: (id: Uuid) =>
    queryOptions({
      queryKey: ['account', id, 'endpoints'],
      queryFn: () => api<{ items: WebhookEndpoint[] }>(`/accounts/${id}/webhook-endpoints`),
    }),
  attempts: (id: Uuid, endpoint: Uuid) =>
    queryOptions({
      queryKey: ['account', id, 'endpoints', endpoint, 'attempts'],
      queryFn: () => api<{ items: WebhookAttempt[] }>(`/accounts/${id}/webhook-endpoints/${endpoint}/attempts`),
      refetchInterval: 5_000,
    }),
  audit: (id: Uuid, cursor: string | null) =>
    queryOptions({
      queryKey: ['account', id, 'audit', cursor],
      queryFn: () => api<Page<AuditEntry>>(`/accounts/${id}/audit`, { query: { cursor } }),
    }),
};
