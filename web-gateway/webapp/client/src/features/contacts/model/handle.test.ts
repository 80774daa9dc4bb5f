import { describe, expect, it } from 'vitest';
import { asHandle } from './handle';

describe('a typed handle', () => {
  it('may carry a sign, capitals and spaces around', () => {
    expect(asHandle(' @Mara.Ell ')).toBe('mara.ell');
  });

  it('is none with spaces, other letters or too few of them', () => {
    expect(asHandle('mara ell')).toBeNull();
    expect(asHandle('mära')).toBeNull();
    expect(asHandle('ma')).toBeNull();
  });
});
