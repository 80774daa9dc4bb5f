import { describe, expect, it } from 'vitest';
import type { Conversation, Message, ServerFrame } from '@shared/protocol/types';
import { apply, emptyInbox, type Inbox } from './inbox';

const alice = 'alice';
const bob = 'bob';
const withBob = 'conversation';

function conversation(overrides: Partial<Conversation> = {}): Conversation {
  return {
    id: withBob,
    party: { kind: 'user', id: bob, handle: 'bob', name: 'Bob', picture: null, verified: false, state: 'active' },
    lastMessage: null,
    unread: 0,
    mine: { delivered: 0, displayed: 0 },
    theirs: { delivered: 0, displayed: 0 },
    pinned: false,
    muted: false,
    online: false,
    follow: null,
    createdAt: '2026-11-20T08:00:00Z',
    ...overrides,
  };
}

function message(sequence: number, sender = bob, id = `m${sequence}`): Message {
  return {
    id,
    conversationId: withBob,
    sequence,
    sender: { kind: 'user', id: sender },
    author: null,
    automatic: false,
    sentAt: '2026-11-20T08:00:00Z',
    body: { type: 'text', text: `number ${sequence}` },
    push: null,
  };
}

const start = apply(emptyInbox, { type: 'loaded', conversations: [conversation()], cursor: '10.0' });
const opened = apply(start, { type: 'page', conversation: withBob, messages: [], hasMore: false, older: false });

function told(state: Inbox, ...frames: ServerFrame[]): Inbox {
  return frames.reduce((before, frame) => apply(before, { type: 'frame', frame, now: 0 }), state);
}

function news(inbox: number, sequence: number, sender = bob): ServerFrame {
  return { type: 'message', cursor: `${inbox}.0`, message: message(sequence, sender) };
}

const sequences = (state: Inbox) => state.threads[withBob]?.messages.map((one) => one.sequence);

describe('the inbox', () => {
  it('is the same after a replay from any cursor', () => {
    const frames = [news(11, 101), news(12, 102), news(13, 103)];
    const once = told(opened, ...frames);

    expect(told(once, ...frames)).toEqual(once);
    expect(told(once, frames[1]!, frames[2]!)).toEqual(once);
    expect(once.conversations[withBob]?.unread).toBe(3);
  });

  it('orders messages by sequence, not by arrival', () => {
    const acknowledged: ServerFrame = { type: 'acknowledged', key: 'k', cursor: null, message: message(103, alice) };
    const state = told(opened, acknowledged, news(11, 101), news(12, 102));

    expect(sequences(state)).toEqual([101, 102, 103]);
    expect(state.conversations[withBob]?.lastMessage?.sequence).toBe(103);
  });

  it('shows an acknowledged message once when its message frame follows', () => {
    const acknowledged: ServerFrame = { type: 'acknowledged', key: 'k', cursor: null, message: message(101, alice) };

    expect(sequences(told(opened, acknowledged, news(11, 101, alice), acknowledged))).toEqual([101]);
  });

  it('counts my own messages as read', () => {
    expect(told(start, news(11, 101, alice)).conversations[withBob]?.unread).toBe(0);
  });

  it('counts nothing twice that the freshly loaded list counted already', () => {
    const loaded = apply(emptyInbox, {
      type: 'loaded',
      conversations: [conversation({ unread: 1, lastMessage: message(101) })],
      cursor: '11.0',
    });

    expect(told(loaded, news(11, 101)).conversations[withBob]?.unread).toBe(1);
  });

  it('moves receipts only forward', () => {
    const receipt = (inbox: number, displayed: number): ServerFrame => ({
      type: 'receipt',
      cursor: `${inbox}.0`,
      conversation: withBob,
      party: bob,
      delivered: displayed,
      displayed,
    });

    expect(told(opened, receipt(11, 105), receipt(12, 103)).conversations[withBob]?.theirs.displayed).toBe(105);
  });

  it('takes what another device of mine displayed off the unread count', () => {
    const state = told(opened, news(11, 101), news(12, 102), {
      type: 'receipt',
      cursor: '13.0',
      conversation: withBob,
      party: alice,
      delivered: 101,
      displayed: 101,
    });

    expect(state.conversations[withBob]?.unread).toBe(1);
    expect(state.conversations[withBob]?.mine.displayed).toBe(101);
  });

  it('remembers conversations it has to fetch', () => {
    const stranger: ServerFrame = {
      type: 'message',
      cursor: '11.0',
      message: { ...message(101), conversationId: 'new' },
    };

    expect(told(start, stranger).missing).toEqual(['new']);
  });

  it('adds an older page before what is there', () => {
    const recent = apply(start, {
      type: 'page',
      conversation: withBob,
      messages: [message(103), message(104)],
      hasMore: true,
      older: false,
    });
    const all = apply(recent, {
      type: 'page',
      conversation: withBob,
      messages: [message(101), message(102)],
      hasMore: false,
      older: true,
    });

    expect(sequences(all)).toEqual([101, 102, 103, 104]);
    expect(all.threads[withBob]?.hasMore).toBe(false);
  });

  it('drops what was loaded when a fresh page leaves a gap', () => {
    const old = apply(start, {
      type: 'page',
      conversation: withBob,
      messages: [message(1)],
      hasMore: false,
      older: false,
    });
    const fresh = apply(old, {
      type: 'page',
      conversation: withBob,
      messages: [message(201), message(202)],
      hasMore: true,
      older: false,
    });

    expect(sequences(fresh)).toEqual([201, 202]);
    expect(fresh.threads[withBob]?.hasMore).toBe(true);
  });

  it('forgets who is writing once a message comes or time runs out', () => {
    const typing: ServerFrame = { type: 'typing', conversation: withBob, party: bob, active: true };

    expect(told(opened, typing).typing[withBob]).toBeDefined();
    expect(told(opened, typing, news(11, 101)).typing[withBob]).toBeUndefined();
    expect(apply(told(opened, typing), { type: 'quiet', now: 10_000 }).typing[withBob]).toBeUndefined();
  });
});
