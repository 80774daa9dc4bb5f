import { api } from '@shared/api/http';
import type { Dosage, Follow, Followed, FollowSource, UnfollowReason, Uuid } from '@shared/protocol/types';

export type { Followed, FollowSource, UnfollowReason };

/** Follows, or answers the follow that is already there. */
export function follow(account: Uuid, choice: { source?: FollowSource; dosage?: Dosage }): Promise<Followed> {
  return api<Followed>(`/follows/${account}`, { method: 'PUT', body: choice });
}

/** Nothing more comes from now on; `undoUntil` is when {@link restore} ends. */
export function unfollow(account: Uuid): Promise<{ undoUntil: string }> {
  return api<{ undoUntil: string }>(`/follows/${account}`, { method: 'DELETE' });
}

/** Brings the same follow back; refused with `conflict` when the server's ten seconds are over. */
export function restore(account: Uuid): Promise<Follow> {
  return api<Follow>(`/follows/${account}/restore`, { method: 'POST', body: {} });
}

/** Why, without a name. */
export function tellReason(account: Uuid, reason: UnfollowReason): Promise<void> {
  return api(`/follows/${account}/reason`, { body: { reason } });
}

/** One step less than now. */
export function chooseLess(account: Uuid): Promise<{ follow: Follow; previous: Dosage }> {
  return api<{ follow: Follow; previous: Dosage }>(`/follows/${account}/less`, { method: 'POST', body: {} });
}

export function mute(account: Uuid, muted: boolean): Promise<Follow> {
  return api<Follow>(`/follows/${account}`, { method: 'PATCH', body: { muted } });
}
