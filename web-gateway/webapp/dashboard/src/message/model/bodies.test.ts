import { describe, expect, it } from 'vitest';
import type { BodyView } from '@shared/protocol/bodies';
import { actionOf, emptyBody, KINDS, newOf, nextId, NO_PICTURE, oneOf } from './bodies';
import { isWebAddress, lacksOf } from './lacks';

const words = { yes: 'Yes', no: 'No', choose: 'Choose', submit: 'Send' };
const loaf = { ...NO_PICTURE, media: 'm1', url: '/m1', description: ' A loaf ' };

describe('a message that is built', () => {
  it('lacks something in every kind before anything was written', () => {
    for (const kind of KINDS) expect(lacksOf(emptyBody(kind, words)), kind).not.toEqual([]);
  });

  it('names what is missing in the order of its fields', () => {
    const carousel = emptyBody('carousel', words) as Extract<BodyView, { type: 'carousel' }>;
    carousel.cards[0] = { text: 'Rye', actions: [{ type: 'link', label: 'See', link: 'bakery' }], cover: NO_PICTURE };

    expect(lacksOf(carousel)).toEqual([
      { at: 'cards.0.cover.description', what: 'no-description' },
      { at: 'cards.0.actions.0.link', what: 'not-an-address' },
      { at: 'cards.1.text', what: 'missing' },
    ]);
  });

  it('counts code points', () => {
    expect(lacksOf({ type: 'confirm', text: '🥖'.repeat(241), actions: [] })).toEqual([
      { at: 'text', what: 'too-long', limit: 240 },
    ]);
  });

  it('sends of a picture only its id and its words, and nothing that was left empty', () => {
    expect(newOf({ type: 'card', title: ' ', text: ' Rye ', cover: loaf, actions: [] })).toEqual({
      type: 'card',
      text: 'Rye',
      cover: { media: 'm1', description: 'A loaf' },
      actions: [],
    });
  });

  it('lets a button say its label when nothing else was written', () => {
    expect(actionOf({ type: 'say', label: 'Two, please', text: '' })).toMatchObject({ text: 'Two, please' });
    expect(actionOf({ type: 'postback', label: 'Reserve', data: '', text: '' })).toEqual({
      type: 'postback',
      label: 'Reserve',
      data: 'Reserve',
    });
  });

  it('is one body, or several as one', () => {
    const text: BodyView = { type: 'text', text: 'Rye' };

    expect(oneOf([text])).toBe(text);
    expect(oneOf([text, text])).toEqual({ type: 'several', bodies: [text, text] });
    expect(lacksOf(oneOf([text, { type: 'text', text: '' }]))).toEqual([{ at: 'bodies.1.text', what: 'missing' }]);
  });

  it('takes web addresses and own article pages as links', () => {
    expect(isWebAddress('https://bakery.example/x')).toBe(true);
    expect(isWebAddress('javascript:alert(1)')).toBe(false);
    expect(lacksOf({ type: 'article', title: 'Rye', summary: '', link: '/p/0198c0de-rye' })).toEqual([]);
  });

  it('finds an id that is free', () => {
    expect(nextId('row', ['row-2', 'row-1'])).toBe('row-3');
    expect(nextId('row', ['row-2'])).toBe('row-3');
  });
});
