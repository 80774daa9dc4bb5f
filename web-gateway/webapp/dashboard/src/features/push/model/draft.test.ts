import { describe, expect, it } from 'vitest';
import { bodyOf, change, emptyDraft, isEmpty, keep, missing, restore } from './draft';

const draft = emptyDraft('key-1');
const rye = { type: 'text' as const, text: 'Dark rye is back' };

function shelf(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  } as unknown as Storage;
}

describe('a draft', () => {
  it('needs something to say, and all of it complete', () => {
    expect(missing(draft)).toHaveLength(1);
    expect(missing({ ...draft, bodies: [rye] })).toEqual([]);
    expect(missing({ ...draft, bodies: [rye, { type: 'text', text: ' ' }] })).toHaveLength(1);
  });

  it('goes out as one push message, however many bodies it has', () => {
    expect(bodyOf({ ...draft, bodies: [rye] })).toEqual(rye);
    expect(bodyOf({ ...draft, bodies: [rye, rye] })).toEqual({ type: 'several', bodies: [rye, rye] });
  });

  it('gets another idempotency key with every change, and keeps it over a reload', () => {
    const storage = shelf();
    const changed = change(draft, { bodies: [rye] }, () => 'key-2');

    keep(storage, 'bakery', changed);

    expect(changed.key).toBe('key-2');
    expect(restore(storage, 'bakery')).toEqual(changed);
    expect(restore(storage, 'bank')).toBeNull();
  });

  it('survives a shelf with nonsense on it', () => {
    const storage = shelf();
    storage.setItem('parley.push-draft.bakery', '{broken');
    storage.setItem('parley.push-draft.bank', '{"key":"k","kind":"text"}');
    expect(restore(storage, 'bakery')).toBeNull();
    expect(restore(storage, 'bank')).toBeNull();
  });

  it('knows when nothing was written', () => {
    expect(isEmpty(draft)).toBe(true);
    expect(isEmpty({ ...draft, bodies: [rye] })).toBe(false);
  });
});
