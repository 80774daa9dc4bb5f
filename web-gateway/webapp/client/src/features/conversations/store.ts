import { newIdempotencyKey, problemOf } from '@shared/api/http';
import type { BodyView, NewBody } from '@shared/protocol/bodies';
import type {
  ChangedWhat,
  ClientFrame,
  Conversation,
  NewMessageBody,
  Problem,
  ServerFrame,
  Uuid,
} from '@shared/protocol/types';
import { Connection, type ConnectionState } from '@shared/socket/connection';
import { Outbox } from '@shared/socket/outbox';
import * as server from './api';
import { apply, emptyInbox, type Inbox, type InboxAction } from './model/inbox';

const PAGE = 100;
/** Up to so many unread messages a conversation opens at the first of them. */
const MOST_UNREAD = 500;

export interface StoreOptions {
  me: Uuid;
  /** A resource other than conversations changed. */
  onChanged: (what: ChangedWhat, id: Uuid | null) => void;
  /** The session ended, here or on another device. */
  onEnded: () => void;
}

/**
 * The user's conversations on this device: state by the pure reducer, the connection that feeds it, the outbox that
 * survives a reload, and receipts. Everything an app shows of conversations comes from here.
 */
export class ConversationsStore {
  private state: Inbox = emptyInbox;
  private connection: Connection | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly inFlight = new Set<string>();
  private readonly fetching = new Set<string>();
  private readonly displayedTo = new Map<Uuid, number>();
  private displayedTimer: ReturnType<typeof setTimeout> | undefined;
  private quietTimer: ReturnType<typeof setInterval> | undefined;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;
  private readonly options: StoreOptions;
  readonly outbox: Outbox;
  connectionState: ConnectionState = 'connecting';
  /** Why the list did not load, until it does. */
  problem: Problem | null = null;

