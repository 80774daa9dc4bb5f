import { expect, it } from 'vitest';
import { found } from './commands';

it('finds a command by the beginnings of its words, in any order', () => {
  expect(found('Snooze until tomorrow', 'sno')).toBe(true);
  expect(found('Snooze until tomorrow', 'tom snooze')).toBe(true);
  expect(found('Snooze until tomorrow', 'until x')).toBe(false);
  expect(found('Close', '')).toBe(true);
});
