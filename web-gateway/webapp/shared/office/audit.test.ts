import { describe, expect, it } from 'vitest';
import { brief, changes, phraseOf } from './audit';

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

  it('parts a profile by its fields, lines within a description included', () => {
    expect(changes('description: Tea', 'description: Tea\nand cake\nwelcome: Hello')).toEqual([
      { name: 'description', before: 'Tea', after: 'Tea\nand cake' },
      { name: 'welcome', before: null, after: 'Hello' },
    ]);
  });

  it('is said in the language of the reader where its form is fixed', () => {
    expect(phraseOf('', 'pending')).toEqual({ key: 'word', word: 'pending' });
    expect(phraseOf('', '4 a day, 30 a month')).toEqual({ key: 'quota', day: 4, month: 30 });
    expect(phraseOf('', 'audience all, 93 followers')).toEqual({ key: 'toFollowers', count: 93 });
    expect(phraseOf('', 'message 01a1f862-affe-734c-ae07-59c68ec12c27')).toEqual({ key: 'nothing' });
    expect(phraseOf('description', 'open')).toBeNull();
    expect(phraseOf('', 'Kettle @kettle.cloud')).toBeNull();
  });

  it('shortens its hash', () => {
    expect(brief('a91c0000000e07')).toBe('a91c…e07');
  });
});
