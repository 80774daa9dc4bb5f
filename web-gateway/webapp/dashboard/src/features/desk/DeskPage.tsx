import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ActionIcon, Button, Drawer, Menu } from '@mantine/core';
import {
  ArrowLeft,
  Check,
  ChevronDown,
  CircleDashed,
  CircleUserRound,
  Hourglass,
  Inbox,
  Info,
  RotateCcw,
  UserRound,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, problemOf } from '@shared/api/http';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { MENU } from '@shared/office/menu';
import { Page } from '@shared/office/Page';
import { RouteLink, useGo } from '@shared/office/RouteLink';
import { Key, Loading } from '@shared/office/states';
import { useKeys } from '@shared/office/useKeys';
import { useNow } from '@shared/office/useNow';
import type { DeskConversation, DeskList } from '@shared/protocol/types';
import { useMyself } from '@shared/session/session';
import { Empty } from '@shared/ui/Empty';
import { useMedia, usePhone, useWide } from '@shared/ui/layout';
import { useProblemWords } from '@shared/ui/Refusal';
import { Sheet } from '@shared/ui/Sheet';
import { toast } from '@shared/ui/toast';
import { DESK_LISTS, reads } from '@dashboard/account/reads';
import { useAccount } from '@dashboard/account/useAccount';
import { AnswerBox } from './AnswerBox';
import { ConversationList } from './ConversationList';
import { FollowerPanel } from './FollowerPanel';
import { actOf, DESK_KEYS, step, type DeskAct } from './model/keys';
import { byWindow, windowAt } from './model/window';
import { useMarks } from './useMarks';
import { ThreadView } from './ThreadView';
import { useDeskList, useDeskSocket, useThread, type DeskSocket } from './useDesk';
import styles from './desk.module.css';

const ICONS: Record<DeskList, typeof Inbox> = {
  waiting: Hourglass,
  mine: UserRound,
  unassigned: CircleDashed,
  all: Inbox,
  closed: Check,
};

