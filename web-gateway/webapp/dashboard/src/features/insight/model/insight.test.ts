import { describe, expect, it } from 'vitest';
import type { HourOfWeek } from '@shared/protocol/types';
import { atEighty, bestHour, longest, points, strength } from './insight';

const hour = (at: number, shown: number | null, opened: number | null): HourOfWeek => ({
  day: 'monday',
  hour: at,
  shown,
  opened,
});

describe('insight', () => {
  it('names the hour in which most of those who see open, and none in which too few saw anything', () => {
    expect(bestHour([hour(7, 100, 20), hour(8, 40, 16), hour(9, null, null)])?.hour.hour).toBe(8);
    expect(bestHour([hour(9, null, null)])).toBeNull();
  });

  it('colours the differences', () => {
    expect(strength(0.9, [0.8, 0.9])).toBeCloseTo(1);
    expect(strength(0.9, [0.9, 0.9])).toBe(0.5);
  });

  it('says of the month of which most is known how many stayed', () => {
    expect(
      longest([
        { month: '2026-09-01', began: 40, stayed: [1, 0.9, 0.85] },
        { month: '2026-10-01', began: 40, stayed: [1] },
      ]),
    ).toEqual({ month: '2026-09-01', after: 2, share: 0.85 });
  });

  it('sets what held beside what was meant to', () => {
    const curve = {
      levels: [
        { meant: 0.5, held: 4, of: 10 },
        { meant: 0.8, held: 8, of: 10 },
      ],
      lately: [],
    };
    expect(atEighty(curve)).toMatchObject({ held: 8, of: 10 });
    expect(points(curve)[1]?.x).toBeCloseTo(66.7, 1);
    expect(points(curve)[0]?.y).toBe(100);
  });
});
