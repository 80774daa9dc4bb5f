/** The ten seconds of an undo: they run down only while nothing holds them. Times are milliseconds. */
export interface UndoClock {
  leftMs: number;
  /** What holds the clock now: the pointer, the focus, a hidden tab. */
  rests: ReadonlySet<Rest>;
  /** When `leftMs` was true. */
  atMs: number;
}

export type Rest = 'pointer' | 'focus' | 'hidden-tab';

export const undoMs = 10_000;

export function started(nowMs: number, lengthMs = undoMs): UndoClock {
  return { leftMs: lengthMs, rests: new Set(), atMs: nowMs };
}

/** The clock as it stands at `nowMs`. */
export function ticked(clock: UndoClock, nowMs: number): UndoClock {
  const passed = clock.rests.size > 0 ? 0 : Math.max(0, nowMs - clock.atMs);
  return { ...clock, leftMs: Math.max(0, clock.leftMs - passed), atMs: nowMs };
}

export function held(clock: UndoClock, rest: Rest, nowMs: number): UndoClock {
  return { ...ticked(clock, nowMs), rests: new Set([...clock.rests, rest]) };
}

export function released(clock: UndoClock, rest: Rest, nowMs: number): UndoClock {
  return { ...ticked(clock, nowMs), rests: new Set([...clock.rests].filter((other) => other !== rest)) };
}

export function isOver(clock: UndoClock): boolean {
  return clock.leftMs <= 0;
}
