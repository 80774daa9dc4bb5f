import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';
const KEY = 'parley.theme';
const listeners = new Set<() => void>();
const system = typeof window === 'undefined' ? null : window.matchMedia('(prefers-color-scheme: dark)');

/** The theme chosen on this device; `system` until something is chosen. */
export function chosenTheme(): Theme {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

/** What is shown now. */
export function shownTheme(): 'light' | 'dark' {
  const chosen = chosenTheme();
  return chosen === 'system' ? (system?.matches ? 'dark' : 'light') : chosen;
}

export function chooseTheme(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // without storage the choice lasts until the page is closed
  }
  show();
}

function show(): void {
  document.documentElement.setAttribute('data-mantine-color-scheme', shownTheme());
  listeners.forEach((listener) => listener());
}

system?.addEventListener('change', show);

/** Chosen and shown theme, kept up to date. */
export function useTheme(): { chosen: Theme; shown: 'light' | 'dark'; choose: (theme: Theme) => void } {
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const chosen = useSyncExternalStore(subscribe, chosenTheme);
  const shown = useSyncExternalStore(subscribe, shownTheme);
  return { chosen, shown, choose: chooseTheme };
}
