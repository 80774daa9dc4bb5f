import { useEffect, type ReactNode } from 'react';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RouteLink } from './RouteLink';
import styles from './office.module.css';

interface Props {
  title: string;
  /** Beside the title, small. */
  note?: ReactNode;
  /** Where the arrow before the title leads. */
  back?: string;
  actions?: ReactNode;
  /** Columns up to the edges instead of cards on the canvas. */
  flush?: boolean;
  children: ReactNode;
}

/** One page: a head of 56 px and what scrolls below it. */
export function Page({ title, note, back, actions, flush = false, children }: Props) {
  const { t } = useTranslation('office');
  useEffect(() => {
    document.title = `${title} · Parley`;
  }, [title]);
  return (
    <>
      <header className={styles.pageHead} data-flush={flush || undefined}>
        {back !== undefined && (
          <RouteLink to={back} className={styles.back} aria-label={t('back')}>
            <ArrowLeft size={18} strokeWidth={1.9} aria-hidden />
          </RouteLink>
        )}
        <h1 className={styles.pageTitle}>{title}</h1>
        {note !== undefined && <div className={styles.pageNote}>{note}</div>}
        <div className={styles.pageActions}>{actions}</div>
      </header>
      <div className={flush ? styles.pageFlush : styles.pageBody}>{children}</div>
    </>
  );
}

/** A heading of a card with what stands at its right. */
export function Card({
  title,
  aside,
  children,
  flush = false,
}: {
  title?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  flush?: boolean;
}) {
  return (
    <section className={styles.card} data-flush={flush || undefined}>
      {title !== undefined && (
        <div className={styles.cardHead}>
          <h2 className={styles.cardTitle}>{title}</h2>
          {aside !== undefined && <div className={styles.cardAside}>{aside}</div>}
        </div>
      )}
      {children}
    </section>
  );
}

/** Numbers side by side, each with its name above and what it means below. */
export function Stats({
  items,
}: {
  items: readonly { label: string; value: ReactNode; beside?: ReactNode; below?: ReactNode }[];
}) {
  return (
    <dl className={styles.stats}>
      {items.map((item) => (
        <div key={item.label} className={styles.stat}>
          <dt>{item.label}</dt>
          <dd>
            <span className={styles.statValue}>{item.value}</span>
            {item.beside !== undefined && <span className={styles.statBeside}>{item.beside}</span>}
            {item.below !== undefined && <span className={styles.statBelow}>{item.below}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Names with their values, one under the other. */
export function Facts({ items }: { items: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {items.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A table scrolls inside its card; the page never does so sideways. */
export function TableFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.tableFrame} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
