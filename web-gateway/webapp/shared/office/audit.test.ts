import { describe, expect, it } from 'vitest';
import { brief, changes } from './audit';

describe('an audit entry', () => {
  it('shows only what changed', () => {
    expect(changes({ state: 'pending', name: 'Bakery' }, { state: 'verified', name: 'Bakery' })).toEqual([
      { name: 'state', before: 'pending', after: 'verified' },
    ]);
  });

  it('shows what came and what went', () => {
    expect(changes(null, { role: 'agent' })).toEqual([{ name: 'role', before: null, after: 'agent' }]);
    expect(changes('8', '12')).toEqual([{ name: '', before: '8', after: '12' }]);
    expect(changes('{"a":1}', undefined)).toEqual([{ name: 'a', before: '1', after: null }]);
    expect(changes(null, null)).toEqual([]);
  });

  it('shortens its hash', () => {
    expect(brief('a91c0000000e07')).toBe('a91c…e07');
  });
});
