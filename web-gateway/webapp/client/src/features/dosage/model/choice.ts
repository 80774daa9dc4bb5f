/**
 * A choice that is shown at once and saved when the hand rests: moving the line through 2, 3, 4 is one choice,
 * and undoing it goes back to what was saved before the first move.
 */
export interface Choice<T> {
  /** What the server holds, as far as we know. */
  saved: T;
  /** What is shown. */
  shown: T;
}

export type Same<T> = (a: T, b: T) => boolean;

export function chosen<T>(choice: Choice<T>, next: T): Choice<T> {
  return { ...choice, shown: next };
}

/** What has to be saved now, or null. */
export function due<T>(choice: Choice<T>, same: Same<T>): { next: T; previous: T } | null {
  return same(choice.saved, choice.shown) ? null : { next: choice.shown, previous: choice.saved };
}

/** News from the server: it shows unless something newer waits to be saved. */
export function heard<T>(choice: Choice<T>, saved: T, same: Same<T>): Choice<T> {
  return due(choice, same) ? { ...choice, saved } : { saved, shown: saved };
}
