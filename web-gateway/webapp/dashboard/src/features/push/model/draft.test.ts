import { describe, expect, it } from 'vitest';
import { bodyOf, change, emptyDraft, isEmpty, isWebAddress, keep, missing, restore } from './draft';

const draft = emptyDraft('key-1');
const picked = {
  media: 'm1',
  url: '/m1',
  thumbnailUrl: '/m1/t',
  widthPx: 2,
  heightPx: 1,
  bytes: 10,
  placeholderColor: '#ccc',
};

function shelf(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  } as unknown as Storage;
}

describe('a draft', () => {
  it('says what is missing in the order of the form', () => {
    expect(missing(draft)).toEqual(['title', 'link']);
    expect(missing({ ...draft, kind: 'text' })).toEqual(['text']);
    expect(missing({ ...draft, kind: 'image' })).toEqual(['image', 'image-description']);
  });

  it('requires the description of a picture, also of a cover', () => {
    const article = { ...draft, title: 'Tarts', link: 'https://bakery.example/tarts', cover: picked };
    expect(missing(article)).toEqual(['cover-description']);
    expect(missing({ ...article, coverDescription: 'A tart with cherries' })).toEqual([]);
  });

  it('takes only web addresses as a link', () => {
    expect(isWebAddress('https://bakery.example/x')).toBe(true);
    expect(isWebAddress('javascript:alert(1)')).toBe(false);
    expect(isWebAddress('bakery.example')).toBe(false);
  });

  it('sends of a picture only its id and its words', () => {
    const image = { ...draft, kind: 'image' as const, image: picked, imageDescription: ' A loaf ' };
    expect(bodyOf(image)).toEqual({ type: 'image', media: 'm1', description: 'A loaf' });
  });

  it('gets another idempotency key with every change, and keeps it over a reload', () => {
    const storage = shelf();
    const changed = change(draft, { title: 'Tarts' }, () => 'key-2');

    keep(storage, 'bakery', changed);

    expect(changed.key).toBe('key-2');
    expect(restore(storage, 'bakery')).toEqual(changed);
    expect(restore(storage, 'bank')).toBeNull();
  });

  it('survives a shelf with nonsense on it', () => {
    const storage = shelf();
    storage.setItem('parley.push-draft.bakery', '{broken');
    expect(restore(storage, 'bakery')).toBeNull();
  });

  it('knows when nothing was written', () => {
    expect(isEmpty(draft)).toBe(true);
    expect(isEmpty({ ...draft, summary: 'x' })).toBe(false);
  });
});