/** Whom must I answer first, how long may I still write, is a colleague already on it. */
export function DeskPage({ list, conversation: open }: { list: DeskList; conversation: string | null }) {
  const { t } = useTranslation('dashboard');
  const account = useAccount();
  const me = useMyself();
  const queries = useQueryClient();
  const go = useGo();
  const phone = usePhone();
  const wide = useWide();
  const roomForLists = useMedia('(min-width: 1360px)');
  const [help, setHelp] = useState(false);
  const [panel, setPanel] = useState(false);
  const [assigning, setAssigning] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const words = useProblemWords();
  const marks = useMarks(account.id, open);

  const page = useDeskList(account.id, list);
  const now = useNow(paceOf(page.data?.pages.flatMap((each) => each.items) ?? []));
  const team = useQuery(reads.team(account.id));
  const single = useQuery({ ...reads.deskConversation(account.id, open ?? ''), enabled: open !== null });
  const socket = useDeskSocket(account.id);
  const minute = Math.floor(now / 60_000) * 60_000;
  // sorted within each page, so that what comes later stands below what one has seen
  const rows = useMemo(
    () => once((page.data?.pages ?? []).flatMap((each) => [...each.items].sort(byWindow(minute)))),
    [page.data, minute],
  );
  const ids = rows.map((row) => row.id);
  const current = rows.find((row) => row.id === open) ?? single.data ?? null;
  const href = useCallback(
    (id: string | null) => `/${account.id}/desk/${list}${id === null ? '' : `/${id}`}`,
    [account.id, list],
  );

  const agents = (team.data?.items ?? []).filter((member) => member.role === 'owner' || member.role === 'agent');

  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['account', account.id, 'desk'] });
    void queries.invalidateQueries({ queryKey: ['account', account.id, 'conversation'] });
  };
  const failed = (error: unknown) =>
    toast({ message: words(problemOf(error)).title, detail: words(problemOf(error)).detail });
  const assign = useMutation({
    mutationFn: ({ id, to }: { id: string; to: string | null }) =>
      api<DeskConversation>(`/accounts/${account.id}/conversations/${id}/assignment`, {
        method: 'PUT',
        body: { assignee: to },
      }),
    onSettled: refresh,
    onError: failed,
  });
  const change = useMutation({
    mutationFn: ({ id, state }: { id: string; state: 'open' | 'closed' }) =>
      api<DeskConversation>(`/accounts/${account.id}/conversations/${id}/state`, { method: 'PUT', body: { state } }),
    onSettled: refresh,
    onError: failed,
  });

  function assignTo(row: DeskConversation, to: { id: string; name: string } | null) {
    const before = row.assignee?.id ?? null;
    assign.mutate({ id: row.id, to: to?.id ?? null });
    toast({
      message:
        to === null
          ? t('desk.didUnassign', { follower: row.follower.name })
          : to.id === me.id
            ? t('desk.didTake', { follower: row.follower.name })
            : t('desk.didAssign', { follower: row.follower.name, name: to.name }),
      undo: () => assign.mutate({ id: row.id, to: before }),
    });
  }

  function close(row: DeskConversation, goOn: boolean) {
    const next = step(ids, row.id, 1);
    change.mutate({ id: row.id, state: 'closed' });
    toast({
      message: t('desk.didClose', { follower: row.follower.name }),
      undo: () => change.mutate({ id: row.id, state: 'open' }),
    });
    if (goOn) go(href(next === row.id ? null : next));
  }

  const takeNext = async () => {
    const [waiting, unassigned] = await Promise.all(
      (['waiting', 'unassigned'] as const).map((each) =>
        queries.fetchQuery({ ...reads.desk(account.id, each), staleTime: 0 }),
      ),
    );
    const first =
      waiting!.items.find((row) => row.assignee === null) ?? [...unassigned!.items].sort(byWindow(Date.now()))[0];
    if (first === undefined) return void toast({ message: t('desk.noneToTake') });
    assignTo(first, { id: me.id, name: me.name });
    go(`/${account.id}/desk/mine/${first.id}`);
  };

  function run(act: DeskAct): boolean {
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
        else box.current?.focus();
        return true;
      case 'answer':
        box.current?.focus();
        return true;
      case 'take':
        void takeNext();
        return true;
      case 'assign':
        if (current !== null) setAssigning(true);
        return true;
      case 'close':
      case 'close-next':
        if (current !== null && current.state === 'open') close(current, act === 'close-next');
        return true;
      case 'unread':
        if (current !== null) {
          marks.add(current.id);
          go(href(null));
        }
        return true;
      case 'help':
        setHelp(true);
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

  const assigned = ({ assignee }: DeskConversation) =>
    assignee === null ? t('desk.assign') : assignee.id === me.id ? t('desk.you') : assignee.name;
  const { hasNextPage, isFetching, fetchNextPage } = page;
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const left = rows.length - 1 - rows.findIndex((row) => row.id === open);
  useEffect(() => {
    if (left < 5) more(); // J and K go on where the page ends
  }, [left, more]);

  useEffect(() => {
    if (open !== null && !window.matchMedia('(pointer: coarse)').matches) box.current?.focus();
  }, [open]);

  const listNames: Record<DeskList, string> = {
    waiting: t('desk.listWaiting'),
    mine: t('desk.listMine'),
    unassigned: t('desk.listUnassigned'),
    all: t('desk.listAll'),
    closed: t('desk.listClosed'),
  };
  const counts = page.data?.pages[0]?.counts;
  const showList = !phone || open === null;
  const showThread = !phone || open !== null;

  return (
    <Page
      title={t('desk.title')}
      flush
      actions={
        <Button
          variant="default"
          size="xs"
          onClick={() => void takeNext()}
          rightSection={phone ? undefined : <Key>N</Key>}
        >
          {t('desk.takeNext')}
        </Button>
      }
    >
      {socket.state === 'offline' && (
        <div className={styles.offline} role="status">
          <span>{t('desk.offline')}</span>
          <button type="button" className="p-link" onClick={socket.retryNow}>
            {t('desk.tryNow')}
          </button>
        </div>
      )}
      <div className={styles.desk}>
        {roomForLists && (
          <nav className={styles.lists} aria-label={t('desk.lists')}>
            <ul>
              {DESK_LISTS.map((each) => {
                const Icon = ICONS[each];
                return (
                  <li key={each}>
                    <RouteLink
                      to={`/${account.id}/desk/${each}`}
                      className={styles.listItem}
                      aria-current={each === list ? 'page' : undefined}
                    >
                      <Icon size={18} strokeWidth={1.9} aria-hidden />
                      <span>{listNames[each]}</span>
                      <b>{counts?.[each] ?? ''}</b>
                    </RouteLink>
                  </li>
                );
              })}
            </ul>
            <div className={styles.hints}>
              <span>
                <Key>J</Key> <Key>K</Key> {t('desk.hintMove')}
              </span>
              <span>
                <Key>R</Key> {t('desk.hintAnswer')} <Key>E</Key> {t('desk.hintClose')}
              </span>
              <button type="button" className="p-link" onClick={() => setHelp(true)}>
                <Key>?</Key> {t('desk.allKeys')}
              </button>
            </div>
          </nav>
        )}
        {showList && (
          <section className={styles.conversations} aria-label={listNames[list]}>
            <div className={styles.columnHead}>
              {roomForLists ? (
                <h2>
                  {listNames[list]} <span>{counts?.[list] ?? ''}</span>
                </h2>
              ) : (
                <Menu position="bottom-start" {...MENU}>
                  <Menu.Target>
                    <Button variant="subtle" color="gray" rightSection={<ChevronDown size={16} aria-hidden />}>
                      {listNames[list]} {counts?.[list] ?? ''}
                    </Button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    {DESK_LISTS.map((each) => (
                      <Menu.Item
                        key={each}
                        rightSection={counts?.[each] ?? ''}
                        onClick={() => go(`/${account.id}/desk/${each}`)}
                      >
                        {listNames[each]}
                      </Menu.Item>
                    ))}
                  </Menu.Dropdown>
                </Menu>
              )}
              <span className={styles.sorted}>{t('desk.sorted')}</span>
            </div>
            <div className={styles.scroll}>
              {page.isError ? (
                <Failed what={t('desk.listFailed')} error={page.error} retry={() => void page.refetch()} />
              ) : page.data === undefined ? (
                <div className={styles.pad}>
                  <Loading rows={8} label={t('loading')} />
                </div>
              ) : rows.length === 0 ? (
                <Empty
                  title={t('desk.emptyTitle')}
                  text={list === 'waiting' ? t('desk.emptyWaiting') : t('desk.emptyOther')}
                />
              ) : (
                <ConversationList
                  rows={rows}
                  more={page.hasNextPage ? more : null}
                  loadingMore={page.isFetchingNextPage}
                  open={open}
                  now={now}
                  href={href}
                  label={listNames[list]}
                  me={me.id}
                  marked={marks.ids}
                />
              )}
            </div>
          </section>
        )}
        {showThread &&
          (open === null ? (
            <div className={styles.nothingOpen}>
              <Empty title={t('desk.nothingOpen')} text={t('desk.nothingOpenWhy')} />
            </div>
          ) : current === null ? (
            <div className={styles.nothingOpen}>
              {single.isError ? (
                <Failed what={t('desk.threadFailed')} error={single.error} retry={() => void single.refetch()} />
              ) : (
                <div className={styles.pad}>
                  <Loading rows={8} label={t('loading')} />
                </div>
              )}
            </div>
          ) : (
            <section
              className={styles.conversation}
              aria-label={t('desk.conversationWith', { name: current.follower.name })}
            >
              <div className={styles.columnHead}>
                {phone && (
                  <ActionIcon aria-label={t('desk.toList')} onClick={() => go(href(null))}>
                    <ArrowLeft size={18} strokeWidth={1.9} aria-hidden />
                  </ActionIcon>
                )}
                <div className={styles.headName}>
                  <h2>{current.follower.name}</h2>
                  <HeadWindow conversation={current} now={now} />
                </div>
                <Menu position="bottom-end" opened={assigning} onChange={setAssigning} trapFocus {...MENU}>
                  <Menu.Target>
                    <Button
                      variant="default"
                      size="xs"
                      leftSection={phone ? undefined : <CircleUserRound size={16} aria-hidden />}
                      rightSection={<ChevronDown size={14} aria-hidden />}
                      aria-label={phone ? assigned(current) : undefined}
                    >
                      {phone ? <CircleUserRound size={16} aria-hidden /> : assigned(current)}
                    </Button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item
                      rightSection={current.assignee?.id === me.id ? <Check size={16} aria-hidden /> : null}
                      onClick={() => assignTo(current, { id: me.id, name: me.name })}
                    >
                      {t('desk.assignMe')}
                    </Menu.Item>
                    {agents
                      .filter((member) => member.user.id !== me.id)
                      .map((member) => (
                        <Menu.Item
                          key={member.user.id}
                          rightSection={
                            current.assignee?.id === member.user.id ? <Check size={16} aria-hidden /> : null
                          }
                          onClick={() => assignTo(current, { id: member.user.id, name: member.user.name })}
                        >
                          {member.user.name}
                        </Menu.Item>
                      ))}
                    {current.assignee !== null && (
                      <Menu.Item onClick={() => assignTo(current, null)}>{t('desk.assignNobody')}</Menu.Item>
                    )}
                  </Menu.Dropdown>
                </Menu>
                {current.state === 'open' ? (
                  <Button
                    size="xs"
                    variant="light"
                    leftSection={<Check size={16} aria-hidden />}
                    rightSection={phone ? undefined : <Key>E</Key>}
                    onClick={() => close(current, false)}
                  >
                    {t('desk.close')}
                  </Button>
                ) : (
                  <Button
                    size="xs"
                    variant="default"
                    leftSection={<RotateCcw size={16} aria-hidden />}
                    onClick={() => change.mutate({ id: current.id, state: 'open' })}
                  >
                    {t('desk.reopen')}
                  </Button>
                )}
                {!wide && (
                  <ActionIcon aria-label={t('desk.follower')} onClick={() => setPanel(true)}>
                    <Info size={18} strokeWidth={1.9} aria-hidden />
                  </ActionIcon>
                )}
              </div>
              <OpenThread
                key={current.id}
                conversation={current}
                socket={socket}
                now={now}
                box={box}
                accountName={account.name}
                myName={me.name}
                account={account.id}
              />
            </section>
          ))}
        {wide && current !== null && <FollowerPanel conversation={current} now={now} />}
      </div>
      {!wide && current !== null && (
        <Drawer
          opened={panel}
          onClose={() => setPanel(false)}
          position="right"
          size={320}
          padding={0}
          title={t('desk.follower')}
          closeButtonProps={{ 'aria-label': t('close') }}
        >
          <FollowerPanel conversation={current} now={now} />
        </Drawer>
      )}
      <Sheet opened={help} onClose={() => setHelp(false)} title={t('desk.keysTitle')}>
        <dl className={styles.keys}>
          {DESK_KEYS.map((each) => (
            <div key={each.act}>
              <dt>
                {each.shown.map((name) => (
                  <Key key={name} name={name} />
                ))}
              </dt>
              <dd>{t(`desk.key.${each.act}`)}</dd>
            </div>
          ))}
        </dl>
      </Sheet>
    </Page>
  );
}

