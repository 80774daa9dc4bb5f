/** What a single key does on the desk; the words for the help stand in the translations under `desk.key`. */
export const DESK_KEYS = [
  { act: 'next', key: 'j', shown: ['J'] },
  { act: 'previous', key: 'k', shown: ['K'] },
  { act: 'open', key: 'Enter', shown: ['Enter'] },
  { act: 'answer', key: 'r', shown: ['R'] },
  { act: 'note', key: 'n', alt: true, shown: ['Alt', 'N'] },
  { act: 'take', key: 'n', shown: ['N'] },
  { act: 'assign', key: 'a', shown: ['A'] },
  { act: 'tag', key: 't', shown: ['T'] },
  { act: 'snooze', key: 's', shown: ['S'] },
  { act: 'snooze-answer', key: 's', shift: true, shown: ['Shift', 'S'] },
  { act: 'close', key: 'e', shown: ['E'] },
  { act: 'close-next', key: 'e', shift: true, shown: ['Shift', 'E'] },
  { act: 'unread', key: 'u', shown: ['U'] },
  { act: 'help', key: '?', shown: ['?'] },
] as const;

export type DeskAct = (typeof DESK_KEYS)[number]['act'];

interface Pressed {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing?: boolean;
}

/** The act of a pressed key, or null; keys with Ctrl or ⌘ belong to the browser, those with Alt too but for the note's. */
export function actOf(pressed: Pressed): DeskAct | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.isComposing) return null;
  const name = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  if (name === '?' && !pressed.altKey) return 'help';
  const found = DESK_KEYS.find(
    (each) =>
      each.key === name &&
      ('shift' in each ? each.shift : false) === pressed.shiftKey &&
      ('alt' in each ? each.alt : false) === pressed.altKey,
  );
  return found?.act ?? null;
}

/** The id to open after `step` from the present one; stays at the ends; the first when nothing is open. */
export function step(ids: readonly string[], present: string | null, by: 1 | -1): string | null {
  if (ids.length === 0) return null;
  const at = present === null ? -1 : ids.indexOf(present);
  if (at < 0) return ids[0] ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, at + by))] ?? null;
}
