import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import type { DateAction } from '@shared/protocol/bodies';
import { momentWords } from '@shared/ui/body/model/moment';
import { Sheet } from '@shared/ui/Sheet';
import css from './LocationSheet.module.css';

interface Props {
  action: DateAction;
  onClose: () => void;
  onChosen: (chosen: string, text: string) => void;
}

const TYPES = { date: 'date', time: 'time', datetime: 'datetime-local' } as const;

/** A day, a time or both, within what the account allows. */
export function DateSheet({ action, onClose, onChosen }: Props) {
  const { t } = useTranslation('rich');
  const format = useFormat();
  const id = useId();
  const [value, setValue] = useState(action.initial ?? '');
  const words = (given: string) => momentWords(given, format.language);
  const wrong =
    value === ''
      ? null
      : action.min && value < action.min
        ? t('date.too-early', { at: words(action.min) })
        : action.max && value > action.max
          ? t('date.too-late', { at: words(action.max) })
          : null;
  return (
    <Sheet
      opened
      onClose={onClose}
      title={action.label}
      width={400}
      foot={
        <Button
          disabled={value === '' || wrong !== null}
          onClick={() => {
            onChosen(value.slice(0, 16), `${action.label}: ${words(value)}`.slice(0, 300));
            onClose();
          }}
        >
          {value === '' ? t('date.choose-first') : t('date.send')}
        </Button>
      }
    >
      <div className={css.field}>
        <label htmlFor={id}>{t(`date.${action.mode}`)}</label>
        <input
          id={id}
          type={TYPES[action.mode]}
          value={value}
          min={action.min ?? undefined}
          max={action.max ?? undefined}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        {wrong ? (
          <p id={`${id}-wrong`} className={css.wrong} role="alert">
            {wrong}
          </p>
        ) : null}
      </div>
    </Sheet>
  );
}
