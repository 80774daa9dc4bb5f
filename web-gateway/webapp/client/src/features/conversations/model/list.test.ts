import { describe, expect, it } from 'vitest';
import type { Conversation } from '@shared/protocol/types';
import { filtered, ordered } from './list';

function row(id: string, kind: 'user' | 'account', createdAt: string, more: Partial<Conversation> = {}): Conversation {
  return {
    id,
    party: { kind, id: `party-${id}`, handle: id, name: id, picture: null, verified: false, state: 'active' },
    lastMessage: null,
    unread: 0,
    mine: { delivered: 0, displayed: 0 },
    theirs: { delivered: 0, displayed: 0 },
    pinned: false,
    muted: false,
    online: null,
    follow: null,
    createdAt,
    ...more,
  };
}

const bob = row('bob', 'user', '2026-11-20T08:00:00Z');
const bakery = row('bakery', 'account', '2026-11-20T09:00:00Z', { unread: 2 });
const carol = row('carol', 'user', '2026-11-19T08:00:00Z', { pinned: true });

describe('the list', () => {
  it('orders people and accounts alike by the last entry, pinned ones first', () => {
    expect(ordered([bob, bakery, carol]).map((one) => one.id)).toEqual(['carol', 'bakery', 'bob']);
  });

  it('filters by kind, unread and words', () => {
    expect(filtered([bob, bakery, carol], 'people', '')).toEqual([bob, carol]);
    expect(filtered([bob, bakery, carol], 'accounts', '')).toEqual([bakery]);
    expect(filtered([bob, bakery, carol], 'unread', '')).toEqual([bakery]);
    expect(filtered([bob, bakery, carol], 'all', '@car')).toEqual([carol]);
  });
});
