/** Parts of an audience in per cent of it, adding up to at most 100, for bars. */
export interface Shares {
  atOnce: number;
  held: number;
  answersOnly: number;
}

export function shares(atOnce: number, held: number, audience: number): Shares {
  if (audience <= 0) return { atOnce: 0, held: 0, answersOnly: 0 };
  const percent = (count: number) => (Math.max(0, count) / audience) * 100;
  const first = Math.min(100, percent(atOnce));
  const second = Math.min(100 - first, percent(held));
  return { atOnce: first, held: second, answersOnly: 100 - first - second };
}

export interface Pip {
  state: 'used' | 'next' | 'free';
}

/** One pip per release of the period: used, the one this release takes, and free; above twelve a bar is drawn instead. */
export function pips(used: number, limit: number): Pip[] | null {
  if (limit > 12) return null;
  return Array.from({ length: limit }, (_, at) => ({ state: at < used ? 'used' : at === used ? 'next' : 'free' }));
}

export interface QuotaPart {
  used: number;
  limit: number;
  possibleAgainAt: string | null;
}

/** The part of the quota that decides: whichever has less left, and of two equal ones the month. */
export function tighter(quota: { day: QuotaPart; month: QuotaPart }): 'day' | 'month' {
  return quota.day.limit - quota.day.used < quota.month.limit - quota.month.used ? 'day' : 'month';
}

/** "Still counting" until 48 h have passed. */
export function stillCounting(countsUntil: string, now: number): boolean {
  return now < Date.parse(countsUntil);
}

/** Per mille of the people shown is a rate; null when nobody was. */
export function rate(part: number, of: number): number | null {
  return of === 0 ? null : part / of;
}
