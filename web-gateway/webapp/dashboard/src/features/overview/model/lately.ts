import type { PushInsight, Window } from '@shared/protocol/types';

const DAY = 86_400_000;

/** What the push messages of the last 30 days brought about in the 48 hours after each. */
export function lately(items: readonly PushInsight[], now: number) {
  const recent = items.filter((each) => now - Date.parse(each.releasedAt) < 30 * DAY);
  const total = (of: (each: PushInsight) => number | null | undefined) =>
    recent.reduce((sum, each) => sum + (of(each) ?? 0), 0);
  const shown = total((each) => each.shown);
  return {
    unfollows: total((each) => each.unfollows48h),
    mutes: total((each) => each.mutes48h),
    less: total((each) => each.less48h),
    openRate: shown === 0 ? null : total((each) => each.opened) / shown,
  };
}

/** How many of them can be answered only until midnight. */
export function closingToday(rows: readonly { window: Window | null }[], now: number): number {
  const midnight = new Date(now);
  midnight.setHours(24, 0, 0, 0);
  return rows.filter((row) => {
    if (row.window === null) return false;
    const closes = Date.parse(row.window.closesAt);
    return closes > now && closes < midnight.getTime();
  }).length;
}
