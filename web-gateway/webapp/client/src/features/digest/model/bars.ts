/** More bars than this cannot be told apart on a phone. */
export const MOST_BARS = 20;

export type Bar = 'at-once' | 'held';

/** One bar for each push message, those that came at once first; of many, bars in their proportion, at least one of each kind. */
export function bars(atOnce: number, held: number): Bar[] {
  const sent = atOnce + held;
  const drawn = Math.min(sent, MOST_BARS);
  const share = sent === 0 ? 0 : Math.round((atOnce * drawn) / sent);
  const full = Math.min(drawn - (held > 0 ? 1 : 0), Math.max(atOnce > 0 ? 1 : 0, share));
  return Array.from({ length: drawn }, (_, at) => (at < full ? 'at-once' : 'held'));
}
