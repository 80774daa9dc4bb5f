import type { Cursor } from './types';

/** The two parts of a cursor: entries of the inbox and push messages handled. */
export function parts(cursor: Cursor | null): [inbox: number, push: number] {
  const [inbox, push] = (cursor ?? '0.0').split('.');
  return [Number(inbox) || 0, Number(push) || 0];
}

/** The later of both, part by part: a cursor only moves forward. */
export function later(a: Cursor | null, b: Cursor): Cursor {
  const [aInbox, aPush] = parts(a);
  const [bInbox, bPush] = parts(b);
  return `${Math.max(aInbox, bInbox)}.${Math.max(aPush, bPush)}`;
}

/** True when everything up to `candidate` has been handled already. */
export function handled(current: Cursor | null, candidate: Cursor): boolean {
  if (current === null) return false;
  const [inbox, push] = parts(current);
  const [candidateInbox, candidatePush] = parts(candidate);
  return candidateInbox <= inbox && candidatePush <= push;
}
