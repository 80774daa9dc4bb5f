import { describe, expect, it } from 'vitest';
import type { PushInsight } from '@shared/protocol/types';
import { closingToday, lately } from './lately';

const now = new Date(2026, 10, 20, 12).getTime();
const push = (daysAgo: number, part: Partial<PushInsight>): PushInsight => ({
  id: String(daysAgo),
  body: { type: 'text', text: 'x' },
  releasedAt: new Date(now - daysAgo * 86_400_000).toISOString(),
  releasedBy: { id: 'o', name: 'Olga' },
  audience: 10,
  fewerThanTwenty: false,
  reached: 10,
  atOnce: 10,
  held: 0,
  shown: 0,
  opened: 0,
  replied: 0,
  clicks: [],
  mutes48h: 0,
  less48h: 0,
  unfollows48h: 0,
  blocks48h: 0,
  reports48h: 0,
  cost: null,
  countsUntil: '',
  ...part,
});

describe('the last 30 days', () => {
  it('add up what followed each push message', () => {
    const sum = lately(
      [push(1, { unfollows48h: 2, mutes48h: 1, shown: 10, opened: 4 }), push(40, { unfollows48h: 9 })],
      now,
    );
    expect(sum).toEqual({ unfollows: 2, mutes: 1, less: 0, openRate: 0.4 });
  });

  it('have no rate when nobody was shown anything', () => {
    expect(lately([push(1, {})], now).openRate).toBeNull();
  });
});

describe('windows that close today', () => {
  it('are those still open and over by midnight', () => {
    const at = (hours: number) => ({
      window: { opensAt: '', closesAt: new Date(now + hours * 3_600_000).toISOString() },
    });
    expect(closingToday([at(-1), at(1), at(11), at(13), { window: null }], now)).toBe(2);
  });
});
