import { expect, it } from 'vitest';
import { columnName, thinnedLabels } from './columns';

const t = (key: string) => key;

it('names a week by its first day, and the running one in words', () => {
  expect(columnName({ start: '2026-10-26', current: false }, 'week', 'en', t)).toBe('26 Oct');
  expect(columnName({ start: '2026-11-16', current: true }, 'week', 'en', t)).toBe('column.thisWeek');
});

it('names a month by its name, in the language of the reader', () => {
  expect(columnName({ start: '2026-10-01', current: false }, 'month', 'de', t)).toBe('Oktober');
});

it('leaves only the ends when there is no room for all names', () => {
  expect(thinnedLabels(['1', '2', '3', '4', '5', '6', '7'])).toEqual(['1', '', '', '', '', '', '7']);
  expect(thinnedLabels(['1', '2'])).toEqual(['1', '2']);
});
