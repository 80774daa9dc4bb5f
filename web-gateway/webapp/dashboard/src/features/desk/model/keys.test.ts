import { describe, expect, it } from 'vitest';
import { actOf, step } from './keys';

const key = (name: string, held: Partial<Parameters<typeof actOf>[0]> = {}) =>
  actOf({ key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('the keys of the desk', () => {
  it('close with E, and close and go on with Shift E', () => {
    expect(key('e')).toBe('close');
    expect(key('E', { shiftKey: true })).toBe('close-next');
  });

  it('leave what the browser owns alone', () => {
    expect(key('r', { ctrlKey: true })).toBeNull();
    expect(key('a', { metaKey: true })).toBeNull();
    expect(key('x')).toBeNull();
  });

  it('know the question mark wherever the layout puts it', () => {
    expect(key('?', { shiftKey: true })).toBe('help');
    expect(key('?')).toBe('help');
  });

  it('stop at the ends of the list', () => {
    expect(step(['a', 'b'], 'b', 1)).toBe('b');
    expect(step(['a', 'b'], 'a', -1)).toBe('a');
    expect(step(['a', 'b'], null, 1)).toBe('a');
    expect(step(['a', 'b'], 'gone', 1)).toBe('a');
    expect(step([], null, 1)).toBeNull();
  });
});
