import { describe, expect, it } from 'vitest';
import type { BoxElement, LayoutRoot } from '../../../protocol/bodies';
import { border, colour, flexOf, isColoured, length, ratio, SPACE_PX, TEXT_PX, wordsOf } from './layout';

const box = (contents: BoxElement['contents'], more: Partial<BoxElement> = {}): BoxElement => ({
  type: 'box',
  layout: 'vertical',
  contents,
  ...more,
});

describe('a free layout', () => {
  it('knows lengths by name, in pixels and in percent, and nothing else', () => {
    expect(length(SPACE_PX, 'lg')).toBe('12px');
    expect(length(TEXT_PX, '3xl')).toBe('35px');
    expect(length(SPACE_PX, '7px')).toBe('7px');
    expect(length(SPACE_PX, '50%')).toBe('50%');
    expect(length(SPACE_PX, 'calc(1px)')).toBeUndefined();
    expect(length(SPACE_PX, null)).toBeUndefined();
  });

  it('lets only colours through as colours', () => {
    expect(colour('#0b6577')).toBe('#0b6577');
    expect(colour('url(https://a.example)')).toBeUndefined();
    expect(border({ width: 'bold', color: '#0b6577' })).toBe('3px solid #0b6577');
    expect(border({ width: 'none', color: '#0b6577' })).toBeUndefined();
    expect(border({ color: 'red' })).toBe('1px solid var(--p-border)');
  });

  it('reads ratios', () => {
    expect(ratio('20:13')).toBe('20 / 13');
    expect(ratio('1:0')).toBeUndefined();
  });

  it('shares a row evenly and leaves a column as high as its contents', () => {
    const text = { type: 'text' as const, text: 'Rye' };

    expect(flexOf(text, 'horizontal')).toBe('1 1 0');
    expect(flexOf(text, 'vertical')).toBe('0 0 auto');
    expect(flexOf({ ...text, flex: 0 }, 'horizontal')).toBe('0 1 auto');
    expect(flexOf({ ...text, flex: 3 }, 'baseline')).toBe('3 3 0');
    expect(flexOf({ type: 'filler' }, 'vertical')).toBe('1 1 0');
  });

  it('is shown on light ground when its author chose colours', () => {
    const plain: LayoutRoot = { type: 'bubble', body: box([{ type: 'text', text: 'Rye' }]) };
    const painted: LayoutRoot = {
      type: 'bubbles',
      bubbles: [{ type: 'bubble', body: box([], { background: '#fff7e8' }) }],
    };

    expect(isColoured(plain)).toBe(false);
    expect(isColoured(painted)).toBe(true);
  });

  it('says its words in order', () => {
    const root = box([
      { type: 'text', text: 'Dark rye' },
      box([{ type: 'button', action: { type: 'say', label: 'Reserve', text: 'Reserve one' } }]),
    ]);

    expect(wordsOf(root)).toEqual(['Dark rye', 'Reserve']);
  });
});
