import type { Estimate } from '@shared/protocol/types';

/** "41" and "6" of "41 ± 6": no digit that the interval does not carry, and never a part of a person. */
export function rounded(estimate: Estimate): { value: number; margin: number } {
  return { value: Math.max(0, Math.round(estimate.value)), margin: Math.max(0, Math.ceil(estimate.margin - 0.05)) };
}
