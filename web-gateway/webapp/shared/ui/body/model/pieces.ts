import type { Mention } from '../../../protocol/bodies';

/** A part of a text: plain, a web address or somebody mentioned. */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'mention'; text: string; mention: Mention };

const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"']+/gi;
const CLOSERS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/**
 * A text in its parts. Mentions count in UTF-16 units, as strings here do; one that lies outside the text or inside another is left out.
 * An address ends before the punctuation of its sentence, and before a bracket that it did not open.
 */
export function piecesOf(text: string, mentions: readonly Mention[] = []): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const mention of [...mentions].sort((a, b) => a.start - b.start)) {
    const { start, length } = mention;
    if (start < from || length < 1 || start + length > text.length) continue;
    pieces.push(...linksOf(text.slice(from, start)));
    pieces.push({ kind: 'mention', text: text.slice(start, start + length), mention });
    from = start + length;
  }
  pieces.push(...linksOf(text.slice(from)));
  return pieces;
}

function linksOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimmed(match[0]);
    const href = /^www\./i.test(address) ? `https://${address}` : address;
    if (!isAddress(href)) continue;
    if (match.index > from) pieces.push({ kind: 'text', text: text.slice(from, match.index) });
    pieces.push({ kind: 'link', text: address, href });
    from = match.index + address.length;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}

function trimmed(address: string): string {
  let end = address.length;
  while (end > 0) {
    const last = address[end - 1]!;
    const opener = CLOSERS[last];
    const inside = address.slice(0, end);
    if (/[.,;:!?…]/.test(last)) end--;
    else if (opener && inside.split(opener).length < inside.split(last).length) end--;
    else break;
  }
  return address.slice(0, end);
}

function isAddress(href: string): boolean {
  try {
    return new URL(href).hostname.includes('.') || new URL(href).hostname === 'localhost';
  } catch {
    return false;
  }
}

/** The mentions in what is being written: every `@handle` of somebody known. */
export function mentionsIn(
  text: string,
  known: ReadonlySet<string>,
): { start: number; length: number; handle: string }[] {
  const found: { start: number; length: number; handle: string }[] = [];
  for (const match of text.matchAll(/(^|[\s(])@([a-z0-9._]{3,30})/gi)) {
    const handle = match[2]!.replace(/[._]+$/, '');
    if (!known.has(handle.toLowerCase())) continue;
    const at = match.index + match[1]!.length;
    found.push({ start: at, length: handle.length + 1, handle: handle.toLowerCase() });
  }
  return found;
}
