import { describe, expect, it } from 'vitest';
import { held, isOver, released, started, ticked } from './clock';

describe('the clock of an undo', () => {
  it('is over after ten seconds', () => {
    const clock = started(1_000);

    expect(isOver(ticked(clock, 10_999))).toBe(false);
    expect(isOver(ticked(clock, 11_000))).toBe(true);
  });

  it('rests while the pointer is on it, and goes on where it stopped', () => {
    let clock = held(started(0), 'pointer', 4_000);

    clock = ticked(clock, 60_000);
    expect(clock.leftMs).toBe(6_000);

    clock = released(clock, 'pointer', 60_000);
    expect(ticked(clock, 62_000).leftMs).toBe(4_000);
  });

  it('rests until nothing holds it any more', () => {
    let clock = held(started(0), 'pointer', 1_000);
    clock = held(clock, 'hidden-tab', 2_000);
    clock = released(clock, 'pointer', 3_000);

    expect(ticked(clock, 30_000).leftMs).toBe(9_000);
  });
});
