import { describe, expect, it } from 'vitest';
import type { Annoyance } from '@shared/protocol/types';
import { line, parts, place, tone } from './score';

const value: Annoyance = {
  score: 1.4,
  margin: 0.2,
  word: 'calm',
  unfollowed: 0.9,
  muted: 0.3,
  less: 0.1,
  reported: 0.1,
  median: null,
};

describe('the annoyance score', () => {
  it('has its place on a scale from 0 to 10', () => {
    expect(place(1.4)).toBeCloseTo(14);
    expect(place(12)).toBe(100);
  });

  it('shows its parts on one scale', () => {
    expect(parts(value).map((each) => Math.round(each.percent))).toEqual([60, 20, 7, 7]);
    expect(parts({ ...value, unfollowed: 6 })[0]?.percent).toBe(100);
  });

  it('alarms only when it is loud', () => {
    expect(tone('calm')).toBe('ok');
    expect(tone('loud')).toBe('danger');
    expect(tone(null)).toBeUndefined();
  });

  it('is drawn over the days it is known for', () => {
    expect(line([{ score: 0 }, { score: null }, { score: 10 }])).toBe('M0.00 40.00M100.00 0.00');
    expect(line([{ score: 5 }, { score: 5 }])).toBe('M0.00 20.00L100.00 20.00');
  });
});
