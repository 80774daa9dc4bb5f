import { expect, it } from 'vitest';
import { faultOf } from './name';
import { timeZones, zoneName } from './zones';

it('counts a name in characters, not in code units', () => {
  expect(faultOf('é'.repeat(60))).toBeNull();
  expect(faultOf('👩'.repeat(60))).toBeNull();
  expect(faultOf('a'.repeat(61))).toBe('too-long');
});

it('misses a name of spaces only', () => {
  expect(faultOf('   ')).toBe('missing');
});

it('offers the zone in use even when the browser does not list it', () => {
  expect(timeZones('Etc/Somewhere')).toContain('Etc/Somewhere');
  expect(new Set(timeZones('UTC', 'UTC')).size).toBe(timeZones('UTC', 'UTC').length);
});

it('writes a zone for people', () => {
  expect(zoneName('America/New_York')).toBe('America, New York');
});
