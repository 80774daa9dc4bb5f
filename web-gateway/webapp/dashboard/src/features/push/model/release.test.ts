import { describe, expect, it } from 'vitest';
import { proceed, type Release } from './release';

const writing: Release = { phase: 'writing' };

describe('a release', () => {
  it('waits before it goes out, and is not asked for twice', () => {
    const waiting = proceed(writing, { type: 'asked' });
    expect(waiting).toEqual({ phase: 'waiting' });
    expect(proceed(waiting, { type: 'asked' })).toBe(waiting);
    expect(proceed(waiting, { type: 'sent' })).toEqual({ phase: 'sending' });
  });

  it('can be taken back while it waits, and not afterwards', () => {
    expect(proceed({ phase: 'waiting' }, { type: 'cancelled' })).toEqual(writing);
    expect(proceed({ phase: 'sending' }, { type: 'cancelled' })).toEqual({ phase: 'sending' });
    expect(proceed(writing, { type: 'sent' })).toBe(writing);
  });

  it('can be tried again after a refusal', () => {
    const refused = proceed({ phase: 'sending' }, { type: 'refused', problem: { problem: 'quota-used-up' } });
    expect(proceed(refused, { type: 'asked' })).toEqual({ phase: 'waiting' });
  });
});
