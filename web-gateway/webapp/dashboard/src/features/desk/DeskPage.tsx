import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Failed } from '@shared/office/Failed';
import { Page } from '@shared/office/Page';
import { useGo } from '@shared/office/RouteLink';
import { Key, Loading } from '@shared/office/states';
import { useKeys } from '@shared/office/useKeys';
import { useNow } from '@shared/office/useNow';
import type { DeskConversation, DeskList } from '@shared/protocol/types';
import { useMyself } from '@shared/session/session';
import { Empty } from '@shared/ui/Empty';
import { useMedia, usePhone, useWide } from '@shared/ui/layout';
import { Sheet } from '@shared/ui/Sheet';
import { toast } from '@shared/ui/toast';
import { reads } from '@dashboard/account/reads';
import { useAccount } from '@dashboard/account/useAccount';
import type { BoxMode } from './AnswerBox';
import { ConversationHead } from './ConversationHead';
import { DeskBar } from './DeskBar';
import { DeskNav } from './DeskNav';
import { deskReads } from './deskReads';
import { FollowerPanel } from './FollowerPanel';
import { ListColumn } from './ListColumn';
import { actOf, DESK_KEYS, step, type DeskAct } from './model/keys';
import { tomorrow } from './model/snooze';
import { byWindow } from './model/window';
import { OpenThread } from './OpenThread';
import { SnoozeSheet } from './SnoozeSheet';
import { useDeskList, useDeskSocket } from './useDesk';
import { useDeskActs } from './useDeskActs';
import { useMarks } from './useMarks';
import { usePresence } from './usePresence';
import styles from './desk.module.css';

const CommandBar = lazy(() => import('./CommandBar').then((it) => ({ default: it.CommandBar })));

interface Props {
  list: DeskList;
  /** Only conversations that carry it. */
  tag: string | null;
  conversation: string | null;
}

type Layer = 'help' | 'details' | 'assign' | 'snooze' | 'snooze-until' | 'tags' | 'commands' | null;

