/** The id to show after one was decided: the next one waiting, else the one before it, else none. */
export function after(ids: readonly string[], decided: string): string | null {
  const at = ids.indexOf(decided);
  if (at < 0) return ids[0] ?? null;
  return ids[at + 1] ?? ids[at - 1] ?? null;
}

/** The id to show after moving by one; stays at the ends. */
export function move(ids: readonly string[], present: string | null, by: 1 | -1): string | null {
  if (ids.length === 0) return null;
  const at = present === null ? -1 : ids.indexOf(present);
  if (at < 0) return ids[0] ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, at + by))] ?? null;
}

/** Whoever waits longest comes first. */
export function oldestFirst<T extends { waitingSince: string | null; account: { createdAt: string } }>(
  rows: readonly T[],
): T[] {
  const since = (row: T) => Date.parse(row.waitingSince ?? row.account.createdAt);
  return [...rows].sort((a, b) => since(a) - since(b));
}

export type Decision = 'approve' | 'refuse';

/** A refusal needs words for whom it concerns; an approval does not. */
export function lacksReason(decision: Decision, reason: string): boolean {
  return decision === 'refuse' && reason.trim() === '';
}
