import { describe, expect, it } from 'vitest';
import { may } from './may';

describe('what a role may do', () => {
  it('keeps the desk from editors and analysts', () => {
    expect((['owner', 'editor', 'agent', 'analyst'] as const).map((role) => may(role, 'answer'))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('lets owners and editors release', () => {
    expect((['owner', 'editor', 'agent', 'analyst'] as const).map((role) => may(role, 'release'))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('leaves team, developers and settings to owners', () => {
    for (const act of ['change-team', 'develop', 'change-account', 'see-audit'] as const) {
      expect(may('owner', act)).toBe(true);
      expect(may('editor', act)).toBe(false);
    }
  });
});
