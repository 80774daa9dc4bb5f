import { describe, expect, it } from 'vitest';
import type { Message } from '@shared/protocol/types';
import { apply, EMPTY_THREAD, tickOf } from './thread';

const message = (sequence: number): Message => ({
  id: `m${sequence}`,
  conversationId: 'c',
  sequence,
  sender: { kind: 'follower', id: 'f' },
  author: null,
  automatic: false,
  sentAt: '2026-11-20T10:00:00Z',
  body: { type: 'text', text: `number ${sequence}` },
  push: null,
});

const pending = { key: 'k', text: 'hello', at: '2026-11-20T10:00:00Z', problem: null };

describe('a conversation on the desk', () => {
  it('shows a message once and at the place of its sequence, however it came', () => {
    let thread = apply(EMPTY_THREAD, { type: 'loaded', items: [message(2), message(4)], hasMore: true });
    thread = apply(thread, { type: 'arrived', message: message(3) });
    thread = apply(thread, { type: 'arrived', message: message(3) });
    expect(thread.messages.map((each) => each.sequence)).toEqual([2, 3, 4]);
  });

  it('keeps an answer until it is acknowledged, and then does not show it twice', () => {
    let thread = apply(EMPTY_THREAD, { type: 'sending', pending });
    thread = apply(thread, { type: 'sending', pending });
    expect(thread.pending).toHaveLength(1);

    thread = apply(thread, { type: 'arrived', message: message(5) });
    thread = apply(thread, { type: 'acknowledged', key: 'k', message: message(5) });

    expect(thread.pending).toEqual([]);
    expect(thread.messages).toHaveLength(1);
  });

  it('keeps a refused answer with its words, to be tried again or dropped', () => {
    let thread = apply(EMPTY_THREAD, { type: 'sending', pending });
    thread = apply(thread, { type: 'refused', key: 'k', problem: 'closed' });
    expect(thread.pending[0]?.problem).toBe('closed');
    expect(apply(thread, { type: 'retried', key: 'k' }).pending[0]?.problem).toBeNull();
    expect(apply(thread, { type: 'dropped', key: 'k' }).pending).toEqual([]);
  });

  it('lets receipts only grow', () => {
    let thread = apply(EMPTY_THREAD, { type: 'receipt', receipts: { delivered: 9, displayed: 4 } });
    thread = apply(thread, { type: 'receipt', receipts: { delivered: 3, displayed: 5 } });
    expect(thread.theirs).toEqual({ delivered: 9, displayed: 5 });
    expect(tickOf(5, thread.theirs)).toBe('displayed');
    expect(tickOf(9, thread.theirs)).toBe('delivered');
    expect(tickOf(10, thread.theirs)).toBe('sent');
  });
});
