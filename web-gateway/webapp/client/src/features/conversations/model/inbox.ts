import { handled, later } from '@shared/protocol/cursor';
import type { Conversation, Cursor, Follow, Message, Receipts, ServerFrame, Uuid } from '@shared/protocol/types';

/** The loaded part of a conversation: ascending, without gaps from its first message to the newest. */
export interface Thread {
  messages: Message[];
  hasMore: boolean;
}

/** What this device knows of the user's inbox. */
export interface Inbox {
  loaded: boolean;
  cursor: Cursor | null;
  conversations: Record<Uuid, Conversation>;
  threads: Record<Uuid, Thread>;
  /** Who is writing: conversation → when the news of it runs out. */
  typing: Record<Uuid, number>;
  /** Conversations a frame spoke of that are not known yet; they have to be fetched. */
  missing: Uuid[];
}

export type InboxAction =
  | { type: 'loaded'; conversations: Conversation[]; cursor: Cursor }
  | { type: 'conversation'; conversation: Conversation }
  | { type: 'gone'; conversation: Uuid }
  | { type: 'page'; conversation: Uuid; messages: Message[]; hasMore: boolean; older: boolean }
  | { type: 'shown'; conversation: Uuid; sequence: number }
  | { type: 'settings'; conversation: Uuid; pinned?: boolean; muted?: boolean }
  | { type: 'follow'; account: Uuid; follow: Follow | null }
  | { type: 'quiet'; now: number }
  | { type: 'frame'; frame: ServerFrame; now: number };

export const emptyInbox: Inbox = {
  loaded: false,
  cursor: null,
  conversations: {},
  threads: {},
  typing: {},
  missing: [],
};

/** Someone who stopped without saying so is taken to have stopped after this. */
export const TYPING_MS = 6_000;

export function apply(state: Inbox, action: InboxAction): Inbox {
  switch (action.type) {
    case 'loaded':
      return {
        ...state,
        loaded: true,
        cursor: later(state.cursor, action.cursor),
        conversations: Object.fromEntries(action.conversations.map((one) => [one.id, one])),
        missing: [],
      };
    case 'conversation':
      return {
        ...state,
        conversations: { ...state.conversations, [action.conversation.id]: action.conversation },
        missing: state.missing.filter((id) => id !== action.conversation.id),
      };
    case 'gone': {
      const conversations = { ...state.conversations };
      delete conversations[action.conversation];
      return { ...state, conversations, missing: state.missing.filter((id) => id !== action.conversation) };
    }
    case 'page':
      return page(state, action);
    case 'shown':
      return change(state, action.conversation, (one) =>
        action.sequence <= one.mine.displayed ? one : readUpTo(one, state.threads[one.id], action.sequence),
      );
    case 'settings':
      return change(state, action.conversation, (one) => ({
        ...one,
        pinned: action.pinned ?? one.pinned,
        muted: action.muted ?? one.muted,
      }));
    case 'follow': {
      const found = Object.values(state.conversations).find(
        (one) => one.party.kind === 'account' && one.party.id === action.account,
      );
      if (!found) return state;
      return change(state, found.id, (one) => ({
        ...one,
        follow: action.follow,
        muted: action.follow ? action.follow.muted : one.muted,
      }));
    }
    case 'quiet': {
      const typing = Object.fromEntries(Object.entries(state.typing).filter(([, until]) => until > action.now));
      return Object.keys(typing).length === Object.keys(state.typing).length ? state : { ...state, typing };
    }
    case 'frame':
      return frame(state, action.frame, action.now);
    default:
      return action satisfies never;
  }
}

function frame(state: Inbox, frame: ServerFrame, now: number): Inbox {
  switch (frame.type) {
    case 'message': {
      if (handled(state.cursor, frame.cursor)) return state; // replays are harmless
      return message({ ...state, cursor: later(state.cursor, frame.cursor) }, frame.message);
    }
    case 'acknowledged':
      return message(frame.cursor ? { ...state, cursor: later(state.cursor, frame.cursor) } : state, frame.message);
    case 'receipt': {
      const next = handled(state.cursor, frame.cursor)
        ? state
        : { ...state, cursor: later(state.cursor, frame.cursor) };
      return change(next, frame.conversation, (one) => {
        if (frame.party === one.party.id) return { ...one, theirs: max(one.theirs, frame) };
        const read = readUpTo(one, state.threads[one.id], frame.displayed);
        return { ...read, mine: max(read.mine, frame) };
      });
    }
    case 'typing': {
      const one = state.conversations[frame.conversation];
      if (!one || frame.party !== one.party.id) return state;
      const typing = { ...state.typing };
      if (frame.active) typing[frame.conversation] = now + TYPING_MS;
      else delete typing[frame.conversation];
      return { ...state, typing };
    }
    case 'presence': {
      const found = Object.values(state.conversations).find((one) => one.party.id === frame.party);
      return found ? change(state, found.id, (one) => ({ ...one, online: frame.online })) : state;
    }
    case 'changed':
    case 'synced':
    case 'ready':
      return frame.cursor && frame.type !== 'ready' ? { ...state, cursor: later(state.cursor, frame.cursor) } : state;
    default:
      return state; // heartbeats, refusals and the like change nothing here
  }
}

