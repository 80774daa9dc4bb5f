import { ActionIcon, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ChevronRight, Compass, Search, SquarePen, UserPlus, X } from 'lucide-react';
import { lazy, Suspense, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMyself } from '@shared/session/session';
import { usePhone } from '@shared/ui/layout';
import { Logo } from '@shared/ui/Logo';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { requestsQuery } from '@client/features/contacts/api';
import {
  ConversationList,
  DIGEST,
  filtered,
  ordered,
  unreadConversations,
  useConversations,
  useInbox,
  type ListFilter,
} from '@client/features/conversations';
import type { MenuAt } from './ConversationMenu';
import { FirstSteps } from './FirstSteps';
import css from './ListPane.module.css';
import { openPeople } from './sheets';
import { DigestRowSlot, useDigestPlace } from './slots';

const ConversationMenu = lazy(() => import('./ConversationMenu').then((part) => ({ default: part.ConversationMenu })));
const filters: ListFilter[] = ['all', 'unread', 'people', 'accounts'];

/** Everyone one writes with, friends and accounts alike. */
export function ListPane({ selected, onOpen }: { selected: string | null; onOpen: (id: string) => void }) {
  const { t } = useTranslation('client');
  const me = useMyself();
  const phone = usePhone();
  const navigate = useNavigate();
  const store = useConversations();
  const byId = useInbox((inbox) => inbox.conversations);
  const { data: requests } = useQuery(requestsQuery);
  const digest = useDigestPlace();
  const [filter, setFilter] = useState<ListFilter>('all');
  const [search, setSearch] = useState('');
  const [menu, setMenu] = useState<MenuAt | null>(null);
  const field = useRef<HTMLInputElement>(null);

  const all = useMemo(() => ordered(Object.values(byId)), [byId]);
  const shown = useMemo(() => filtered(all, filter, search), [all, filter, search]);
  const unread = unreadConversations(all);
  const incoming = requests?.incoming.length ?? 0;
  const digestRow = useMemo(
    () =>
      digest && filter !== 'people' && filter !== 'unread' && search === ''
        ? {
            at: digest.at,
            row: (
              <Suspense fallback={<span className="p-hidden">{t('tabs.digest')}</span>}>
                <DigestRowSlot />
              </Suspense>
            ),
          }
        : null,
    [digest, filter, search, t],
  );

  const open = (id: string) => (id === DIGEST ? void navigate({ to: '/digest' }) : onOpen(id));
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      setSearch('');
      field.current?.blur();
    }
    if (event.key === 'Enter' && shown[0]) {
      open(shown[0].id);
      setSearch('');
    }
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      document.querySelector<HTMLElement>('nav [data-key][tabindex="0"]')?.focus();
    }
  };

  return (
    <div className={css.pane}>
      <header className={css.head}>
        <span className={css.brand}>
          <Logo />
          <h1>Parley</h1>
        </span>
        {phone ? null : (
          <ActionIcon
            onClick={() => void navigate({ to: '/discover' })}
            aria-label={t('list.discover')}
            title={t('list.discover')}
          >
            <Compass size={20} strokeWidth={1.9} />
          </ActionIcon>
        )}

        <ActionIcon onClick={() => openPeople()} aria-label={t('list.new')} title={t('list.new')}>
          <SquarePen size={20} strokeWidth={1.9} />
        </ActionIcon>

        {phone ? null : (
          <UnstyledButton
            className={css.me}
            onClick={() => void navigate({ to: '/you' })}
            aria-label={t('list.you', { name: me.name })}
          >
            <PartyPicture party={{ kind: 'user', ...me }} size={30} />
          </UnstyledButton>
        )}
      </header>
      <div className={css.search}>
        <Search size={18} strokeWidth={1.9} aria-hidden="true" />
        <input
          ref={field}
          id="search"
          type="text"
          role="searchbox"
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={onSearchKey}
          autoComplete="off"
        />
        {search ? (
          <button className={css.clear} onClick={() => setSearch('')} aria-label={t('list.clear')}>
            <X size={16} strokeWidth={1.9} />
          </button>
        ) : (
          <kbd className={`p-kbd ${css.kbd}`}>{t('list.search-key')}</kbd>
        )}
      </div>
      <div className={css.filters} role="group" aria-label={t('list.filters')}>
        {filters.map((one) => (
          <button key={one} className="p-chip" aria-pressed={filter === one} onClick={() => setFilter(one)}>
            {t(`list.filter-${one}`)}
            {one === 'unread' && unread > 0 ? <span className="p-num">{unread}</span> : null}
          </button>
        ))}
      </div>
      {incoming > 0 ? (
        <button className={css.requests} onClick={() => openPeople()}>
          <UserPlus size={18} strokeWidth={1.9} aria-hidden="true" />
          <span>{t('list.requests', { count: incoming })}</span>
          <ChevronRight size={16} strokeWidth={1.9} aria-hidden="true" />
        </button>
      ) : null}
      {search !== '' ? (
        <div className={css.beyond}>
          <button className="p-link" onClick={() => openPeople(search)}>
            {t('list.find-person', { handle: search.trim().replace(/^@/, '') })}
          </button>
          <button className="p-link" onClick={() => void navigate({ to: '/discover' })}>
            {t('list.find-account')}
          </button>
        </div>
      ) : null}
      <ConversationList
        conversations={shown}
        selected={selected}
        onOpen={open}
        digest={digestRow}
        onMenu={(conversation, at) => setMenu({ conversation, at })}
        onPrefetch={(id) => {
          if (!store.inbox().threads[id]) void store.open(id).catch(() => undefined);
        }}
        empty={
          all.length === 0 ? (
            phone ? (
              <FirstSteps />
            ) : (
              <p className={css.nothing}>{t('list.empty')}</p>
            )
          ) : (
            <p className={css.nothing}>{t(search ? 'list.no-hit' : 'list.none-of-these')}</p>
          )
        }
      />
      {menu ? (
        <Suspense>
          <ConversationMenu menu={menu} onClose={() => setMenu(null)} />
        </Suspense>
      ) : null}
    </div>
  );
}
