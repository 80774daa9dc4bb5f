import { queryOptions } from '@tanstack/react-query';
import { api } from '@shared/api/http';
import type {
  CannedAnswer,
  CareCase,
  DeskAgent,
  DeskEvent,
  DeskSetting,
  DeskTag,
  Note,
  OpeningHours,
  Uuid,
} from '@shared/protocol/types';

/** What the desk reads besides conversations. Keys begin as those of the lists do, so that news of the desk refresh them. */
export const deskReads = {
  tags: (account: Uuid) =>
    queryOptions({
      queryKey: ['account', account, 'desk', 'tags'],
      queryFn: () => api<{ items: DeskTag[] }>(`/accounts/${account}/desk/tags`),
    }),
  agents: (account: Uuid) =>
    queryOptions({
      queryKey: ['account', account, 'desk', 'agents'],
      queryFn: () => api<{ items: DeskAgent[] }>(`/accounts/${account}/desk/agents`),
      refetchInterval: 60_000,
    }),
  canned: (account: Uuid) =>
    queryOptions({
      queryKey: ['account', account, 'canned-answers'],
      queryFn: () => api<{ items: CannedAnswer[] }>(`/accounts/${account}/desk/canned-answers`),
      staleTime: 60_000,
    }),
  setting: (account: Uuid) =>
    queryOptions({
      queryKey: ['account', account, 'desk-setting'],
      queryFn: () => api<DeskSetting>(`/accounts/${account}/desk/settings`),
    }),
  hours: (account: Uuid) =>
    queryOptions({
      queryKey: ['account', account, 'opening-hours'],
      queryFn: () => api<OpeningHours>(`/accounts/${account}/opening-hours`),
      refetchInterval: 60_000,
    }),
  notes: (account: Uuid, conversation: Uuid) =>
    queryOptions({
      queryKey: ['account', account, 'conversation', conversation, 'notes'],
      queryFn: () => api<{ items: Note[] }>(`/accounts/${account}/conversations/${conversation}/notes`),
    }),
  events: (account: Uuid, conversation: Uuid) =>
    queryOptions({
      queryKey: ['account', account, 'conversation', conversation, 'events'],
      queryFn: () => api<{ items: DeskEvent[] }>(`/accounts/${account}/conversations/${conversation}/events`),
    }),
  cases: (account: Uuid, conversation: Uuid) =>
    queryOptions({
      queryKey: ['account', account, 'conversation', conversation, 'cases'],
      queryFn: () => api<{ items: CareCase[] }>(`/accounts/${account}/conversations/${conversation}/cases`),
    }),
};
