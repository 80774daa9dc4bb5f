import type { CannedAnswer } from '@shared/protocol/types';

/** What is typed after a slash at the beginning of an answer; null when it begins otherwise. */
export function slashOf(text: string): string | null {
  return /^\/([\p{L}\p{N}-]*)$/u.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** Those whose shortcut begins with what was typed come first, then those that hold it anywhere; at most eight. */
export function matching(answers: readonly CannedAnswer[], typed: string): CannedAnswer[] {
  const begins = answers.filter((each) => each.shortcut.startsWith(typed));
  const holds = answers.filter(
    (each) =>
      !each.shortcut.startsWith(typed) && (each.shortcut.includes(typed) || each.text.toLowerCase().includes(typed)),
  );
  return [...begins, ...holds].slice(0, 8);
}

export type Variable = 'account' | 'agent' | 'follower' | 'opening time' | 'closing time';

/** Fills in what is known; what is not known stays as it is, so that nobody sends a gap. */
export function filled(text: string, values: Partial<Record<Variable, string>>): string {
  return text.replace(/\{([a-z ]+)\}/g, (whole, name: string) => values[name as Variable] ?? whole);
}

/** Variables that nothing was known for. */
export function gaps(text: string): string[] {
  return [...text.matchAll(/\{(account|agent|follower|opening time|closing time)\}/g)].map((match) => match[1]!);
}

/** What is typed after an @ at the end of a note, and where it begins; null when there is none. */
export function mentionAt(text: string, caret: number): { typed: string; from: number } | null {
  const match = /(?:^|\s)@([\p{L}\p{N}.]*)$/u.exec(text.slice(0, caret));
  return match === null ? null : { typed: match[1]!.toLowerCase(), from: caret - match[1]!.length - 1 };
}

/** The colleagues whose names stand in a note with an @ before them. */
export function mentioned<T extends { id: string; name: string }>(text: string, colleagues: readonly T[]): T[] {
  return colleagues.filter((each) => text.includes(`@${firstName(each.name)}`));
}

export function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
