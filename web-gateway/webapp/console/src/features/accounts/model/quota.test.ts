import { describe, expect, it } from 'vitest';
import { fill, problemsOf } from './quota';

describe('a quota', () => {
  it('is two whole numbers with a reason', () => {
    expect(problemsOf(2, 8, 'Autumn courses')).toEqual([]);
    expect(problemsOf(1.5, Number.NaN, '')).toEqual(['day', 'month', 'reason']);
  });

  it('allows no month below its day', () => {
    expect(problemsOf(5, 4, 'x')).toEqual(['less']);
  });

  it('fills its bar up to the limit', () => {
    expect(fill(3, 12)).toBe(25);
    expect(fill(20, 12)).toBe(100);
    expect(fill(0, 0)).toBe(100);
  });
});
