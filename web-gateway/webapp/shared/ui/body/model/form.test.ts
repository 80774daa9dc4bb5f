import { describe, expect, it } from 'vitest';
import type { FormField } from '../../../protocol/bodies';
import { answersOf, numberOf, wrongIn } from './form';

const field = (kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  id: kind,
  label: kind,
  kind,
  ...more,
});

describe('a form', () => {
  it('asks for what is required and lets the rest be empty', () => {
    const fields = [
      field('text', { required: true }),
      field('email'),
      field('choices', { choices: ['a'], required: true }),
    ];

    expect(wrongIn(fields, {})).toEqual({ text: 'required', choices: 'required' });
  });

  it('checks every kind of answer', () => {
    const fields = [
      field('number'),
      field('email'),
      field('phone'),
      field('date'),
      field('time'),
      field('choice', { choices: ['rye', 'wheat'] }),
      field('yes-no'),
    ];
    const good = {
      number: '12,5',
      email: 'mara@home.example',
      phone: '+44 20 7946 0018',
      date: '2026-11-21',
      time: '07:30',
      choice: 'rye',
      'yes-no': 'no',
    };
    const bad = {
      number: 'twelve',
      email: 'mara@home',
      phone: 'ring me',
      date: '2026-13-40',
      time: '24:10',
      choice: 'oat',
      'yes-no': 'maybe',
    };

    expect(wrongIn(fields, good)).toEqual({});
    expect(wrongIn(fields, bad)).toEqual({
      number: 'number',
      email: 'email',
      phone: 'phone',
      date: 'date',
      time: 'time',
      choice: 'choice',
      'yes-no': 'choice',
    });
  });

  it('keeps to the greatest length, number and count of choices', () => {
    const fields = [
      field('text', { max: 3 }),
      field('number', { max: 6 }),
      field('choices', { choices: ['a', 'b'], max: 1 }),
    ];

    expect(wrongIn(fields, { text: '🥖🥖🥖', number: '6', choices: ['a'] })).toEqual({});
    expect(wrongIn(fields, { text: 'four', number: '7', choices: ['a', 'b'] })).toEqual({
      text: 'too-long',
      number: 'too-great',
      choices: 'too-many',
    });
  });

  it('answers with types, and leaves out what is empty', () => {
    const fields = [field('number'), field('yes-no'), field('choices', { choices: ['a'] }), field('text')];

    expect(answersOf(fields, { number: '3', 'yes-no': 'yes', choices: ['a'], text: ' ' })).toEqual({
      number: 3,
      'yes-no': true,
      choices: ['a'],
    });
  });

  it('reads numbers as people write them', () => {
    expect(numberOf('1 200,5')).toBe(1200.5);
    expect(numberOf('1e9')).toBeNull();
  });
});
