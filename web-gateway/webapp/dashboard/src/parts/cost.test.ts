import { describe, expect, it } from 'vitest';
import { rounded } from './cost';

describe('a cost', () => {
  it('is told in whole people, its interval never too narrow', () => {
    expect(rounded({ value: 41.3, margin: 5.6 })).toEqual({ value: 41, margin: 6 });
    expect(rounded({ value: 0.2, margin: 2.01 })).toEqual({ value: 0, margin: 2 });
  });
});
