import { expect, it } from 'vitest';
import { handleIn } from './handle';

it('finds the handle in a link', () => {
  expect(handleIn('https://parley.example/@morrow.rye')).toBe('morrow.rye');
  expect(handleIn('https://parley.example/a/Morrow.Rye?from=qr')).toBe('morrow.rye');
});

it('drops the at sign', () => {
  expect(handleIn(' @bakery ')).toBe('bakery');
});

it('leaves words alone', () => {
  expect(handleIn('Morrow & Rye')).toBe('Morrow & Rye');
});
