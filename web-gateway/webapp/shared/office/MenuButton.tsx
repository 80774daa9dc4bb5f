import { lazy, Suspense, useState, type ButtonHTMLAttributes, type ComponentType } from 'react';

const load = () => import('./OpenedMenu');
const OpenedMenu = lazy(() => load().then((part) => ({ default: part.OpenedMenu })));

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  menuWidth: number;
  /** The entries; like the menu itself they are loaded when somebody reaches for them. */
  entries: () => Promise<{ default: ComponentType }>;
}

/** A button with a menu that a first visit does not have to load. */
export function MenuButton({ menuWidth, entries, ...button }: Props) {
  const [Entries] = useState(() => lazy(entries));
  const [asked, setAsked] = useState(false);
  const fetch = () => void Promise.all([load(), entries()]);
  const resting = (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={fetch}
      onFocus={fetch}
      onClick={() => setAsked(true)}
      {...button}
    />
  );
  if (!asked) return resting;
  return (
    <Suspense fallback={resting}>
      <OpenedMenu button={button} width={menuWidth}>
        <Entries />
      </OpenedMenu>
    </Suspense>
  );
}
