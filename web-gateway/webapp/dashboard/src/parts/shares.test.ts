import { describe, expect, it } from 'vitest';
import { pips, shares, stillCounting, tighter } from './shares';

describe('the forecast', () => {
  it('adds up to the audience', () => {
    const parts = shares(59, 18, 82);
    expect(parts.atOnce + parts.held + parts.answersOnly).toBeCloseTo(100);
  });

  it('draws nothing for nobody and never more than everybody', () => {
    expect(shares(0, 0, 0)).toEqual({ atOnce: 0, held: 0, answersOnly: 0 });
    expect(shares(12, 5, 10)).toEqual({ atOnce: 100, held: 0, answersOnly: 0 });
  });
});

describe('the quota', () => {
  it('shows used ones, the one that would be taken, and free ones', () => {
    expect(pips(1, 3)?.map((pip) => pip.state)).toEqual(['used', 'next', 'free']);
    expect(pips(3, 3)?.map((pip) => pip.state)).toEqual(['used', 'used', 'used']);
    expect(pips(0, 30)).toBeNull();
  });

  it('names the tighter period', () => {
    const part = (used: number, limit: number) => ({ used, limit, possibleAgainAt: null });
    expect(tighter({ day: part(1, 2), month: part(2, 8) })).toBe('day');
    expect(tighter({ day: part(0, 2), month: part(7, 8) })).toBe('month');
  });
});

describe('the count of 48 hours', () => {
  it('is still going on before its end', () => {
    const end = '2026-11-22T10:00:00Z';
    expect(stillCounting(end, Date.parse(end) - 1)).toBe(true);
    expect(stillCounting(end, Date.parse(end))).toBe(false);
  });
});
