import { useTranslation } from 'react-i18next';
import { useEffect, useState, type ReactNode } from 'react';
import styles from './office.module.css';

/** Shapes of what is coming, after 200 ms. */
export function Loading({ rows = 4, label }: { rows?: number; label: string }) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div
      className={styles.bars}
      role="status"
      aria-label={label}
      style={{ visibility: due ? 'visible' : 'hidden', minHeight: rows * 26 }}
    >
      {Array.from({ length: rows }, (_, at) => (
        <span key={at} style={{ width: `${[82, 64, 73, 55][at % 4]}%` }} />
      ))}
    </div>
  );
}

export type Tone = 'ok' | 'warn' | 'danger' | 'primary' | 'machine';

export function Tag({ tone, children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="p-tag" data-role={tone}>
      {children}
    </span>
  );
}

/** A key as it is printed on the keyboard; keys with a word on them (Ctrl, Enter, Shift) in the language of the page. */
export function Key({ name, children }: { name?: string; children?: ReactNode }) {
  const { t, i18n } = useTranslation('office');
  const word = name !== undefined && i18n.exists(`office:key.${name}`) ? t(`key.${name}`) : name;
  return <kbd className="p-kbd">{children ?? word}</kbd>;
}
