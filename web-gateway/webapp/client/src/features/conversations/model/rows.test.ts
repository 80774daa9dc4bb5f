import { describe, expect, it } from 'vitest';
import type { Conversation, Message } from '@shared/protocol/types';
import { rowsOf } from './rows';

const conversation = {
  id: 'c',
  party: { id: 'bob' },
  theirs: { delivered: 3, displayed: 2 },
} as Conversation;

function message(sequence: number, sender: string, sentAt: string): Message {
  return {
    id: `m${sequence}`,
    conversationId: 'c',
    sequence,
    sender: { kind: 'user', id: sender },
    author: null,
    automatic: false,
    sentAt,
    body: { type: 'text', text: '' },
    push: null,
  };
}

const dayOf = (instant: string) => instant.slice(0, 10);

describe('the rows of a conversation', () => {
  const messages = [
    message(1, 'bob', '2026-11-19T23:59:00Z'),
    message(2, 'alice', '2026-11-20T08:00:00Z'),
    message(3, 'alice', '2026-11-20T08:01:00Z'),
    message(4, 'alice', '2026-11-20T08:02:00Z'),
    message(5, 'bob', '2026-11-20T08:02:30Z'),
  ];
  const rows = rowsOf({ conversation, messages, outbox: [], marker: { sequence: 5, count: 1 }, dayOf });

  it('part the days and mark the first unread message', () => {
    expect(rows.map((row) => row.key)).toEqual([
      'day-2026-11-19',
      'm1',
      'day-2026-11-20',
      'm2',
      'm3',
      'm4',
      'unread',
      'm5',
    ]);
  });

  it('group what one side sent in a row', () => {
    const positions = rows.flatMap((row) => (row.kind === 'message' ? [row.position] : []));

    expect(positions).toEqual(['only', 'first', 'middle', 'last', 'only']);
  });

  it('say how far each of mine came, the last displayed one in words', () => {
    const mine = rows.flatMap((row) => (row.kind === 'message' && row.mine ? [[row.ticks, row.lastDisplayed]] : []));

    expect(mine).toEqual([
      ['displayed', true],
      ['delivered', false],
      ['sent', false],
    ]);
  });

  it('put what waits at the end, grouped with what I sent before', () => {
    const entry = {
      key: 'k',
      conversation: 'c',
      body: { type: 'text' as const, text: 'hello' },
      queuedAt: '2026-11-20T08:03:00Z',
      refused: null,
    };
    const last = rowsOf({ conversation, messages: messages.slice(0, 4), outbox: [entry], marker: null, dayOf }).at(-1);

    expect(last).toMatchObject({ kind: 'waiting', position: 'last' });
  });
});
