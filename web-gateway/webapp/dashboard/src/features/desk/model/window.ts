import type { Window } from '@shared/protocol/types';

export type WindowState =
  | { state: 'never' }
  | { state: 'closed'; closedAt: Date }
  | { state: 'open'; closesAt: Date; leftMs: number; share: number; urgent: boolean };

const HOUR = 3_600_000;
const URGENT_UNDER_MS = 4 * HOUR;

/** Share is what is left of the whole window, 0 to 1; urgent under four hours. */
export function windowAt(window: Window | null, now: number): WindowState {
  if (window === null) return { state: 'never' };
  const opens = Date.parse(window.opensAt);
  const closes = Date.parse(window.closesAt);
  const leftMs = closes - now;
  if (leftMs <= 0) return { state: 'closed', closedAt: new Date(closes) };
  const whole = Math.max(1, closes - opens);
  return {
    state: 'open',
    closesAt: new Date(closes),
    leftMs,
    share: Math.min(1, leftMs / whole),
    urgent: leftMs < URGENT_UNDER_MS,
  };
}

interface Sortable {
  window: Window | null;
  lastMessage: { sentAt: string } | null;
  waitingSince: string | null;
}

/** Whoever waits and whose window closes first comes first; then open windows; then the newest of the rest. */
export function byWindow(now: number): (a: Sortable, b: Sortable) => number {
  return (a, b) => {
    const one = rank(a, now);
    const other = rank(b, now);
    if (one !== other) return one - other;
    if (one < 2 && a.window !== null && b.window !== null) {
      return Date.parse(a.window.closesAt) - Date.parse(b.window.closesAt);
    }
    return lastAt(b) - lastAt(a);
  };
}

function rank(row: Sortable, now: number): number {
  const open = windowAt(row.window, now).state === 'open';
  if (!open) return 2;
  return row.waitingSince === null ? 1 : 0;
}

function lastAt(row: Sortable): number {
  return row.lastMessage === null ? 0 : Date.parse(row.lastMessage.sentAt);
}

/** Length and offset of the arc that draws the share on a circle of this radius. */
export function ringArc(share: number, radiusPx: number): { length: number; whole: number } {
  const whole = 2 * Math.PI * radiusPx;
  return { length: whole * Math.min(1, Math.max(0, share)), whole };
}
