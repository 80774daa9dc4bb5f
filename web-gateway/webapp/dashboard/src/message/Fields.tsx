import { createContext, use, type ReactNode } from 'react';
import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import type { Lack } from './model/lacks';
import css from './message.module.css';

/** What is missing, once somebody asked to send it; by the name of the field. */
const Lacks = createContext<readonly Lack[]>([]);
export const LacksProvider = Lacks.Provider;

/** What is wrong with a field, in words. */
export function useLack(at: string): string | null {
  const { t } = useTranslation('message');
  const found = use(Lacks).find((lack) => lack.at === at);
  return found ? t(`lack.${found.what}`, { count: found.limit ?? 0 }) : null;
}

interface WordsProps {
  at: string;
  label: string;
  value: string | null | undefined;
  limit: number;
  onChange: (text: string) => void;
  /** Several lines. */
  long?: boolean;
  help?: string;
  placeholder?: string;
  type?: 'text' | 'url' | 'tel';
}

/** Words with their limit; the count appears when it is near. */
export function Words({ at, label, value, limit, onChange, long, help, placeholder, type = 'text' }: WordsProps) {
  const { t } = useTranslation('message');
  const format = useFormat();
  const error = useLack(at);
  const text = value ?? '';
  const used = [...text].length;
  const count =
    used > limit * 0.7 ? (
      <span className={used > limit ? css.over : undefined}>
        {t('characters', { used: format.full(used), limit: format.full(limit) })}
      </span>
    ) : null;
  const shared = {
    label,
    value: text,
    error,
    placeholder,
    dir: type === 'text' ? 'auto' : undefined,
    description:
      count || help ? (
        <>
          {help} {count}
        </>
      ) : undefined,
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'error' | 'description')[],
  };
  return long ? (
    <Textarea {...shared} autosize minRows={2} maxRows={12} onChange={(event) => onChange(event.currentTarget.value)} />
  ) : (
    <TextInput
      {...shared}
      type={type}
      inputMode={type === 'url' ? 'url' : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface EntriesProps<Entry> {
  entries: readonly Entry[];
  most: number;
  least?: number;
  /** Names one of them: "Card 2". */
  name: (at: number) => string;
  add: string;
  onChange: (entries: Entry[]) => void;
  make: () => Entry;
  children: (entry: Entry, at: number, change: (entry: Entry) => void) => ReactNode;
}

/** Entries one below the other: each can be moved and removed, and another one added, by tap and by key. */
export function Entries<Entry>({ entries, most, least = 0, name, add, onChange, make, children }: EntriesProps<Entry>) {
  const replace = (at: number, entry: Entry) => onChange(entries.map((each, index) => (index === at ? entry : each)));
  return (
    <div className={css.entries}>
      {entries.map((entry, at) => (
        <section key={at} className={css.entry} aria-label={name(at)}>
          <header>
            <h4>{name(at)}</h4>
            <Mover
              name={name(at)}
              at={at}
              count={entries.length}
              onMove={(to) => onChange(moved(entries, at, to))}
              onRemove={entries.length > least ? () => onChange(entries.filter((_, index) => index !== at)) : undefined}
            />
          </header>
          {children(entry, at, (changed) => replace(at, changed))}
        </section>
      ))}
      {entries.length < most ? (
        <Button
          className={css.add}
          variant="default"
          size="sm"
          leftSection={<Plus size={16} strokeWidth={1.9} aria-hidden />}
          onClick={() => onChange([...entries, make()])}
        >
          {add}
        </Button>
      ) : null}
    </div>
  );
}

interface MoverProps {
  name: string;
  at: number;
  count: number;
  onMove: (to: number) => void;
  onRemove?: () => void;
}

/** Earlier, later, away. */
export function Mover({ name, at, count, onMove, onRemove }: MoverProps) {
  const { t } = useTranslation('message');
  return (
    <span className={css.mover}>
      {count > 1 ? (
        <>
          <ActionIcon disabled={at === 0} aria-label={t('earlier', { name })} onClick={() => onMove(at - 1)}>
            <ArrowUp size={16} strokeWidth={1.9} />
          </ActionIcon>
          <ActionIcon disabled={at === count - 1} aria-label={t('later', { name })} onClick={() => onMove(at + 1)}>
            <ArrowDown size={16} strokeWidth={1.9} />
          </ActionIcon>
        </>
      ) : null}
      {onRemove ? (
        <ActionIcon aria-label={t('remove', { name })} onClick={onRemove}>
          <Trash2 size={16} strokeWidth={1.9} />
        </ActionIcon>
      ) : null}
    </span>
  );
}

export function moved<Entry>(entries: readonly Entry[], from: number, to: number): Entry[] {
  const after = [...entries];
  const [entry] = after.splice(from, 1);
  after.splice(to, 0, entry!);
  return after;
}
