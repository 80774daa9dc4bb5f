import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { Menu as MenuIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RouteLink, usePath } from './RouteLink';
import { usePhone, useWide } from '../ui/layout';
import styles from './office.module.css';

const loadDrawer = () => import('./NavDrawer');
const NavDrawer = lazy(() => loadDrawer().then((part) => ({ default: part.NavDrawer })));

export interface NavItem {
  to: string;
  label: string;
  icon: ReactNode;
  /** A count beside the entry; `loud` when somebody waits. */
  count?: number;
  loud?: boolean;
}

interface Props {
  name: string;
  head: (narrow: boolean) => ReactNode;
  groups: readonly (readonly NavItem[])[];
  foot: readonly NavItem[];
  /** Always the narrow rail, for pages that need the width. */
  rail?: boolean;
  children: ReactNode;
}

/** Navigation at the left (224 px, a rail of 60 px, or a drawer) and the page beside it. */
export function Shell({ name, head, groups, foot, rail = false, children }: Props) {
  const { t } = useTranslation('office');
  const wide = useWide();
  const medium = !usePhone();
  const [open, setOpen] = useState(false);
  /** Once asked for, the drawer stays, so that it can slide away. */
  const [asked, setAsked] = useState(false);
  const path = usePath();
  useEffect(() => setOpen(false), [path]);

  const narrow = medium && (rail || !wide);
  const nav = (small: boolean) => (
    <nav className={styles.nav} data-rail={small || undefined} aria-label={name}>
      <div className={styles.navHead}>{head(small)}</div>
      {groups.map((group, at) => (
        <ul key={at} className={styles.navGroup}>
          {group.map((item) => (
            <NavEntry key={item.to} item={item} path={path} small={small} />
          ))}
        </ul>
      ))}
      <ul className={styles.navFoot}>
        {foot.map((item) => (
          <NavEntry key={item.to} item={item} path={path} small={small} />
        ))}
      </ul>
    </nav>
  );

  return (
    <div className={styles.shell} data-rail={narrow || undefined} data-drawer={!medium || undefined}>
      {medium ? (
        nav(narrow)
      ) : (
        <>
          <button
            type="button"
            className={styles.drawerButton}
            aria-label={t('menu')}
            aria-expanded={open}
            onPointerEnter={() => void loadDrawer()}
            onClick={() => {
              setAsked(true);
              setOpen(true);
            }}
          >
            <MenuIcon size={20} strokeWidth={1.9} aria-hidden />
          </button>
          {asked && (
            <Suspense>
              <NavDrawer opened={open} onClose={() => setOpen(false)} title={name}>
                {nav(false)}
              </NavDrawer>
            </Suspense>
          )}
        </>
      )}
      <main className={styles.main} id="main">
        {children}
      </main>
    </div>
  );
}

function NavEntry({ item, path, small }: { item: NavItem; path: string; small: boolean }) {
  const active = path === item.to || path.startsWith(`${item.to}/`);
  const count = item.count ?? 0;
  return (
    <li>
      <RouteLink
        to={item.to}
        className={styles.navItem}
        aria-current={active ? 'page' : undefined}
        title={small ? item.label : undefined}
      >
        <span className={styles.navIcon} aria-hidden>
          {item.icon}
        </span>
        <span className={styles.navLabel}>{item.label}</span>
        {count > 0 && (
          <span className={styles.count} data-loud={item.loud || undefined}>
            {count > 99 ? '99+' : count}
          </span>
        )}
      </RouteLink>
    </li>
  );
}
