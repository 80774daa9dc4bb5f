import type { Calibration, HourOfWeek, Retention } from '@shared/protocol/types';

/** The hour of the week at which the largest share opens, of those in which enough people saw anything; null when there is none. */
export function bestHour(hours: readonly HourOfWeek[]): { hour: HourOfWeek; share: number } | null {
  let best: { hour: HourOfWeek; share: number } | null = null;
  for (const hour of hours) {
    const share = openShare(hour);
    if (share !== null && (best === null || share > best.share)) best = { hour, share };
  }
  return best;
}

export function openShare(hour: HourOfWeek): number | null {
  return typeof hour.shown === 'number' && typeof hour.opened === 'number' && hour.shown > 0
    ? Math.min(1, hour.opened / hour.shown)
    : null;
}

/** Hours of a week as one row per day. */
export function byDay(hours: readonly HourOfWeek[]): HourOfWeek[][] {
  return Array.from({ length: 7 }, (_, day) => hours.slice(day * 24, day * 24 + 24));
}

/** How strongly a cell is coloured, 0 to 1, so that the differences within the table show. */
export function strength(share: number, all: readonly number[]): number {
  const low = Math.min(...all);
  const high = Math.max(...all);
  return high === low ? 0.5 : 0.12 + 0.88 * ((share - low) / (high - low));
}

/** The month of which most is known, for the sentence below the table. */
export function longest(months: readonly Retention[]): { month: string; after: number; share: number } | null {
  let found: { month: string; after: number; share: number } | null = null;
  for (const each of months) {
    const after = each.stayed.length - 1;
    const share = each.stayed[after];
    if (after >= 1 && share !== undefined && (found === null || after > found.after))
      found = { month: each.month, after, share };
  }
  return found;
}

/** What was meant to hold 80 times in 100, and did. */
export function atEighty(curve: Calibration['opens']): { held: number; of: number } {
  return curve.levels.find((level) => Math.abs(level.meant - 0.8) < 0.001) ?? { held: 0, of: 0 };
}

/** The points of a curve in a box of 100 × 100; both axes go from 40 to 100 per cent. */
export function points(curve: Calibration['opens']): { x: number; y: number }[] {
  const scale = (share: number) => Math.min(100, Math.max(0, ((share - 0.4) / 0.6) * 100));
  return curve.levels
    .filter((level) => level.of > 0)
    .map((level) => ({ x: scale(level.meant), y: 100 - scale(level.held / level.of) }));
}
