import type { Answer, FormField } from '../../../protocol/bodies';

/** What was typed so far: text as typed, several choices as a list, yes-no as a word. */
export type Typed = Record<string, string | string[]>;

export type Wrong =
  'required' | 'number' | 'email' | 'phone' | 'date' | 'time' | 'choice' | 'too-long' | 'too-many' | 'too-great';

/** Without a `max` of its own, a text may have so many characters. */
export const LONGEST_ANSWER = 2_000;

/** What is wrong with the answers, by field; empty when they may go. */
export function wrongIn(fields: readonly FormField[], typed: Typed): Record<string, Wrong> {
  const found: Record<string, Wrong> = {};
  for (const field of fields) {
    const wrong = wrongWith(field, typed[field.id]);
    if (wrong) found[field.id] = wrong;
  }
  return found;
}

function wrongWith(field: FormField, given: string | string[] | undefined): Wrong | null {
  const several = Array.isArray(given) ? given : [];
  const text = typeof given === 'string' ? given.trim() : '';
  const empty = field.kind === 'choices' ? several.length === 0 : text === '';
  if (empty) return field.required ? 'required' : null;
  switch (field.kind) {
    case 'text':
      return [...text].length > (field.max ?? LONGEST_ANSWER) ? 'too-long' : null;
    case 'number': {
      const value = numberOf(text);
      if (value === null) return 'number';
      return field.max !== null && field.max !== undefined && value > field.max ? 'too-great' : null;
    }
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text) ? null : 'email';
    case 'phone':
      return /^\+?[\d\s()/.-]{4,30}$/.test(text) && /\d{3}/.test(text.replace(/\D/g, '')) ? null : 'phone';
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? null : 'date';
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text) ? null : 'time';
    case 'choice':
      return (field.choices ?? []).includes(text) ? null : 'choice';
    case 'choices':
      if (several.some((one) => !(field.choices ?? []).includes(one))) return 'choice';
      return field.max && several.length > field.max ? 'too-many' : null;
    case 'yes-no':
      return text === 'yes' || text === 'no' ? null : 'choice';
    default:
      return field.kind satisfies never;
  }
}

/** The answers as the server takes them; what was left empty is left out. */
export function answersOf(fields: readonly FormField[], typed: Typed): Record<string, Answer> {
  const answers: Record<string, Answer> = {};
  for (const field of fields) {
    const given = typed[field.id];
    if (field.kind === 'choices') {
      if (Array.isArray(given) && given.length > 0) answers[field.id] = given;
      continue;
    }
    const text = typeof given === 'string' ? given.trim() : '';
    if (text === '') continue;
    if (field.kind === 'number') answers[field.id] = numberOf(text) ?? 0;
    else if (field.kind === 'yes-no') answers[field.id] = text === 'yes';
    else answers[field.id] = text;
  }
  return answers;
}

/** A number as people write it, with a comma or a point before the fraction. */
export function numberOf(text: string): number | null {
  const plain = text.replace(/[\s']/g, '').replace(/,(\d+)$/, '.$1');
  if (!/^[-+]?\d+(\.\d+)?$/.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}
