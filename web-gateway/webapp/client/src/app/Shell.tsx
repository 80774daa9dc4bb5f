import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { CircleUserRound, Compass, Layers, MessageCircle, WifiOff } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState, type KeyboardEvent as ReactKeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { badge } from '@shared/format/number';
import { prefer, preferences, usePreferences } from '@shared/session/preferences';
import { useMyself } from '@shared/session/session';
import { usePhone, useWide } from '@shared/ui/layout';
import { Refusal } from '@shared/ui/Refusal';
import { PageSkeleton, SkeletonRows } from '@shared/ui/Skeleton';
import {
  ordered,
  unreadConversations,
  useConnectionState,
  useConversations,
  useInbox,
} from '@client/features/conversations';
import { ListPane } from './ListPane';
import { useConversationActs } from './acts';
import { closePeople, closeReport, openPeople, useSheets } from './sheets';
import css from './Shell.module.css';
import { useDigestPlace } from './slots';

const PeopleSheet = lazy(() =>
  import('@client/features/contacts').then((feature) => ({ default: feature.PeopleSheet })),
);
const ReportSheet = lazy(() =>
  import('@client/features/blocked').then((feature) => ({ default: feature.ReportSheet })),
);
const KeyHelp = lazy(() => import('@client/features/settings').then((feature) => ({ default: feature.KeyHelp })));

