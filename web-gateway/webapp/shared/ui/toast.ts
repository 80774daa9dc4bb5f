/** What a toast says and how it can be taken back. */
export interface Toast {
  id: number;
  message: string;
  detail?: string;
  /** Reverses what was done; offered for `durationMs`, whose clock rests under pointer, focus and in a hidden tab. */
  undo?: () => void;
  /** Other ways out, as plain words. */
  actions?: { label: string; act: () => void }[];
  /** What it is about: the next toast about the same takes its place. */
  about?: string;
  /** The clock ran out without undo. */
  expired?: () => void;
  durationMs: number;
}

let toasts: Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): Toast[] {
  return toasts;
}

/** Shows a toast; with `undo` it stands 10 s, else 5 s. Returns a function that takes it away. */
export function toast(shown: Omit<Toast, 'id' | 'durationMs'> & { durationMs?: number }): () => void {
  const id = next++;
  const others = shown.about ? toasts.filter((other) => other.about !== shown.about) : toasts;
  toasts = [...others.slice(-3), { ...shown, id, durationMs: shown.durationMs ?? (shown.undo ? 10_000 : 5_000) }];
  listeners.forEach((listener) => listener());
  return () => dismissToast(id);
}

export function dismissToast(id: number): void {
  toasts = toasts.filter((other) => other.id !== id);
  listeners.forEach((listener) => listener());
}

/** Undoes the newest toast that can be undone; false when none stands. */
export function undoNewest(): boolean {
  const newest = [...toasts].reverse().find((candidate) => candidate.undo);
  if (!newest) return false;
  newest.undo?.();
  dismissToast(newest.id);
  return true;
}
