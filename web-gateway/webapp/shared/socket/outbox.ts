import type { BodyView, NewBody } from '../protocol/bodies';
import type { Instant, Problem, Uuid } from '../protocol/types';

/** A message on its way. */
export interface OutboxEntry {
  key: string;
  conversation: Uuid;
  body: NewBody;
  queuedAt: Instant;
  refused: Problem | null;
  /** As it will look, where that is more than what is sent: until the server's own body arrives. */
  shown?: BodyView;
}

/** A body that waits, as it will look. */
export function shownBody({ body, shown }: OutboxEntry): BodyView {
  return shown ?? (body as BodyView);
}

/**
 * Messages not yet acknowledged, in the order of Enter, kept on this device so that they survive a reload. The same
 * key goes with every attempt, so a repetition is harmless.
 */
export class Outbox {
  private entries: OutboxEntry[];
  private readonly listeners = new Set<() => void>();
  private readonly storageKey: string;
  private readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null;

  constructor(owner: string, storage: Pick<Storage, 'getItem' | 'setItem'> | null = localStorageOrNull()) {
    this.storageKey = `parley.outbox.${owner}`;
    this.storage = storage;
    this.entries = this.read();
    if (typeof window !== 'undefined') {
      window.addEventListener('storage', (event) => {
        if (event.key !== this.storageKey) return; // another tab of the same user
        this.entries = this.read();
        this.listeners.forEach((listener) => listener());
      });
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  all = (): OutboxEntry[] => this.entries;

  waiting(): OutboxEntry[] {
    return this.entries.filter((entry) => entry.refused === null);
  }

  add(entry: OutboxEntry): void {
    this.change([...this.entries.filter((other) => other.key !== entry.key), entry]);
  }

  /** The server has it, or the user takes it back. */
  remove(key: string): void {
    if (this.entries.some((entry) => entry.key === key)) this.change(this.entries.filter((entry) => entry.key !== key));
  }

  refuse(key: string, problem: Problem): void {
    this.change(this.entries.map((entry) => (entry.key === key ? { ...entry, refused: problem } : entry)));
  }

  retry(key: string): OutboxEntry | undefined {
    this.change(this.entries.map((entry) => (entry.key === key ? { ...entry, refused: null } : entry)));
    return this.entries.find((entry) => entry.key === key);
  }

  private change(entries: OutboxEntry[]): void {
    this.entries = entries;
    try {
      this.storage?.setItem(this.storageKey, JSON.stringify(entries));
    } catch {
      // a full or forbidden storage costs the survival of a reload, not the message
    }
    this.listeners.forEach((listener) => listener());
  }

  private read(): OutboxEntry[] {
    try {
      const text = this.storage?.getItem(this.storageKey);
      return text ? (JSON.parse(text) as OutboxEntry[]) : [];
    } catch {
      return [];
    }
  }
}

function localStorageOrNull(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
