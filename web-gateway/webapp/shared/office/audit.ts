export interface Change {
  name: string;
  before: string | null;
  after: string | null;
}

/** What differs between before and after, part by part; a plain value counts as one part without a name. */
export function changes(before: unknown, after: unknown): Change[] {
  const one = partsOf(before);
  const other = partsOf(after);
  return [...new Set([...one.keys(), ...other.keys()])]
    .map((name) => ({ name, before: one.get(name) ?? null, after: other.get(name) ?? null }))
    .filter((change) => change.before !== change.after);
}

function partsOf(value: unknown): Map<string, string> {
  if (value === null || value === undefined || value === '') return new Map();
  if (typeof value === 'string' && /^[{[]/.test(value)) {
    try {
      return partsOf(JSON.parse(value));
    } catch {
      return new Map([['', value]]);
    }
  }
  if (typeof value === 'string' && PROFILE_LINE.test(value)) {
    // one line for each part of the profile; a description may have lines of its own
    const lines = value.split(/\n(?=(?:name|category|description|welcome|picture): )/);
    return new Map(
      lines.map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)] as const),
    );
  }
  if (typeof value !== 'object' || Array.isArray(value)) return new Map([['', said(value)]]);
  return new Map(
    Object.entries(value)
      .filter(([, part]) => part !== null && part !== undefined && part !== '')
      .map(([name, part]) => [name, said(part)]),
  );
}

/** What the log keeps in a fixed form, to be said in the reader's language; null for what people wrote themselves. */
export type Phrase =
  | { key: 'word'; word: string }
  | { key: 'quota'; day: number; month: number }
  | { key: 'toFollowers'; count: number }
  | { key: 'category'; category: string }
  | { key: 'picture' }
  | { key: 'nothing' };

export function phraseOf(name: string, value: string): Phrase | null {
  if (name === 'picture') return value === 'none' ? { key: 'word', word: 'none' } : { key: 'picture' };
  if (name === 'category') return { key: 'category', category: value };
  if (name === 'name' || name === 'description' || name === 'welcome') return null;
  if (WORDS.has(value)) return { key: 'word', word: value };
  const quota = /^(\d+) a day, (\d+) a month$/.exec(value);
  if (quota) return { key: 'quota', day: Number(quota[1]), month: Number(quota[2]) };
  const audience = /^audience all, (\d+) followers$/.exec(value);
  if (audience) return { key: 'toFollowers', count: Number(audience[1]) };
  return /^message [0-9a-f-]{36}$/.test(value) ? { key: 'nothing' } : null;
}

const PROFILE_LINE = /^(?:name|category|description|welcome|picture): /;
const WORDS = new Set(
  'none pending verified refused suspended active owner editor agent analyst operator open closed'.split(' '),
);

function said(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** a91c…e07 */
export function brief(hash: string): string {
  return hash.length <= 8 ? hash : `${hash.slice(0, 4)}…${hash.slice(-3)}`;
}
