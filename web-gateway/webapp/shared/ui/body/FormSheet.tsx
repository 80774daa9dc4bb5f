import { Button } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, FormField, FormView } from '../../protocol/bodies';
import { Sheet } from '../Sheet';
import { answersOf, LONGEST_ANSWER, wrongIn, type Typed, type Wrong } from './model/form';
import css from './sheets.module.css';
import { Words } from './Words';

interface Props {
  form: FormView;
  opened: boolean;
  onClose: () => void;
  /** Not given where the form is only shown. */
  onAnswer?: (values: Record<string, Answer>) => void;
}

const TYPES: Partial<Record<FormField['kind'], string>> = { email: 'email', phone: 'tel', date: 'date', time: 'time' };
const TOKENS: Partial<Record<FormField['kind'], string>> = { email: 'email', phone: 'tel' };

/** Fills a form in. What is wrong stands in words beside its field, and the first of them gets the focus. */
export function FormSheet({ form, opened, onClose, onAnswer }: Props) {
  const { t } = useTranslation('rich');
  const id = useId();
  const place = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Typed>({});
  const [checked, setChecked] = useState(false);
  const wrong = checked ? wrongIn(form.fields, typed) : {};
  const count = Object.keys(wrong).length;

  function send() {
    setChecked(true);
    const found = wrongIn(form.fields, typed);
    const first = form.fields.find((field) => found[field.id]);
    if (first) {
      place.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(first.id)}"]`)?.focus();
      return;
    }
    onAnswer?.(answersOf(form.fields, typed));
    setTyped({});
    setChecked(false);
    onClose();
  }

  return (
    <Sheet
      opened={opened}
      onClose={onClose}
      title={form.title}
      foot={
        <Button type="submit" form={id} disabled={!onAnswer}>
          {!onAnswer ? t('button.only-shown') : count > 0 ? t('form.still-wrong', { count }) : form.submit}
        </Button>
      }
    >
      <form
        ref={place}
        id={id}
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {form.text ? (
          <p className={css.intro} dir="auto">
            <Words text={form.text} />
          </p>
        ) : null}
        {form.fields.map((field) => (
          <Field
            key={field.id}
            field={field}
            base={`${id}-${field.id}`}
            value={typed[field.id]}
            wrong={wrong[field.id]}
            onChange={(value) => setTyped((before) => ({ ...before, [field.id]: value }))}
          />
        ))}
      </form>
    </Sheet>
  );
}

interface FieldProps {
  field: FormField;
  base: string;
  value: string | string[] | undefined;
  wrong: Wrong | undefined;
  onChange: (value: string | string[]) => void;
}

function Field({ field, base, value, wrong, onChange }: FieldProps) {
  const { t } = useTranslation('rich');
  const text = typeof value === 'string' ? value : '';
  const several = Array.isArray(value) ? value : [];
  const hint = wrong ? t(`form.wrong.${wrong}`, { count: field.max ?? LONGEST_ANSWER }) : null;
  const label = (
    <>
      <span dir="auto">{field.label}</span>
      {field.required ? null : <small>{t('form.optional')}</small>}
    </>
  );
  const error = hint ? (
    <p id={`${base}-wrong`} className={css.wrong} role="alert">
      {hint}
    </p>
  ) : null;
  const about = {
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby': wrong ? `${base}-wrong` : undefined,
  } as const;

  if (field.kind === 'choice' || field.kind === 'choices' || field.kind === 'yes-no') {
    const choices = field.kind === 'yes-no' ? ['yes', 'no'] : (field.choices ?? []);
    return (
      <fieldset className={css.field} {...about}>
        <legend>{label}</legend>
        <div className={css.choices}>
          {choices.map((choice, at) => {
            const on = field.kind === 'choices' ? several.includes(choice) : text === choice;
            return (
              <label key={choice} className={css.choice}>
                <input
                  type={field.kind === 'choices' ? 'checkbox' : 'radio'}
                  name={base}
                  checked={on}
                  data-field={at === 0 ? field.id : undefined}
                  onChange={() =>
                    onChange(
                      field.kind === 'choices'
                        ? on
                          ? several.filter((one) => one !== choice)
                          : [...several, choice]
                        : choice,
                    )
                  }
                />
                <span dir="auto">
                  {field.kind === 'yes-no' ? t(choice === 'yes' ? 'form.yes' : 'form.no') : choice}
                </span>
              </label>
            );
          })}
        </div>
        {error}
      </fieldset>
    );
  }
  const long = field.kind === 'text' && (field.max ?? LONGEST_ANSWER) > 120;
  return (
    <div className={css.field}>
      <label htmlFor={base}>{label}</label>
      {long ? (
        <textarea
          id={base}
          data-field={field.id}
          rows={3}
          dir="auto"
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
          {...about}
        />
      ) : (
        <input
          id={base}
          data-field={field.id}
          type={TYPES[field.kind] ?? 'text'}
          inputMode={field.kind === 'number' ? 'decimal' : undefined}
          autoComplete={TOKENS[field.kind] ?? 'off'}
          required={field.required ?? undefined}
          dir="auto"
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
          {...about}
        />
      )}
      {error}
    </div>
  );
}
