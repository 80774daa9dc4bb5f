import { describe, expect, it } from 'vitest';
import type { BodyView, QuickReply } from '@shared/protocol/bodies';
import type { Message, Party } from '@shared/protocol/types';
import { repliesOf } from './replies';

const bakery = { party: { id: 'bakery' } as Party };
const reply: QuickReply = { action: { type: 'say', label: 'Mine', text: 'Mine' } };
const message = (sequence: number, sender: string, body: BodyView) =>
  ({ id: `m${sequence}`, sequence, sender: { id: sender }, body }) as unknown as Message;
const offering: BodyView = { type: 'text', text: 'Dark rye is back', quickReplies: [reply] };

describe('quick replies', () => {
  it('are those of the newest message, and of the last of several', () => {
    const several: BodyView = { type: 'several', bodies: [{ type: 'text', text: 'Hello' }, offering] };

    expect(repliesOf(bakery, [message(4, 'bakery', offering)], 0)).toEqual({ message: 4, replies: [reply] });
    expect(repliesOf(bakery, [message(4, 'bakery', several)], 0)?.replies).toEqual([reply]);
  });

  it('go once something newer came, or something of mine is on its way', () => {
    const offered = message(4, 'bakery', offering);

    expect(repliesOf(bakery, [offered, message(5, 'me', { type: 'text', text: 'Mine' })], 0)).toBeNull();
    expect(repliesOf(bakery, [offered, message(5, 'bakery', { type: 'text', text: 'Yes' })], 0)).toBeNull();
    expect(repliesOf(bakery, [offered], 1)).toBeNull();
    expect(repliesOf(bakery, [], 0)).toBeNull();
  });
});
