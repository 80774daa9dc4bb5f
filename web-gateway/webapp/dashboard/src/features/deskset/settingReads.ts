import { queryOptions } from '@tanstack/react-query';
import { api } from '@shared/api/http';
import type { CannedAnswer, DeskSetting, DeskTag, OpeningHours, Uuid } from '@shared/protocol/types';

/** What the settings of the desk read, under the keys that the desk uses too. */
export const settingReads = {
  setting: (account: Uuid) =>
    queryOptions({
      queryKey: ['account', account, 'desk-setting'],
      queryFn: () => api<DeskSetting>(`/accounts/${account}/desk/settings`),
    }),
  hours: (account: Uuid) =>
    queryOptions({
      queryKey: ['account', account, 'opening-hours'],
      queryFn: () => api<OpeningHours>(`/accounts/${account}/opening-hours`),
    }),
  tags: (account: Uuid) =>
    queryOptions({
      queryKey: ['account', account, 'desk', 'tags'],
      queryFn: () => api<{ items: DeskTag[] }>(`/accounts/${account}/desk/tags`),
    }),
  canned: (account: Uuid) =>
    queryOptions({
      queryKey: ['account', account, 'canned-answers'],
      queryFn: () => api<{ items: CannedAnswer[] }>(`/accounts/${account}/desk/canned-answers`),
    }),
};
