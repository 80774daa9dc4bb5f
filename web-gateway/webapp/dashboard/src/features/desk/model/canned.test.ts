import { describe, expect, it } from 'vitest';
import { filled, gaps, matching, mentionAt, mentioned, slashOf } from './canned';

const answers = [
  { id: '1', shortcut: 'all-day', text: 'We are here all day until {closing time}.' },
  { id: '2', shortcut: 'allergens', text: 'Rye, water, salt.' },
  { id: '3', shortcut: 'hello', text: 'Hello all of you' },
];

describe('canned answers', () => {
  it('are asked for by a slash at the beginning only', () => {
    expect(slashOf('/All')).toBe('all');
    expect(slashOf('/')).toBe('');
    expect(slashOf('and/or')).toBeNull();
    expect(slashOf('/all day')).toBeNull();
  });

  it('come by the beginning of their shortcut first', () => {
    expect(matching(answers, 'all').map((each) => each.id)).toEqual(['1', '2', '3']);
    expect(matching(answers, 'aller').map((each) => each.id)).toEqual(['2']);
  });

  it('keep what nobody knows, so that it is seen', () => {
    const text = filled('{agent}, until {closing time}. {other}', { agent: 'Edda' });
    expect(text).toBe('Edda, until {closing time}. {other}');
    expect(gaps(text)).toEqual(['closing time']);
  });
});

describe('mentions', () => {
  const colleagues = [{ id: 'i', name: 'Ines Okafor' }];

  it('are found before the caret', () => {
    expect(mentionAt('ask @in', 7)).toEqual({ typed: 'in', from: 4 });
    expect(mentionAt('mail@in', 7)).toBeNull();
  });

  it('reach whom the note names', () => {
    expect(mentioned('@Ines the dark rye', colleagues)).toEqual(colleagues);
    expect(mentioned('Ines knows', colleagues)).toEqual([]);
  });
});
