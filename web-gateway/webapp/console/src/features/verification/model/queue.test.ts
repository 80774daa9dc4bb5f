import { describe, expect, it } from 'vitest';
import { after, lacksReason, move, oldestFirst } from './queue';

describe('the verification queue', () => {
  it('goes on to the next one after a decision, and back to the last one at the end', () => {
    expect(after(['a', 'b', 'c'], 'b')).toBe('c');
    expect(after(['a', 'b'], 'b')).toBe('a');
    expect(after(['a'], 'a')).toBeNull();
  });

  it('moves with J and K and stops at the ends', () => {
    expect(move(['a', 'b'], null, 1)).toBe('a');
    expect(move(['a', 'b'], 'b', 1)).toBe('b');
    expect(move(['a', 'b'], 'b', -1)).toBe('a');
    expect(move([], null, 1)).toBeNull();
  });

  it('puts whoever waits longest first', () => {
    const row = (id: string, waitingSince: string | null) => ({
      id,
      waitingSince,
      account: { createdAt: '2026-11-01T00:00:00Z' },
    });
    const rows = oldestFirst([
      row('new', '2026-11-19T00:00:00Z'),
      row('old', '2026-11-17T00:00:00Z'),
      row('oldest', null),
    ]);
    expect(rows.map((each) => each.id)).toEqual(['oldest', 'old', 'new']);
  });

  it('wants a reason only for a refusal', () => {
    expect(lacksReason('refuse', '  ')).toBe(true);
    expect(lacksReason('refuse', 'The name is misleading.')).toBe(false);
    expect(lacksReason('approve', '')).toBe(false);
  });
});
