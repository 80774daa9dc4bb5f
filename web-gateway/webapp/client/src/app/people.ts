import { useSyncExternalStore } from 'react';

/** Whether the sheet that finds people is open, and with which handle. */
type People = { opened: boolean; handle?: string };

let state: People = { opened: false };
const listeners = new Set<() => void>();

function become(next: People): void {
  state = next;
  listeners.forEach((listener) => listener());
}

export const openPeople = (handle?: string): void => become({ opened: true, handle });
export const closePeople = (): void => become({ opened: false });

export function usePeople(): People {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}