  constructor(options: StoreOptions) {
    this.options = options;
    this.outbox = new Outbox(options.me);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  inbox = (): Inbox => this.state;

  start(): void {
    this.stopped = false;
    this.quietTimer = setInterval(() => this.dispatch({ type: 'quiet', now: Date.now() }), 2000);
    void this.load().then(() => this.connect());
  }

  stop(): void {
    this.stopped = true;
    clearInterval(this.quietTimer);
    clearTimeout(this.displayedTimer);
    clearTimeout(this.retryTimer);
    this.connection?.stop();
    this.connection = null;
  }

  dispatch(action: InboxAction): void {
    const next = apply(this.state, action);
    if (next === this.state) return;
    this.state = next;
    this.tell();
    next.missing.forEach((id) => void this.refresh(id));
  }

  /** Loads the list afresh; threads that are open follow. */
  async load(): Promise<void> {
    try {
      const { items, cursor } = await server.conversations();
      this.problem = null;
      this.dispatch({ type: 'loaded', conversations: items, cursor });
    } catch (error) {
      this.problem = problemOf(error);
      this.tell();
      if (this.stopped || this.problem.problem === 'unauthenticated') return;
      await new Promise((resolve) => {
        this.retryTimer = setTimeout(resolve, 4000);
      });
      if (!this.stopped) await this.load();
    }
  }

  /** Fetches one conversation again. */
  async refresh(id: Uuid): Promise<void> {
    if (this.fetching.has(id)) return;
    this.fetching.add(id);
    try {
      const conversation = await server.conversation(id);
      // an account that is no longer followed has left the list, though its history can still be read
      const left = conversation.party.kind === 'account' && conversation.follow === null;
      this.dispatch(left ? { type: 'gone', conversation: id } : { type: 'conversation', conversation });
    } catch (error) {
      if (problemOf(error).problem === 'not-found') this.dispatch({ type: 'gone', conversation: id });
    } finally {
      this.fetching.delete(id);
    }
  }

  /**
   * Loads the newest page, and those before it up to the first message not displayed (within reason: a conversation
   * with a great many opens at its end); what is known shows meanwhile.
   */
  async open(id: Uuid): Promise<void> {
    if (this.fetching.has(`messages ${id}`)) return;
    this.fetching.add(`messages ${id}`);
    try {
      const { unread = 0, mine } = this.state.conversations[id] ?? {};
      let { items, hasMore } = await server.messages(id, undefined, unread < 40 ? undefined : PAGE);
      while (
        hasMore &&
        unread > items.length - 10 &&
        unread <= MOST_UNREAD &&
        items[0]!.sequence > (mine?.displayed ?? 0)
      ) {
        const before = await server.messages(id, items[0]!.sequence, PAGE);
        items = [...before.items, ...items];
        hasMore = before.hasMore;
      }
      this.dispatch({ type: 'page', conversation: id, messages: items, hasMore, older: false });
    } finally {
      this.fetching.delete(`messages ${id}`);
    }
  }

  /** Loads the page before what is there. */
  async older(id: Uuid): Promise<void> {
    const thread = this.state.threads[id];
    const first = thread?.messages[0];
    if (!thread?.hasMore || !first || this.fetching.has(`messages ${id}`)) return;
    this.fetching.add(`messages ${id}`);
    try {
      const { items, hasMore } = await server.messages(id, first.sequence);
      this.dispatch({ type: 'page', conversation: id, messages: items, hasMore, older: true });
    } catch {
      // the next scroll tries again
    } finally {
      this.fetching.delete(`messages ${id}`);
    }
  }

  /** Shows the message at once and sends it as soon as there is a connection; the key is made here, once. */
  send(conversation: Uuid, body: NewBody, shown?: BodyView): void {
    const queuedAt = new Date().toISOString();
    this.outbox.add({ key: newIdempotencyKey(), conversation, body, queuedAt, refused: null, shown });
    this.flush();
  }

  retry(key: string): void {
    this.inFlight.delete(key);
    this.outbox.retry(key);
    this.flush();
  }

  discard(key: string): void {
    this.inFlight.delete(key);
    this.outbox.remove(key);
  }

  /** The user has seen everything up to here. */
  displayed(conversation: Uuid, sequence: number): void {
    const one = this.state.conversations[conversation];
    if (!one || sequence <= one.mine.displayed) return;
    this.dispatch({ type: 'shown', conversation, sequence });
    this.displayedTo.set(conversation, sequence);
    this.displayedTimer ??= setTimeout(() => this.sendDisplayed(), 200);
  }

  typing(conversation: Uuid, active: boolean): void {
    this.frame({ type: 'typing', conversation, active });
  }

  /** Sends a frame that only matters now; false when there is no connection. */
  frame(frame: ClientFrame): boolean {
    return this.connection?.send(frame) ?? false;
  }

  /** Pins or mutes at once; put back when the server refuses. */
  async settings(conversation: Conversation, settings: { pinned?: boolean; muted?: boolean }): Promise<void> {
    this.dispatch({ type: 'settings', conversation: conversation.id, ...settings });
    try {
      this.dispatch({ type: 'conversation', conversation: await server.changeSettings(conversation.id, settings) });
    } catch (error) {
      this.dispatch({
        type: 'settings',
        conversation: conversation.id,
        pinned: conversation.pinned,
        muted: conversation.muted,
      });
      throw error;
    }
  }

  retryConnection(): void {
    this.connection?.retryNow();
  }

  private connect(): void {
    if (this.stopped) return;
    this.connection?.stop();
    this.connection = new Connection({
      cursor: this.state.cursor,
      onFrame: (frame) => this.receive(frame),
      onState: (state) => {
        this.connectionState = state;
        if (state !== 'live') this.inFlight.clear();
        this.tell();
        if (state === 'live') {
          this.sendDisplayed();
          this.flush();
        }
      },
      onTooFarBehind: () => {
        void this.load().then(() => {
          Object.keys(this.state.threads).forEach((id) => void this.open(id).catch(() => undefined));
          if (this.state.cursor) this.connection?.resume(this.state.cursor);
        });
      },
      onEnded: this.options.onEnded,
    });
    this.connection.start();
  }

  private receive(frame: ServerFrame): void {
    this.dispatch({ type: 'frame', frame, now: Date.now() });
    switch (frame.type) {
      case 'acknowledged':
        this.inFlight.delete(frame.key);
        this.outbox.remove(frame.key);
        break;
      case 'refused':
        this.inFlight.delete(frame.key);
        this.outbox.refuse(frame.key, frame.problem);
        break;
      case 'error':
        if (frame.key) {
          this.inFlight.delete(frame.key);
          this.outbox.refuse(frame.key, frame.problem);
        }
        break;
      case 'changed':
        this.changed(frame.what, frame.id);
        break;
      default:
    }
  }

  private changed(what: ChangedWhat, id: Uuid | null): void {
    if (what === 'conversations') void (id ? this.refresh(id) : this.load());
    if (what === 'follow' || what === 'account' || what === 'contacts') {
      const one = Object.values(this.state.conversations).find((candidate) => candidate.party.id === id);
      void (one ? this.refresh(one.id) : this.load());
    }
    this.options.onChanged(what, id);
  }

  /** In the order of Enter; a key already on its way on this connection waits for its answer. */
  private flush(): void {
    for (const entry of this.outbox.waiting()) {
      if (this.inFlight.has(entry.key)) continue;
      const body = entry.body as NewMessageBody;
      if (!this.frame({ type: 'send', key: entry.key, conversation: entry.conversation, body })) return;
      this.inFlight.add(entry.key);
    }
  }

  private sendDisplayed(): void {
    clearTimeout(this.displayedTimer);
    this.displayedTimer = undefined;
    for (const [conversation, displayed] of this.displayedTo) {
      if (!this.frame({ type: 'receipt', conversation, displayed })) return; // goes out once connected
      this.displayedTo.delete(conversation);
    }
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }
}
