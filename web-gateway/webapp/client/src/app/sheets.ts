import { useSyncExternalStore } from 'react';
import type { Conversation } from '@shared/protocol/types';

/** Sheets that any part of the app opens and the shell shows. */
interface Sheets {
  people: { handle?: string } | null;
  report: Conversation | null;
}

let state: Sheets = { people: null, report: null };
const listeners = new Set<() => void>();

function become(next: Partial<Sheets>): void {
  state = { ...state, ...next };
  listeners.forEach((listener) => listener());
}

/** Finds people by their handle. */
export const openPeople = (handle?: string): void => become({ people: { handle } });
export const closePeople = (): void => become({ people: null });
/** Reports the party of a conversation to the operators. */
export const openReport = (conversation: Conversation): void => become({ report: conversation });
export const closeReport = (): void => become({ report: null });

export function useSheets(): Sheets {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}
