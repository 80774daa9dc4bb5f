import type { BodyView, NewBody } from '@shared/protocol/bodies';
import { newOf, oneOf } from '@dashboard/message/model/bodies';
import { lacksOf, type Lack } from '@dashboard/message/model/lacks';

/** What is being written as a push message; kept in this browser until it is released or discarded. */
export interface Draft {
  bodies: BodyView[];
  /** Made once per release and kept over retries, so that a repetition sends nothing. */
  key: string;
  savedAt: string | null;
}

export function emptyDraft(key: string): Draft {
  return { bodies: [], key, savedAt: null };
}

/** What keeps this draft from being released, in the order of the form; empty when nothing does. */
export function missing(draft: Draft): Lack[] {
  if (draft.bodies.length === 0) return [{ at: '', what: 'missing' }];
  return draft.bodies.flatMap(lacksOf);
}

/** The body as the server takes it: one, or several as one push message. */
export function bodyOf(draft: Draft): NewBody {
  return newOf(oneOf(draft.bodies));
}

/** A change makes another push message of it, so it gets another key; what was released under the old one stays that. */
export function change(draft: Draft, part: Partial<Draft>, newKey: () => string): Draft {
  return { ...draft, ...part, key: newKey() };
}

const STORED = 'parley.push-draft.';

/** Reads the draft of an account; null when there is none or it is not readable. */
export function restore(storage: Pick<Storage, 'getItem'>, account: string): Draft | null {
  try {
    const stored = JSON.parse(storage.getItem(STORED + account) ?? 'null') as Partial<Draft> | null;
    if (stored === null || typeof stored.key !== 'string' || !Array.isArray(stored.bodies)) return null;
    return { ...emptyDraft(stored.key), ...stored } as Draft;
  } catch {
    return null;
  }
}

/** Keeps the draft; true when the browser took it. */
export function keep(storage: Pick<Storage, 'setItem'>, account: string, draft: Draft): boolean {
  try {
    storage.setItem(STORED + account, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forget(storage: Pick<Storage, 'removeItem'>, account: string): void {
  storage.removeItem(STORED + account);
}

/** Whether anything was written at all. */
export function isEmpty(draft: Draft): boolean {
  return draft.bodies.length === 0;
}
