import { expect, it } from 'vitest';
import { wordsOf } from './rule';

it('takes words apart at commas and lines, each once', () => {
  expect(wordsOf('rye, dark bread\nrye,, ')).toEqual(['rye', 'dark bread']);
});
