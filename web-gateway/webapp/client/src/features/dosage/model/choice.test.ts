import { expect, it } from 'vitest';
import { chosen, due, heard } from './choice';

const same = (a: number, b: number) => a === b;

it('makes one choice of many moves', () => {
  let choice = { saved: 2, shown: 2 };
  for (const next of [3, 4, 5]) choice = chosen(choice, next);

  expect(due(choice, same)).toEqual({ next: 5, previous: 2 });
});

it('has nothing to save when the line came back to where it was', () => {
  expect(due(chosen(chosen({ saved: 2, shown: 2 }, 3), 2), same)).toBeNull();
});

it('shows what another device chose, unless a choice waits here', () => {
  expect(heard({ saved: 2, shown: 2 }, 7, same)).toEqual({ saved: 7, shown: 7 });
  expect(heard({ saved: 2, shown: 4 }, 7, same)).toEqual({ saved: 7, shown: 4 });
});
