import { expect, it } from 'vitest';
import type { DigestItem } from '@shared/protocol/types';
import { accountsOf, viewOf } from './group';

const held = (id: string, account: string, heldSince: string) =>
  ({ account: { id: account, name: account }, message: { id }, heldSince }) as DigestItem;

const items = [
  held('4', 'bakery', '2026-11-19T08:00:00Z'),
  held('3', 'theatre', '2026-11-18T18:00:00Z'),
  held('2', 'bakery', '2026-11-18T08:00:00Z'),
  held('1', 'theatre', '2026-11-09T18:00:00Z'),
];

it('groups what waits by account, newest account first', () => {
  const view = viewOf(items, 3);

  expect(accountsOf(view.waiting)).toEqual(['bakery', 'theatre']);
  expect(view.waiting[0]!.items.map((item) => item.message.id)).toEqual(['4', '2']);
  expect(view.heldSince).toBe('2026-11-18T08:00:00Z');
});

it('keeps what earlier digests brought apart from what waits', () => {
  expect(viewOf(items, 3).earlier[0]!.items.map((item) => item.message.id)).toEqual(['1']);
});

it('has no day to name when nothing waits', () => {
  expect(viewOf(items, 0).heldSince).toBeNull();
});
