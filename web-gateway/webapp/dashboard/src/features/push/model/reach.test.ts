import { expect, it } from 'vitest';
import { rows } from './reach';

const push = {
  id: 'p',
  body: { type: 'text' as const, text: 'x' },
  releasedAt: '',
  releasedBy: { id: 'o', name: 'Olga' },
  audience: 200,
  fewerThanTwenty: false,
  replied: 0,
  clicks: [],
  blocks48h: 0,
  reports48h: 0,
  cost: null,
  reached: 150,
  atOnce: 100,
  held: 50,
  shown: 80,
  opened: 20,
  mutes48h: 1,
  less48h: 2,
  unfollows48h: 3,
  countsUntil: '',
};

it('draws every step on the scale of the audience', () => {
  const shares = rows(push).map((row) => row.share);
  expect(shares).toEqual([1, 0.5, 0.25, 0.4, 0.1, 0.005, 0.01, 0.015]);
});

it('has no shares without an audience', () => {
  expect(rows({ ...push, audience: 0 }).every((row) => row.share === null)).toBe(true);
});
