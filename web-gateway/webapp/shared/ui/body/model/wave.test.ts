import { describe, expect, it } from 'vitest';
import { barsOf, lengthOf, waveOf } from './wave';

describe('a wave', () => {
  it('has at most 64 numbers up to 31, the loudest of each stretch', () => {
    const wave = waveOf(Array.from({ length: 1000 }, (_, at) => (at === 500 ? 0.5 : 0.1)));

    expect(wave).toHaveLength(64);
    expect(Math.max(...wave)).toBe(31);
    expect(wave.filter((level) => level === 31)).toHaveLength(1);
  });

  it('stays low when nobody spoke', () => {
    expect(Math.max(...waveOf([0, 0.001]))).toBe(1);
    expect(waveOf([])).toEqual([]);
  });

  it('fills as many bars as there is room for', () => {
    expect(barsOf([0, 31], 4)).toEqual([0.08, 0.08, 1, 1]);
    expect(barsOf([], 2)).toEqual([0.2, 0.2]);
  });

  it('says lengths in minutes and hours', () => {
    expect(lengthOf(21_000)).toBe('0:21');
    expect(lengthOf(3_675_000)).toBe('1:01:15');
  });
});