/** Whom must I answer first, how long may I still write, is a colleague already on it. */
export function DeskPage({ list, tag, conversation: open }: Props) {
  const { t } = useTranslation('desk');
  const account = useAccount();
  const me = useMyself();
  const queries = useQueryClient();
  const go = useGo();
  const phone = usePhone();
  const wide = useWide();
  const roomForLists = useMedia('(min-width: 1360px)');
  const [layer, setLayer] = useState<Layer>(null);
  const [mode, setMode] = useState<BoxMode>('answer');
  const box = useRef<HTMLTextAreaElement>(null);
  const marks = useMarks(account.id, open);
  const presence = usePresence(account.id);
  const acts = useDeskActs(account.id);

  const page = useDeskList(account.id, list, tag);
  const now = useNow(paceOf(page.data?.pages.flatMap((each) => each.items) ?? []));
  const agents = useQuery(deskReads.agents(account.id)).data?.items ?? [];
  const tags = useQuery(deskReads.tags(account.id)).data?.items ?? [];
  const single = useQuery({ ...reads.deskConversation(account.id, open ?? ''), enabled: open !== null });
  const socket = useDeskSocket(account.id);
  const minute = Math.floor(now / 60_000) * 60_000;
  // sorted within each page, so that what comes later stands below what one has seen
  const rows = useMemo(
    () => once((page.data?.pages ?? []).flatMap((each) => sorted(each.items, list, minute))),
    [page.data, list, minute],
  );
  const ids = rows.map((row) => row.id);
  const current = rows.find((row) => row.id === open) ?? single.data ?? null;
  const place = tag === null ? list : `tag-${tag}`;
  const href = useCallback(
    (id: string | null) => `/${account.id}/desk/${place}${id === null ? '' : `/${id}`}`,
    [account.id, place],
  );

  const takeNext = async () => {
    const unassigned = await queries.fetchQuery({ ...reads.desk(account.id, 'unassigned'), staleTime: 0 });
    const first = [...unassigned.items].sort(byWindow(Date.now()))[0];
    if (first === undefined) return void toast({ message: t('noneToTake') });
    acts.assign(first, { id: me.id, name: me.name });
    go(`/${account.id}/desk/mine/${first.id}`);
  };

  function write(next: BoxMode) {
    setMode(next);
    setTimeout(() => box.current?.focus());
  }

  function run(act: DeskAct): boolean {
    const row = current !== null && current.state === 'open' ? current : null;
    switch (act) {
      case 'next':
      case 'previous': {
        const to = step(ids, open, act === 'next' ? 1 : -1);
        if (to !== null && to !== open) go(href(to));
        return true;
      }
      case 'open':
        if (document.activeElement instanceof HTMLAnchorElement || document.activeElement instanceof HTMLButtonElement)
          return false;
        if (open === null && ids[0] !== undefined) go(href(ids[0]));
        else write('answer');
        return true;
      case 'answer':
        write('answer');
        return true;
      case 'note':
        write('note');
        return true;
      case 'take':
        void takeNext();
        return true;
      case 'assign':
        if (current !== null) setLayer('assign');
        return true;
      case 'tag':
        if (current !== null) setLayer('tags');
        return true;
      case 'snooze':
        if (row !== null) acts.snooze(row, tomorrow(new Date()));
        return true;
      case 'snooze-answer':
        if (row !== null) acts.snooze(row, null);
        return true;
      case 'close':
      case 'close-next':
        if (row !== null) {
          const next = step(ids, row.id, 1);
          acts.close(row);
          if (act === 'close-next') go(href(next === row.id ? null : next));
        }
        return true;
      case 'unread':
        if (current !== null) {
          marks.add(current.id);
          go(href(null));
        }
        return true;
      case 'help':
        setLayer('help');
        return true;
      default:
        return act satisfies never;
    }
  }
  useKeys((event) => {
    if (event.key === 'Escape' && open !== null) {
      go(href(null));
      return true;
    }
    const act = actOf(event);
    return act !== null && run(act);
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setLayer('commands');
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);

  const { hasNextPage, isFetching, fetchNextPage } = page;
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const left = rows.length - 1 - rows.findIndex((row) => row.id === open);
  useEffect(() => {
    if (left < 5) more(); // J and K go on where the page ends
  }, [left, more]);

  useEffect(() => {
    setMode('answer');
    if (open !== null && !window.matchMedia('(pointer: coarse)').matches) box.current?.focus();
  }, [open]);

  const counts = page.data?.pages[0]?.counts;
  const panel = current !== null && (
    <FollowerPanel
      account={account.id}
      conversation={current}
      now={now}
      tags={tags}
      acts={acts}
      tagging={layer === 'tags'}
      onTagging={(on) => setLayer(on ? 'tags' : null)}
    />
  );
  const detailsOpen = layer === 'details' || (layer === 'tags' && !wide);

  return (
    <Page
      title={t('title')}
      flush
      note={<DeskBar account={account.id} agents={agents} phone={phone} onCommands={() => setLayer('commands')} />}
      actions={
        <Button
          variant="default"
          size="xs"
          onClick={() => void takeNext()}
          rightSection={phone ? undefined : <Key>N</Key>}
        >
          {t(phone ? 'takeNextShort' : 'takeNext')}
        </Button>
      }
    >
      {socket.state === 'offline' && (
        <div className={styles.offline} role="status">
          <span>{t('offline')}</span>
          <button type="button" className="p-link" onClick={socket.retryNow}>
            {t('tryNow')}
          </button>
        </div>
      )}
      <div className={styles.desk}>
        {roomForLists && (
          <DeskNav
            account={account.id}
            list={list}
            tag={tag}
            counts={counts}
            tags={tags}
            me={me.id}
            presence={presence}
            help={() => setLayer('help')}
          />
        )}
        {(!phone || open === null) && (
          <ListColumn
            account={account.id}
            list={list}
            tag={tags.find((each) => each.id === tag) ?? null}
            tags={tags}
            page={page}
            rows={rows}
            counts={counts}
            open={open}
            now={now}
            me={me.id}
            marked={marks.ids}
            more={more}
            href={href}
            listsInSight={roomForLists}
          />
        )}
        {(!phone || open !== null) &&
          (open === null ? (
            <div className={styles.nothingOpen}>
              <Empty title={t('nothingOpen')} text={t('nothingOpenWhy')} />
            </div>
          ) : current === null ? (
            <div className={styles.nothingOpen}>
              {single.isError ? (
                <Failed what={t('threadFailed')} error={single.error} retry={() => void single.refetch()} />
              ) : (
                <div className={styles.pad}>
                  <Loading rows={8} label={t('loading')} />
                </div>
              )}
            </div>
          ) : (
            <section
              className={styles.conversation}
              aria-label={t('conversationWith', { name: current.follower.name })}
            >
              <ConversationHead
                conversation={current}
                agents={agents}
                acts={acts}
                me={me}
                now={now}
                phone={phone}
                menu={layer === 'assign' || layer === 'snooze' ? layer : null}
                onMenu={setLayer}
                onSnoozeUntil={() => setLayer('snooze-until')}
                onBack={() => go(href(null))}
                onDetails={wide ? null : () => setLayer('details')}
              />
              <OpenThread
                key={current.id}
                account={account}
                conversation={current}
                agents={agents}
                socket={socket}
                now={now}
                box={box}
                mode={mode}
                onMode={write}
              />
            </section>
          ))}
        {wide && panel}
      </div>
      {!wide && current !== null && (
        <Drawer
          opened={detailsOpen}
          onClose={() => setLayer(null)}
          position="right"
          size={320}
          padding={0}
          title={t('follower')}
          closeButtonProps={{ 'aria-label': t('closeLayer') }}
        >
          {panel}
        </Drawer>
      )}
      {layer === 'snooze-until' && current !== null && (
        <SnoozeSheet onClose={() => setLayer(null)} onChoose={(until) => acts.snooze(current, until)} />
      )}
      {layer === 'commands' && (
        <Suspense>
          <CommandBar
            account={account.id}
            current={current}
            agents={agents}
            tags={tags}
            acts={acts}
            run={run}
            onSnoozeUntil={() => setLayer('snooze-until')}
            onClose={() => setLayer((present) => (present === 'commands' ? null : present))}
          />
        </Suspense>
      )}
      <Sheet opened={layer === 'help'} onClose={() => setLayer(null)} title={t('keysTitle')}>
        <dl className={styles.keys}>
          <div>
            <dt>
              <Key name="Ctrl" />
              <Key>K</Key>
            </dt>
            <dd>{t('key.commands')}</dd>
          </div>
          {DESK_KEYS.map((each) => (
            <div key={each.act}>
              <dt>
                {each.shown.map((name) => (
                  <Key key={name} name={name} />
                ))}
              </dt>
              <dd>{t(`key.${each.act}`)}</dd>
            </div>
          ))}
          <div>
            <dt>
              <Key>/</Key>
            </dt>
            <dd>{t('key.canned')}</dd>
          </div>
        </dl>
      </Sheet>
    </Page>
  );
}

/** A conversation that moved up while the next page was read stands in both. */
function once(rows: DeskConversation[]): DeskConversation[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** Whose window closes first comes first, but where nobody waits: there the newest is on top. */
function sorted(rows: readonly DeskConversation[], list: DeskList, now: number): DeskConversation[] {
  return list === 'snoozed' || list === 'closed' ? [...rows] : [...rows].sort(byWindow(now));
}

/** Every second only while a window is in its last minutes; else now and then, so that nothing is drawn for nothing. */
function paceOf(rows: readonly DeskConversation[]): number {
  const soon = Date.now() + 120_000;
  return rows.some(
    (row) =>
      row.window !== null && Date.parse(row.window.closesAt) < soon && Date.parse(row.window.closesAt) > Date.now(),
  )
    ? 1_000
    : 10_000;
}
