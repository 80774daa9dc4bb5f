import { expect, it } from 'vitest';
import { bars, MOST_BARS } from './bars';

const count = (atOnce: number, held: number) => {
  const drawn = bars(atOnce, held);
  return [drawn.filter((bar) => bar === 'at-once').length, drawn.filter((bar) => bar === 'held').length];
};

it('draws one bar for each push message', () => {
  expect(count(9, 5)).toEqual([9, 5]);
  expect(count(0, 3)).toEqual([0, 3]);
  expect(count(0, 0)).toEqual([0, 0]);
});

it('keeps the proportion of many, and hides neither kind', () => {
  expect(count(30, 10)).toEqual([15, 5]);
  expect(count(500, 1)).toEqual([MOST_BARS - 1, 1]);
  expect(count(1, 500)).toEqual([1, MOST_BARS - 1]);
  expect(count(500, 0)).toEqual([MOST_BARS, 0]);
});
