import type { ReactNode } from 'react';
import css from './Empty.module.css';

/** Nothing here yet: what to do first. */
export function Empty({
  title,
  text,
  picture,
  children,
}: {
  title: string;
  text?: string;
  picture?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={css.empty}>
      {picture ?? <TwoBubbles />}
      <h2 className={css.title}>{title}</h2>
      {text ? <p className={css.text}>{text}</p> : null}
      {children ? <div className={css.actions}>{children}</div> : null}
    </div>
  );
}

function TwoBubbles() {
  return (
    <svg width="140" height="92" viewBox="0 0 140 92" aria-hidden="true">
      <path
        fill="var(--p-primary-soft)"
        d="M14 20h60a14 14 0 0 1 14 14v24a14 14 0 0 1-14 14H34L20 88V72h-6A14 14 0 0 1 0 58V34a14 14 0 0 1 14-14z"
      />
      <path stroke="var(--p-primary)" strokeWidth="4" strokeLinecap="round" d="M18 42h38M18 54h24" />
      <path
        fill="var(--p-primary)"
        d="M74 0h52a14 14 0 0 1 14 14v20a14 14 0 0 1-14 14v14l-16-14H74a14 14 0 0 1-14-14V14A14 14 0 0 1 74 0z"
      />
      <g fill="var(--p-on-primary)">
        <circle cx="84" cy="24" r="4.500" />
        <circle cx="100" cy="24" r="4.500" />
        <circle cx="116" cy="24" r="4.500" />
      </g>
    </svg>
  );
}
