import { useSyncExternalStore } from 'react';

/** Choices of this device that no server needs to know. */
export interface Preferences {
  /** Enter sends and Shift Enter makes a new line; false swaps them. */
  enterSends: boolean;
  /** Single letters are keys outside text fields. */
  singleKeys: boolean;
  detailsOpen: boolean;
  listWidth: number;
}

const KEY = 'parley.preferences';
const defaults: Preferences = { enterSends: true, singleKeys: true, detailsOpen: true, listWidth: 340 };
const listeners = new Set<() => void>();
let current: Preferences | null = null;

export function preferences(): Preferences {
  if (current === null) {
    try {
      current = { ...defaults, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>) };
    } catch {
      current = defaults;
    }
  }
  return current;
}

export function prefer(chosen: Partial<Preferences>): void {
  current = { ...preferences(), ...chosen };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // lasts until the page is closed
  }
  listeners.forEach((listener) => listener());
}

export function usePreferences(): Preferences {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, preferences);
}
