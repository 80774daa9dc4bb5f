import { describe, expect, it } from 'vitest';
import { mentionsIn, piecesOf } from './pieces';

const shown = (text: string) => piecesOf(text).map((piece) => (piece.kind === 'link' ? `<${piece.href}>` : piece.text));

describe('links in a text', () => {
  it('end before the punctuation of their sentence', () => {
    expect(shown('See https://bakery.example/rye.')).toEqual(['See ', '<https://bakery.example/rye>', '.']);
    expect(shown('(www.bakery.example)')).toEqual(['(', '<https://www.bakery.example>', ')']);
  });

  it('keep a bracket that they opened themselves', () => {
    expect(shown('https://wiki.example/Rye_(bread)')).toEqual(['<https://wiki.example/Rye_(bread)>']);
  });

  it('are only web addresses', () => {
    expect(shown('javascript:alert(1) ftp://a.example http://')).toEqual([
      'javascript:alert(1) ftp://a.example http://',
    ]);
  });
});

describe('mentions in a text', () => {
  it('count in UTF-16 units', () => {
    const mention = { start: 3, length: 5, handle: 'mara' };

    expect(piecesOf('🥖 @mara?', [mention])).toEqual([
      { kind: 'text', text: '🥖 ' },
      { kind: 'mention', text: '@mara', mention },
      { kind: 'text', text: '?' },
    ]);
  });

  it('that lie outside or overlap are left out', () => {
    const first = { start: 0, length: 5, handle: 'mara' };
    const over = { start: 3, length: 4, handle: 'ines' };
    const outside = { start: 40, length: 4, handle: 'nora' };

    expect(piecesOf('@mara hi', [over, outside, first]).map((piece) => piece.kind)).toEqual(['mention', 'text']);
  });

  it('are found while one writes, of those who are known', () => {
    expect(mentionsIn('🥖 @Mara. and @nobody, mail@mara', new Set(['mara']))).toEqual([
      { start: 3, length: 5, handle: 'mara' },
    ]);
  });
});
