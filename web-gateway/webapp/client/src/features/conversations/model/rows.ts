import type { OutboxEntry } from '@shared/socket/outbox';
import type { Conversation, Message } from '@shared/protocol/types';
import type { TickState } from '@shared/ui/Ticks';
import { isMine } from './inbox';

export type Position = 'only' | 'first' | 'middle' | 'last';

/** One row of the message list. */
export type Row =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'unread'; key: string; count: number }
  | {
      kind: 'message';
      key: string;
      message: Message;
      mine: boolean;
      position: Position;
      ticks?: TickState;
      lastDisplayed: boolean;
    }
  | { kind: 'waiting'; key: string; entry: OutboxEntry; position: Position };

export interface RowsOf {
  conversation: Conversation;
  messages: Message[];
  outbox: OutboxEntry[];
  /** Set on opening: the first message not displayed then, and how many there were. */
  marker: { sequence: number; count: number } | null;
  dayOf: (instant: string) => string;
}

const GROUP_MS = 5 * 60_000;

/** Messages with day separators, the unread marker and what waits in the outbox, in the order of the screen. */
export function rowsOf({ conversation, messages, outbox, marker, dayOf }: RowsOf): Row[] {
  const rows: Row[] = [];
  let day = '';
  let before: { mine: boolean; at: number; breaks: boolean } | null = null;
  const { theirs } = conversation;
  const lastDisplayed = messages.findLast((one) => isMine(one, conversation) && one.sequence <= theirs.displayed)?.id;

  const startOf = (at: string) => {
    const next = dayOf(at);
    if (next === day) return;
    day = next;
    rows.push({ kind: 'day', key: `day-${next}`, at });
    before = null;
  };
  const join = (mine: boolean, at: number, breaks: boolean): Position => {
    const joined = before !== null && !breaks && !before.breaks && before.mine === mine && at - before.at < GROUP_MS;
    if (joined) {
      const last = rows.at(-1);
      if (last && (last.kind === 'message' || last.kind === 'waiting')) {
        rows[rows.length - 1] = { ...last, position: last.position === 'only' ? 'first' : 'middle' };
      }
    }
    before = { mine, at, breaks };
    return joined ? 'last' : 'only';
  };

  for (const message of messages) {
    startOf(message.sentAt);
    if (marker && message.sequence === marker.sequence) {
      rows.push({ kind: 'unread', key: 'unread', count: marker.count });
      before = null;
    }
    const mine = isMine(message, conversation);
    const position = join(mine, Date.parse(message.sentAt), message.push !== null || message.automatic);
    rows.push({
      kind: 'message',
      key: message.id,
      message,
      mine,
      position,
      ticks: mine
        ? message.sequence <= theirs.displayed
          ? 'displayed'
          : message.sequence <= theirs.delivered
            ? 'delivered'
            : 'sent'
        : undefined,
      lastDisplayed: message.id === lastDisplayed,
    });
  }
  for (const entry of outbox) {
    startOf(entry.queuedAt);
    rows.push({ kind: 'waiting', key: entry.key, entry, position: join(true, Date.parse(entry.queuedAt), false) });
  }
  return rows;
}
