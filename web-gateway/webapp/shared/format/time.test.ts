import { describe, expect, it } from 'vitest';
import { bytes, compact, percent } from './number';
import { dayKey, dayLabel, listTime, timeLeft, type TimeOptions } from './time';

const options: TimeOptions = { language: 'en', timeZone: 'Europe/Berlin', now: new Date('2026-11-20T09:42:00Z') };

describe('times in lists', () => {
  it('grow coarser with age', () => {
    expect(listTime('2026-11-20T09:42:00Z', options)).toBe('10:42');
    expect(listTime('2026-11-19T09:42:00Z', options)).toBe('Yesterday');
    expect(listTime('2026-11-17T09:42:00Z', options)).toBe('Tue');
    expect(listTime('2026-11-09T09:42:00Z', options)).toBe('9 Nov');
    expect(listTime('2024-11-09T09:42:00Z', options)).toBe('9 Nov 2024');
  });

  it('follow the calendar of the zone, not 24 hours', () => {
    expect(dayKey('2026-11-19T23:30:00Z', options)).toBe('2026-11-20');
    expect(dayLabel('2026-11-19T23:30:00Z', options)).toBe('Today');
    expect(dayLabel('2026-11-18T23:30:00Z', { ...options, language: 'de' })).toBe('Gestern');
  });
});

describe('what is left', () => {
  const left = (seconds: number) => timeLeft(new Date(options.now!.getTime() + seconds * 1000), options);

  it('is said in the unit that matters', () => {
    expect(left(72 * 3600)).toBe('3 days');
    expect(left(20 * 3600)).toBe('20 h');
    expect(left(72 * 60)).toBe('1 h 12 min');
    expect(left(12 * 60)).toBe('12 min');
    expect(left(45)).toBe('45 s');
  });
});

describe('numbers', () => {
  it('are compact from ten thousand on', () => {
    expect(compact(9999, 'en')).toBe('9,999');
    expect(compact(12_418, 'en')).toMatch(/^12\.4[kK]$/);
  });

  it('follow the language', () => {
    expect(percent(0.226, 'en')).toBe('22.6%');
    expect(percent(0.226, 'de')).toBe('22,6\u00a0%');
    expect(bytes(14_200_000, 'de')).toBe('14,2 MB');
    expect(bytes(212_300, 'en')).toBe('212 kB');
  });
});
