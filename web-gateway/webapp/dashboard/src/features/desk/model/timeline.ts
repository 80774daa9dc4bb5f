import type { DeskEvent, Message, Note } from '@shared/protocol/types';

/** What stands in a conversation as the team sees it. */
export type Entry =
  | { kind: 'message'; id: string; at: string; message: Message }
  | { kind: 'note'; id: string; at: string; note: Note }
  | { kind: 'event'; id: string; at: string; event: DeskEvent };

export interface Day {
  day: string;
  entries: Entry[];
}

/**
 * Messages in the order of their sequence, with notes and events where they belong in time. What is older than the oldest message that
 * has been read waits until its page is read.
 */
export function timeline(
  messages: readonly Message[],
  notes: readonly Note[],
  events: readonly DeskEvent[],
  hasMore: boolean,
): Entry[] {
  const oldest = messages[0]?.sentAt;
  const inSight = (at: string) => !hasMore || (oldest !== undefined && Date.parse(at) >= Date.parse(oldest));
  const others: Entry[] = [
    ...notes
      .filter((note) => inSight(note.at))
      .map((note): Entry => ({ kind: 'note', id: note.id, at: note.at, note })),
    ...events
      .filter((event) => inSight(event.at))
      .map((event): Entry => ({ kind: 'event', id: event.id, at: event.at, event })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

  const entries: Entry[] = [];
  let next = 0;
  for (const message of messages) {
    while (next < others.length && Date.parse(others[next]!.at) < Date.parse(message.sentAt)) {
      entries.push(others[next++]!);
    }
    entries.push({ kind: 'message', id: message.id, at: message.sentAt, message });
  }
  return [...entries, ...others.slice(next)];
}

/** Parted by days. */
export function byDay(entries: readonly Entry[], dayOf: (at: string) => string): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const last = days[days.length - 1];
    if (last !== undefined && last.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
