import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { sameDosage } from '@shared/dosage/words';
import type { Dosage } from '@shared/protocol/types';
import { chosen, due, heard, type Choice } from '../model/choice';

const restMs = 450;

/**
 * The dosage as it is shown, saved when the hand rests. Returns what to show, `choose` for every move and `rest`
 * for a hand that let go. What is left unsaved when the view goes away is saved then.
 */
export function useDosageChoice(saved: Dosage, save: (next: Dosage, previous: Dosage) => Promise<unknown>) {
  const [choice, setChoice] = useState<Choice<Dosage>>({ saved, shown: saved });
  const latest = useRef(choice);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const become = useCallback((next: Choice<Dosage>) => {
    latest.current = next;
    setChoice(next);
  }, []);

  const savedKey = JSON.stringify(saved);
  useEffect(() => {
    become(heard(latest.current, JSON.parse(savedKey) as Dosage, sameDosage));
  }, [savedKey, become]);

  const saveNow = useEffectEvent(() => {
    clearTimeout(timer.current);
    const change = due(latest.current, sameDosage);
    if (!change) return;
    become({ saved: change.next, shown: change.next });
    save(change.next, change.previous).catch(() => become({ saved: change.previous, shown: change.previous }));
  });
  useEffect(() => () => saveNow(), []);

  const rest = useRef(() => {});
  useEffect(() => {
    rest.current = () => saveNow();
  }, []);

  return {
    shown: choice.shown,
    choose(next: Dosage) {
      become(chosen(latest.current, next));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => rest.current(), restMs);
    },
    rest: () => rest.current(),
  };
}
