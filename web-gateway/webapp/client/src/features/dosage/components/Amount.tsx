import { useState } from 'react';
import { Minus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { leastCount, mostCount } from '../model/strip';
import classes from './DosageControl.module.css';

interface AmountProps {
  count: number;
  onCount: (count: number) => void;
}

/** A stepper from 1 to 99; the number can also be typed. */
export function Amount({ count, onCount }: AmountProps) {
  const { t } = useTranslation('dosage');
  const [typed, setTyped] = useState<string | null>(null);
  const type = (text: string) => {
    setTyped(text);
    const number = Number.parseInt(text, 10);
    if (number >= leastCount && number <= mostCount) onCount(number);
  };
  return (
    <span className={classes.stepper}>
      <button
        type="button"
        aria-label={t('choices.fewer')}
        disabled={count <= leastCount}
        onClick={() => onCount(count - 1)}
      >
        <Minus size={16} aria-hidden="true" />
      </button>
      <input
        type="text"
        inputMode="numeric"
        maxLength={2}
        aria-label={t('choices.count')}
        value={typed ?? String(count)}
        onChange={(event) => type(event.currentTarget.value.replace(/\D/g, ''))}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          const next = event.key === 'ArrowUp' ? count + 1 : event.key === 'ArrowDown' ? count - 1 : null;
          if (next === null || next < leastCount || next > mostCount) return;
          event.preventDefault();
          setTyped(null);
          onCount(next);
        }}
      />
      <button
        type="button"
        aria-label={t('choices.more')}
        disabled={count >= mostCount}
        onClick={() => onCount(count + 1)}
      >
        <Plus size={16} aria-hidden="true" />
      </button>
    </span>
  );
}