/** Columns by width, the tab bar of phones, the offline bar, and the keys that work everywhere. */
export function Shell() {
  const { t } = useTranslation('client');
  const phone = usePhone();
  const wide = useWide();
  const me = useMyself();
  const store = useConversations();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const selected = /^\/c\/([^/]+)/.exec(path)?.[1] ?? (path === '/digest' ? 'digest' : null);
  const { people, report } = useSheets();
  const acts = useConversationActs();
  const { listWidth } = usePreferences();
  const [helping, setHelping] = useState(false);
  const loaded = useInbox((inbox) => inbox.loaded);
  const open = (id: string) => void navigate({ to: '/c/$id', params: { id } });
  useKeys(selected, open, () => setHelping(true));
  useUnreadTitle();

  return (
    <div className={css.shell}>
      <OfflineBar />
      {store.problem && !loaded ? (
        <div className={css.broken}>
          <Refusal problem={store.problem} title={t('shell.list-not-loaded')} compact />
        </div>
      ) : null}
      <div className={css.columns}>
        {phone ? null : (
          <>
            <nav
              className={css.list}
              style={wide ? { width: listWidth } : undefined}
              aria-label={t('shell.list')}
              data-column="list"
              tabIndex={-1}
            >
              <Suspense fallback={<SkeletonRows rows={9} />}>
                <ListPane selected={selected} onOpen={open} />
              </Suspense>
              {wide ? <Splitter /> : null}
            </nav>
          </>
        )}
        <main
          className={css.main}
          data-column="main"
          tabIndex={-1}
          aria-label={phone && path === '/' ? t('shell.list') : t('shell.main')}
        >
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      {phone && !path.startsWith('/c/') ? <TabBar path={path} /> : null}
      {people ? (
        <Suspense>
          <PeopleSheet
            opened
            onClose={closePeople}
            me={me.id}
            handle={people.handle}
            onOpenConversation={(id) => {
              closePeople();
              open(id);
            }}
            onAccepted={() => void store.load()}
            toDiscover={
              <button
                className="p-link"
                onClick={() => {
                  closePeople();
                  void navigate({ to: '/discover' });
                }}
              >
                {t('people.to-discover')}
              </button>
            }
          />
        </Suspense>
      ) : null}
      {report ? (
        <Suspense>
          <ReportSheet party={report.party} opened onClose={closeReport} onBlock={() => acts.block(report)} />
        </Suspense>
      ) : null}
      {helping ? (
        <Suspense>
          <KeyHelp opened onClose={() => setHelping(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** The edge of the list: dragged, or moved by arrow keys; remembered. */
function Splitter() {
  const { t } = useTranslation('client');
  const { listWidth } = usePreferences();
  const start = useRef<{ x: number; width: number } | null>(null);
  const set = (width: number) => prefer({ listWidth: Math.round(Math.max(280, Math.min(420, width))) });
  const onKeyDown = (event: ReactKeyboardEvent) => {
    const step = { ArrowLeft: -10, ArrowRight: 10 }[event.key];
    if (step === undefined || event.altKey) return;
    event.preventDefault();
    set(preferences().listWidth + step);
  };
  return (
    <div
      className={css.splitter}
      role="separator"
      aria-orientation="vertical"
      aria-label={t('shell.list-width')}
      aria-valuenow={listWidth}
      aria-valuemin={280}
      aria-valuemax={420}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width: preferences().listWidth };
      }}
      onPointerMove={(event) => {
        if (start.current) set(start.current.width + event.clientX - start.current.x);
      }}
      onPointerUp={() => {
        start.current = null;
      }}
    />
  );
}

function OfflineBar() {
  const { t } = useTranslation('client');
  const state = useConnectionState();
  const store = useConversations();
  const [late, setLate] = useState(false);
  const offline = state === 'offline';
  useEffect(() => {
    const timer = setTimeout(() => setLate(offline), offline ? 1200 : 0);
    return () => clearTimeout(timer);
  }, [offline]);
  if (!offline || !late) return null;
  return (
    <div className={css.offline} role="status">
      <WifiOff size={18} strokeWidth={1.9} aria-hidden="true" />
      <p>
        <strong>{t('shell.offline')}</strong> {t('shell.offline-text')}
      </p>
      <button className="p-link" onClick={() => store.retryConnection()}>
        {t('shared:act.retry')}
      </button>
    </div>
  );
}

function TabBar({ path }: { path: string }) {
  const { t } = useTranslation('client');
  const navigate = useNavigate();
  const unread = useInbox((inbox) => unreadConversations(Object.values(inbox.conversations)));
  const digest = useDigestPlace();
  const tabs = [
    { to: '/', on: path === '/', Icon: MessageCircle, label: t('tabs.conversations'), count: unread },
    { to: '/digest', on: path.startsWith('/digest'), Icon: Layers, label: t('tabs.digest'), count: digest?.held ?? 0 },
    {
      to: '/discover',
      on: path.startsWith('/discover') || path.startsWith('/@'),
      Icon: Compass,
      label: t('tabs.discover'),
      count: 0,
    },
    { to: '/you', on: path.startsWith('/you'), Icon: CircleUserRound, label: t('tabs.you'), count: 0 },
  ] as const;
  return (
    <nav className={css.tabs} aria-label={t('tabs.label')}>
      {tabs.map(({ to, on, Icon, label, count }) => (
        <a
          key={to}
          href={to}
          aria-current={on ? 'page' : undefined}
          onClick={(event) => {
            event.preventDefault();
            void navigate({ to });
          }}
        >
          <span className={css.tabIcon}>
            <Icon size={22} strokeWidth={1.9} aria-hidden="true" />
            {count > 0 ? (
              <span className={css.tabCount} data-quiet={to === '/digest' || undefined}>
                {badge(count)}
              </span>
            ) : null}
          </span>
          {label}
        </a>
      ))}
    </nav>
  );
}

/** Ctrl K, Alt arrows, F6 and `?`. */
function useKeys(selected: string | null, open: (id: string) => void, help: () => void) {
  const store = useConversations();
  const navigate = useNavigate();
  const latest = useRef({ selected, open, help });
  useEffect(() => {
    latest.current = { selected, open, help };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const now = latest.current;
      const control = event.ctrlKey || event.metaKey;
      if (control && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        const field = document.getElementById('search');
        if (field) field.focus();
        else void navigate({ to: '/' }).then(() => document.getElementById('search')?.focus());
        return;
      }
      if (event.altKey && !control && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        event.preventDefault();
        const all = ordered(Object.values(store.inbox().conversations));
        const step = event.key === 'ArrowDown' ? 1 : -1;
        const from = all.findIndex((one) => one.id === now.selected);
        for (
          let at = from === -1 && step === -1 ? all.length - 1 : from + step;
          at >= 0 && at < all.length;
          at += step
        ) {
          const one = all[at]!;
          if (event.shiftKey && one.unread === 0) continue;
          now.open(one.id);
          break;
        }
        return;
      }
      if (event.key === 'F6' && !control && !event.altKey) {
        event.preventDefault();
        const columns = [...document.querySelectorAll<HTMLElement>('[data-column], aside')];
        const from = columns.findLastIndex((column) => column.contains(document.activeElement));
        const next = columns[(from + (event.shiftKey ? -1 : 1) + columns.length) % columns.length];
        const inside = ['textarea', '[data-key][tabindex="0"]', '[tabindex="0"], button'].flatMap(
          (wanted) => next?.querySelector<HTMLElement>(wanted) ?? [],
        )[0];
        (inside ?? next)?.focus();
        return;
      }
      const typing = (event.target as HTMLElement | null)?.closest('input, textarea, select, [contenteditable]');
      if (event.key === '?' && !typing && !control && !event.altKey && preferences().singleKeys) {
        event.preventDefault();
        now.help();
      }
      if (event.key.toLowerCase() === 'n' && control && event.altKey) {
        event.preventDefault();
        openPeople();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [store, navigate]);
}

/** A tab in the background shows the unread count in title and icon. */
function useUnreadTitle() {
  const unread = useInbox((inbox) => unreadConversations(Object.values(inbox.conversations)));
  useEffect(() => {
    document.title = unread > 0 ? `(${badge(unread)}) Parley` : 'Parley';
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon) icon.href = unread > 0 ? '/assets/parley-unread-1.svg' : '/assets/parley-1.svg';
  }, [unread]);
}
