import { describe, expect, it } from 'vitest';
import type { DeskEvent, Message, Note } from '@shared/protocol/types';
import { byDay, timeline } from './timeline';

const message = (sequence: number, sentAt: string) => ({ id: `m${sequence}`, sequence, sentAt }) as Message;
const note = (id: string, at: string) => ({ id, at }) as Note;
const event = (id: string, at: string) => ({ id, at }) as DeskEvent;

describe('the timeline of a conversation', () => {
  const messages = [message(1, '2026-11-19T10:00:00Z'), message(2, '2026-11-20T10:00:00Z')];

  it('puts notes and events where they belong in time and leaves messages in their order', () => {
    const entries = timeline(
      messages,
      [note('n', '2026-11-20T11:00:00Z')],
      [event('e', '2026-11-19T12:00:00Z')],
      false,
    );
    expect(entries.map((entry) => entry.id)).toEqual(['m1', 'e', 'm2', 'n']);
  });

  it('keeps back what is older than the messages read so far', () => {
    const old = [note('old', '2026-11-01T10:00:00Z')];
    expect(timeline(messages, old, [], true).map((entry) => entry.id)).toEqual(['m1', 'm2']);
    expect(timeline(messages, old, [], false)[0]?.id).toBe('old');
  });

  it('is parted by days', () => {
    const days = byDay(timeline(messages, [], [], false), (at) => at.slice(0, 10));
    expect(days.map((day) => day.day)).toEqual(['2026-11-19', '2026-11-20']);
  });
});
