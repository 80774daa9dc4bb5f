/** The names of our own pack, in the order in which it is offered. What each of them says stands in the catalogs. */
export const STICKERS = [
  'hello',
  'thanks',
  'yes',
  'no',
  'love',
  'laugh',
  'wow',
  'sad',
  'sorry',
  'party',
  'coffee',
  'good-night',
] as const;
export type StickerName = (typeof STICKERS)[number];
export const PACK = 'parley';

export function isSticker(name: string): name is StickerName {
  return (STICKERS as readonly string[]).includes(name);
}
