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
  if (typeof value !== 'object' || Array.isArray(value)) return new Map([['', said(value)]]);
  return new Map(
    Object.entries(value)
      .filter(([, part]) => part !== null && part !== undefined && part !== '')
      .map(([name, part]) => [name, said(part)]),
  );
}

function said(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** a91c…e07 */
export function brief(hash: string): string {
  return hash.length <= 8 ? hash : `${hash.slice(0, 4)}…${hash.slice(-3)}`;
}
