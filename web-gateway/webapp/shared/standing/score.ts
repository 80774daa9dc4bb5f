import type { Annoyance } from '@shared/protocol/types';

export const PARTS = ['unfollowed', 'muted', 'less', 'reported'] as const;
export type Part = (typeof PARTS)[number];

/** Where the marker stands on the bar, in per cent. */
export function place(score: number): number {
  return Math.min(100, Math.max(0, score * 10));
}

/** The parts of a score with the length of their bars: the largest is the whole width, and none is longer than what it stands for on the scale. */
export function parts(value: Annoyance): { part: Part; value: number; percent: number }[] {
  const values = PARTS.map((part) => ({ part, value: value[part] ?? 0 }));
  const most = Math.max(1.5, ...values.map((each) => each.value));
  return values.map((each) => ({ ...each, percent: (Math.max(0, each.value) / most) * 100 }));
}

/** How the mark of a word is coloured: only what is loud alarms. */
export function tone(word: Annoyance['word']): 'ok' | 'warn' | 'danger' | undefined {
  if (word === null || word === undefined) return undefined;
  return word === 'calm' || word === 'fine' ? 'ok' : word === 'tiring' ? 'warn' : 'danger';
}

/** The points of a line over the days in a box of 100 × 40, 0 at the bottom and 10 at the top; days without a score part it. */
export function line(days: readonly { score?: number | null }[]): string {
  let path = '';
  let pen = false;
  days.forEach((day, at) => {
    if (day.score === null || day.score === undefined) {
      pen = false;
      return;
    }
    const x = days.length < 2 ? 0 : (at / (days.length - 1)) * 100;
    const y = 40 - Math.min(10, day.score) * 4;
    path += `${pen ? 'L' : 'M'}${x.toFixed(2)} ${y.toFixed(2)}`;
    pen = true;
  });
  return path;
}
