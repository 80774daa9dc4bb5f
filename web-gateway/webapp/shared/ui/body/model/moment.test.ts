import { describe, expect, it } from 'vitest';
import { momentWords } from './moment';

describe('a chosen moment', () => {
  it('is said as chosen, whatever the zone of the device', () => {
    expect(momentWords('2026-11-21', 'de')).toContain('21. November 2026');
    expect(momentWords('09:30', 'de')).toBe('09:30');
    expect(momentWords('2026-11-21T09:30', 'de')).toMatch(/21\. November 2026.*09:30/);
  });

  it('that cannot be read is said as it is', () => {
    expect(momentWords('soon', 'en')).toBe('soon');
  });
});
