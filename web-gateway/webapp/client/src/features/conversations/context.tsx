import { createContext, use, useSyncExternalStore, type ReactNode } from 'react';
import type { ConnectionState } from '@shared/socket/connection';
import type { OutboxEntry } from '@shared/socket/outbox';
import type { Inbox } from './model/inbox';
import type { ConversationsStore } from './store';

const Context = createContext<ConversationsStore | null>(null);

export function ConversationsProvider({ store, children }: { store: ConversationsStore; children: ReactNode }) {
  return <Context value={store}>{children}</Context>;
}

/** The store: to act. */
export function useConversations(): ConversationsStore {
  const store = use(Context);
  if (!store) throw new Error('there is no store of conversations here');
  return store;
}

/** A part of the inbox, kept up to date. The selector must return the same value for the same state. */
export function useInbox<T>(select: (inbox: Inbox) => T): T {
  const store = useConversations();
  return useSyncExternalStore(store.subscribe, () => select(store.inbox()));
}

export function useConnectionState(): ConnectionState {
  const store = useConversations();
  return useSyncExternalStore(store.subscribe, () => store.connectionState);
}

export function useOutbox(): OutboxEntry[] {
  const { outbox } = useConversations();
  return useSyncExternalStore(outbox.subscribe, outbox.all);
}