/** A conversation that moved up while the next page was read stands in both. */
function once(rows: DeskConversation[]): DeskConversation[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
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

function HeadWindow({ conversation, now }: { conversation: DeskConversation; now: number }) {
  const { t } = useTranslation('dashboard');
  const at = windowAt(conversation.window, now);
  const format = useFormat();
  if (at.state !== 'open') return <p>{t('desk.cannotWrite')}</p>;
  return (
    <p data-urgent={at.urgent || undefined}>
      <Hourglass size={14} strokeWidth={1.9} aria-hidden />{' '}
      {t('desk.youCanWrite', { left: format.timeLeft(at.closesAt, new Date(now)) })}
    </p>
  );
}

interface OpenThreadProps {
  account: string;
  conversation: DeskConversation;
  socket: DeskSocket;
  now: number;
  box: RefObject<HTMLTextAreaElement | null>;
  accountName: string;
  myName: string;
}

function OpenThread({ account, conversation, socket, now, box, accountName, myName }: OpenThreadProps) {
  const { t } = useTranslation('dashboard');
  const it = useThread(account, conversation, socket);
  const [writing, setWriting] = useState(false);
  const { listen } = socket;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listen((frame) => {
      if (frame.type !== 'typing' || frame.conversation !== conversation.id || frame.party !== conversation.follower.id)
        return;
      setWriting(frame.active);
      clearTimeout(timer);
      if (frame.active) timer = setTimeout(() => setWriting(false), 8_000);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [listen, conversation.id, conversation.follower.id]);

  return (
    <>
      <ThreadView
        thread={it.thread}
        loaded={it.loaded}
        failed={it.failed}
        retryLoad={it.reload}
        older={it.older}
        retry={it.retry}
        drop={it.drop}
        followerName={conversation.follower.name}
      />
      <p className={styles.writing}>{writing ? t('desk.isWriting', { name: conversation.follower.name }) : ''}</p>
      <AnswerBox
        conversation={conversation}
        accountName={accountName}
        myName={myName}
        now={now}
        box={box}
        onAnswer={it.answer}
        onTyping={it.typing}
      />
    </>
  );
}
