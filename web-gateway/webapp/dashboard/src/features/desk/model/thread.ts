import type { Message, Receipts } from '@shared/protocol/types';

/** An answer on its way: made at Enter with its idempotency key, gone once the server has acknowledged it. */
export interface Pending {
  key: string;
  text: string;
  at: string;
  problem: unknown | null;
}

/** One conversation as the desk shows it. */
export interface Thread {
  messages: readonly Message[];
  hasMore: boolean;
  pending: readonly Pending[];
  theirs: Receipts;
}

export const EMPTY_THREAD: Thread = {
  messages: [],
  hasMore: false,
  pending: [],
  theirs: { delivered: 0, displayed: 0 },
};

export type ThreadStep =
  | { type: 'loaded'; items: readonly Message[]; hasMore: boolean }
  | { type: 'arrived'; message: Message }
  | { type: 'sending'; pending: Pending }
  | { type: 'acknowledged'; key: string; message: Message }
  | { type: 'refused'; key: string; problem: unknown }
  | { type: 'retried'; key: string }
  | { type: 'dropped'; key: string }
  | { type: 'receipt'; receipts: Receipts };

/** Replays are harmless: a message stands once, at the place of its sequence, and receipts only grow. */
export function apply(thread: Thread, step: ThreadStep): Thread {
  switch (step.type) {
    case 'loaded':
      return { ...thread, messages: merge(thread.messages, step.items), hasMore: step.hasMore };
    case 'arrived':
      return { ...thread, messages: merge(thread.messages, [step.message]) };
    case 'sending':
      return thread.pending.some((each) => each.key === step.pending.key)
        ? thread
        : { ...thread, pending: [...thread.pending, step.pending] };
    case 'acknowledged':
      return {
        ...thread,
        messages: merge(thread.messages, [step.message]),
        pending: thread.pending.filter((each) => each.key !== step.key),
      };
    case 'refused':
      return { ...thread, pending: mark(thread.pending, step.key, step.problem) };
    case 'retried':
      return { ...thread, pending: mark(thread.pending, step.key, null) };
    case 'dropped':
      return { ...thread, pending: thread.pending.filter((each) => each.key !== step.key) };
    case 'receipt':
      return {
        ...thread,
        theirs: {
          delivered: Math.max(thread.theirs.delivered, step.receipts.delivered),
          displayed: Math.max(thread.theirs.displayed, step.receipts.displayed),
        },
      };
    default:
      return step satisfies never;
  }
}

function mark(pending: readonly Pending[], key: string, problem: unknown): Pending[] {
  return pending.map((each) => (each.key === key ? { ...each, problem } : each));
}

function merge(present: readonly Message[], more: readonly Message[]): readonly Message[] {
  const byId = new Map(present.map((message) => [message.id, message]));
  for (const message of more) byId.set(message.id, message);
  return [...byId.values()].sort((a, b) => a.sequence - b.sequence);
}

export type Tick = 'sent' | 'delivered' | 'displayed';

/** How far a message of ours has come. */
export function tickOf(sequence: number, theirs: Receipts): Tick {
  if (sequence <= theirs.displayed) return 'displayed';
  if (sequence <= theirs.delivered) return 'delivered';
  return 'sent';
}