/** Puts a message in its place: by sequence, once, however often it is told. */
function message(state: Inbox, message: Message): Inbox {
  const id = message.conversationId;
  const one = state.conversations[id];
  const thread = state.threads[id];
  const threads = thread
    ? { ...state.threads, [id]: { ...thread, messages: insert(thread.messages, [message]) } }
    : state.threads;
  if (!one) return { ...state, threads, missing: state.missing.includes(id) ? state.missing : [...state.missing, id] };
  const known =
    (thread?.messages.some((other) => other.id === message.id) ?? false) || one.lastMessage?.id === message.id;
  const theirs = !isMine(message, one);
  const newer = message.sequence > (one.lastMessage?.sequence ?? 0);
  const next: Conversation = {
    ...one,
    lastMessage: newer ? message : one.lastMessage,
    unread: theirs && !known && message.sequence > one.mine.displayed ? one.unread + 1 : one.unread,
  };
  const typing = { ...state.typing };
  if (theirs) delete typing[id];
  return { ...state, threads, typing, conversations: { ...state.conversations, [id]: next } };
}

function page(state: Inbox, action: Extract<InboxAction, { type: 'page' }>): Inbox {
  const before = state.threads[action.conversation];
  const oldest = action.messages[0]?.sequence;
  const newest = action.messages.at(-1)?.sequence;
  // A fresh newest page that does not reach what was loaded replaces it: a thread has no gaps.
  const gap =
    !action.older &&
    before &&
    oldest !== undefined &&
    action.hasMore &&
    oldest > (before.messages.at(-1)?.sequence ?? 0);
  const messages =
    before && !gap
      ? insert(before.messages, action.messages)
      : insert(
          (before?.messages ?? []).filter((one) => newest !== undefined && one.sequence > newest),
          action.messages,
        );
  const hasMore = before && !gap && !action.older ? before.hasMore : action.hasMore;
  return { ...state, threads: { ...state.threads, [action.conversation]: { messages, hasMore } } };
}

/** Whose message it is, from this side: everything the other party did not send is mine. */
export function isMine(message: Message, conversation: Pick<Conversation, 'party'>): boolean {
  return message.sender.id !== conversation.party.id;
}

/** Merges messages by id, in the order of their sequence. */
export function insert(messages: Message[], added: Message[]): Message[] {
  const byId = new Map(messages.map((one) => [one.id, one]));
  let changed = false;
  for (const one of added) {
    changed ||= byId.get(one.id) !== one;
    byId.set(one.id, one);
  }
  if (!changed) return messages;
  return [...byId.values()].sort((a, b) => a.sequence - b.sequence);
}

function change(state: Inbox, id: Uuid, how: (one: Conversation) => Conversation): Inbox {
  const one = state.conversations[id];
  if (!one) return state;
  const next = how(one);
  return next === one ? state : { ...state, conversations: { ...state.conversations, [id]: next } };
}

function readUpTo(one: Conversation, thread: Thread | undefined, sequence: number): Conversation {
  if (sequence <= one.mine.displayed) return one;
  const mine = max(one.mine, { delivered: sequence, displayed: sequence });
  if (sequence >= (one.lastMessage?.sequence ?? 0)) return { ...one, mine, unread: 0 };
  if (!thread) return { ...one, mine };
  const left = thread.messages.filter((message) => message.sequence > sequence && !isMine(message, one)).length;
  return { ...one, mine, unread: Math.min(one.unread, left) };
}

function max(a: Receipts, b: Receipts): Receipts {
  return { delivered: Math.max(a.delivered, b.delivered), displayed: Math.max(a.displayed, b.displayed) };
}
