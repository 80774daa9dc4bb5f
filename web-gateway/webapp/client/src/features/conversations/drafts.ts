import { useSyncExternalStore } from 'react';

/** What was typed and not sent yet, per conversation, on this device. */
const KEY = 'parley.drafts';
const listeners = new Set<() => void>();
let drafts: Record<string, string> | null = null;

export function allDrafts(): Record<string, string> {
  if (drafts === null) {
    try {
      drafts = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, string>;
    } catch {
      drafts = {};
    }
  }
  return drafts;
}

export function saveDraft(conversation: string, text: string): void {
  if ((allDrafts()[conversation] ?? '') === text) return;
  const next = { ...allDrafts() };
  if (text.trim() === '') delete next[conversation];
  else next[conversation] = text;
  drafts = next;
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // kept until the page is closed
  }
  listeners.forEach((listener) => listener());
}

export function useDrafts(): Record<string, string> {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, allDrafts);
}
