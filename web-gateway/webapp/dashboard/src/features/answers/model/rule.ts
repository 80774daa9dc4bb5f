import type { AnswerRule, NewAnswerRule } from '@shared/protocol/types';

/** A rule as it is sent. What an answer says is written anew as text; bodies of other kinds go back as they came. */
export function newRuleOf(rule: Omit<AnswerRule, 'id'>): NewAnswerRule {
  return {
    name: rule.name,
    enabled: rule.enabled,
    trigger: rule.trigger,
    words: rule.words,
    hours: rule.hours,
    bodies: rule.bodies as NewAnswerRule['bodies'],
  };
}

/** Words parted by commas or lines. */
export function wordsOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[,\n]/)
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ),
  ];
}
