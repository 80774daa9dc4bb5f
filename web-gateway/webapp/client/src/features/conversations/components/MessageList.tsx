import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { dayKey } from '@shared/format/time';
import { useFormat } from '@shared/format/useFormat';
import type { PictureView } from '@shared/protocol/bodies';
import type { Conversation, Message } from '@shared/protocol/types';
import { shownBody, type OutboxEntry } from '@shared/socket/outbox';
import { Bubble, loadRich } from '@shared/ui/Bubble';
import { heightOf } from '@shared/ui/body/model/heights';
import type { BodyActs } from '@shared/ui/body/place';
import { usePreview } from '@shared/ui/preview';
import { LiveRegion } from '@shared/ui/LiveRegion';
import { useProblemWords } from '@shared/ui/Refusal';
import { useConversations, useInbox, useOutbox } from '../context';
import { isMine } from '../model/inbox';
import { rowsOf, type Row } from '../model/rows';
import css from './MessageList.module.css';
import { useDisplayed } from './useDisplayed';

const NONE: Message[] = [];
const FOLLOW_PX = 80;

export interface MessageListProps {
  conversation: Conversation;
  /** Under a push message. */
  pushFoot?: (message: Message) => ReactNode;
  /** A way out of a refusal besides trying again. */
  wayOut?: (entry: OutboxEntry) => ReactNode;
  onPush: (message: Message, opened: boolean, link?: string) => void;
  onOpenImage: (image: PictureView) => void;
  /** What the buttons of messages do; null where one cannot write. */
  acts: BodyActs | null;
}

/** The messages: end-anchored and virtual, with the unread marker that stays for the visit. */
export function MessageList({ conversation, pushFoot, wayOut, onPush, onOpenImage, acts }: MessageListProps) {
  const { t } = useTranslation('client');
  const store = useConversations();
  const thread = useInbox((inbox) => inbox.threads[conversation.id]);
  const typing = useInbox((inbox) => inbox.typing[conversation.id] !== undefined);
  const allOutbox = useOutbox();
  const format = useFormat();
  const preview = usePreview();
  const problemWords = useProblemWords();
  const scroll = useRef<HTMLDivElement>(null);
  const messages = thread?.messages ?? NONE;
  const outbox = useMemo(
    () => allOutbox.filter((entry) => entry.conversation === conversation.id),
    [allOutbox, conversation.id],
  );

  // Set once, on opening: above the first message not displayed. It stays until the conversation is left.
  const [openedAt] = useState(() => ({ displayed: conversation.mine.displayed, unread: conversation.unread }));
  const [marker, setMarker] = useState<{ sequence: number; count: number } | null | undefined>(undefined);
  if (marker === undefined && thread) {
    const first = messages.find((one) => one.sequence > openedAt.displayed && !isMine(one, conversation));
    const reached = !thread.hasMore || (messages[0]?.sequence ?? 0) <= openedAt.displayed;
    setMarker(openedAt.unread > 0 && first && reached ? { sequence: first.sequence, count: openedAt.unread } : null);
  }

  const rows = useMemo(
    () => rowsOf({ conversation, messages, outbox, marker: marker ?? null, dayOf: (at) => dayKey(at) }),
    [conversation, messages, outbox, marker],
  );

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => estimate(rows[index]),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
    paddingStart: 12,
    paddingEnd: 8,
  });
  const items = virtual.getVirtualItems();

  useEffect(() => void loadRich(), []);

  /* where the conversation opens */
  const placed = useRef(false);
  const [settled, setSettled] = useState(false);
  const unreadAt = rows.findIndex((row) => row.kind === 'unread');
  const unreadRow = useRef(unreadAt);
  const goToOpening = useCallback(() => {
    const element = scroll.current;
    if (!element) return;
    const end = element.scrollHeight - element.clientHeight;
    const unread = virtual.measurementsCache[unreadRow.current]?.start;
    element.scrollTop = unread === undefined ? end : Math.min(end, unread - 48);
  }, [virtual]);
  useLayoutEffect(() => {
    unreadRow.current = unreadAt;
    if (placed.current || marker === undefined || rows.length === 0) return;
    placed.current = true;
    goToOpening();
  }, [rows, marker, unreadAt, goToOpening]);
  // Rows are measured after they are drawn, so the place is found in a few steps. Older pages wait until then: they
  // would move the rows meanwhile. Whoever scrolls before is left alone.
  useEffect(() => {
    const element = scroll.current;
    if (marker === undefined || !element) return;
    const timers = [16, 50, 100, 160, 230].map((wait) => setTimeout(goToOpening, wait));
    const stop = () => timers.forEach(clearTimeout);
    const settling = setTimeout(() => setSettled(true), 300);
    element.addEventListener('wheel', stop, { passive: true });
    element.addEventListener('touchmove', stop, { passive: true });
    return () => {
      stop();
      clearTimeout(settling);
      element.removeEventListener('wheel', stop);
      element.removeEventListener('touchmove', stop);
    };
  }, [marker, goToOpening]);

  /* The list is anchored here: what is at the end follows, what is read stays where it is when older pages come. */
  const [atEnd, setAtEnd] = useState(true);
  const atEndRef = useRef(true);
  const reading = useRef<{ key: string; offset: number } | null>(null);
  const toEnd = useCallback(() => {
    const go = () => {
      if (scroll.current) scroll.current.scrollTop = scroll.current.scrollHeight;
    };
    go();
    requestAnimationFrame(() => {
      go();
      requestAnimationFrame(go); // new rows have been measured by now
    });
  }, []);
  const look = useCallback(() => {
    const element = scroll.current;
    if (!element) return;
    atEndRef.current = element.scrollHeight - element.scrollTop - element.clientHeight <= FOLLOW_PX;
    setAtEnd(atEndRef.current);
    const first = virtual.measurementsCache.find((item) => item.end > element.scrollTop && !isSeparator(item.key));
    reading.current = first ? { key: String(first.key), offset: element.scrollTop - first.start } : null;
  }, [virtual]);

  const firstKey = rows[0]?.key;
  const firstMessage = messages[0]?.id;
  const lastKey = rows.at(-1)?.key;
  const before = useRef({ firstKey, firstMessage, lastKey });
  useLayoutEffect(() => {
    const element = scroll.current;
    const was = before.current;
    before.current = { firstKey, firstMessage, lastKey };
    if (!element || !settled) return;
    if (was.lastKey !== lastKey && atEndRef.current) toEnd();
    else if (was.firstMessage !== firstMessage && reading.current) {
      const { key, offset } = reading.current;
      const start = virtual.measurementsCache[rows.findIndex((row) => row.key === key)]?.start;
      if (start !== undefined) element.scrollTop = start + offset;
    }
  }, [firstKey, firstMessage, lastKey, rows, settled, toEnd, virtual]);

  /* my own sending goes to the end */
  const lastWaiting = outbox.at(-1)?.key;
  useLayoutEffect(() => {
    if (lastWaiting && placed.current) toEnd();
  }, [lastWaiting, toEnd]);
  useLayoutEffect(() => {
    if (typing && atEndRef.current) toEnd();
  }, [typing, toEnd]);

  /* growth of the composer keeps the last line */
  useEffect(() => {
    const element = scroll.current;
    if (!element) return;
    let height = element.clientHeight;
    const observer = new ResizeObserver(() => {
      if (element.clientHeight !== height && atEndRef.current) toEnd();
      height = element.clientHeight;
      look();
    });
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [look, toEnd]);

  /* older pages load one and a half screens ahead */
  const firstStart = items[0]?.index ?? 0;
  const hasMore = thread?.hasMore ?? false;
  useEffect(() => {
    const element = scroll.current;
    if (!element || !hasMore || !settled) return;
    if (firstStart < 12 || element.scrollTop < element.clientHeight * 1.5) void store.older(conversation.id);
  }, [firstStart, hasMore, settled, messages, store, conversation.id]);

  /* displayed: half in view for half a second in a focused window */
  const byId = useMemo(() => new Map(messages.map((one) => [one.id, one])), [messages]);
  const watch = useDisplayed(
    scroll,
    useCallback(
      (ids: string[]) => {
        let newest = 0;
        for (const id of ids) {
          const message = byId.get(id);
          if (!message) continue;
          if (!isMine(message, conversation)) newest = Math.max(newest, message.sequence);
          if (message.push) onPush(message, false);
        }
        if (newest > 0) store.displayed(conversation.id, newest);
      },
      [byId, conversation, onPush, store],
    ),
  );

  /* what came since one looked away from the end */
  const newest = messages.at(-1);
  const [leftAt, setLeftAt] = useState<number | null>(null);
  if (atEnd && leftAt !== null) setLeftAt(null);
  if (!atEnd && leftAt === null && newest) setLeftAt(newest.sequence);
  const since =
    leftAt === null ? 0 : messages.filter((one) => one.sequence > leftAt && !isMine(one, conversation)).length;

  /* said politely, once */
  const [openedTo, setOpenedTo] = useState<number | null>(null);
  if (openedTo === null && thread) setOpenedTo(newest?.sequence ?? 0);
  const fresh =
    openedTo === null ? [] : messages.filter((one) => one.sequence > openedTo && !isMine(one, conversation));
  const spoken = fresh.length === 0 ? '' : `${conversation.party.name}: ${preview(fresh.at(-1)!.body)}`;

  const unreadAbove = unreadAt >= 0 && items.length > 0 && unreadAt < (virtual.range?.startIndex ?? 0);

  /* arrows walk through the messages */
  const [focused, setFocused] = useState<string | null>(null);
  const readable = rows.filter((row) => row.kind === 'message' || row.kind === 'waiting');
  const tabStop = readable.some((row) => row.key === focused) ? focused : readable.at(-1)?.key;
  const onKeyDown = (event: KeyboardEvent) => {
    const at = readable.findIndex((row) => row.key === tabStop);
    const row = readable[at];
    if (
      !row ||
      (event.target as HTMLElement).closest('a, button, textarea, input, video, [role="group"], [role="dialog"]')
    )
      return;
    const moves: Record<string, number> = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: readable.length - 1 };
    const to = moves[event.key];
    if (to !== undefined && !event.altKey) {
      event.preventDefault();
      const target = readable[Math.max(0, Math.min(readable.length - 1, to))]!;
      setFocused(target.key);
      virtual.scrollToIndex(rows.indexOf(target));
      requestAnimationFrame(() =>
        scroll.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(target.key)}"]`)?.focus(),
      );
    }
    if (
      event.key.toLowerCase() === 'c' &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey &&
      row.kind === 'message'
    ) {
      const { body } = row.message;
      void navigator.clipboard?.writeText(body.type === 'text' ? body.text : preview(body));
    }
  };

  return (
    <div className={css.around}>
      <div ref={scroll} className={css.scroll} onKeyDown={onKeyDown}>
        <ul
          className={css.list}
          style={{ height: virtual.getTotalSize() }}
          aria-label={t('conversation.messages', { name: conversation.party.name })}
        >
          {items.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            const separator = row.kind === 'day' || row.kind === 'unread';
            return (
              <li
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                data-row={row.key}
                className={css.item}
                style={{ transform: `translateY(${item.start}px)` }}
                tabIndex={separator ? undefined : row.key === tabStop ? 0 : -1}
                aria-label={separator ? undefined : sentence(row)}
                onFocus={separator ? undefined : () => setFocused(row.key)}
              >
                {view(row)}
              </li>
            );
          })}
        </ul>
        {typing ? (
          <p className={css.typing}>
            <span className={css.dots} aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {t('conversation.is-typing', { name: conversation.party.name })}
          </p>
        ) : null}
      </div>
      {unreadAbove ? (
        <button
          className={css.float}
          data-place="top"
          onClick={() => virtual.scrollToIndex(unreadAt, { align: 'start' })}
        >
          <ArrowUp size={16} strokeWidth={1.9} aria-hidden="true" />
          {t('conversation.to-unread')}
        </button>
      ) : null}
      {!atEnd ? (
        <button
          className={css.float}
          data-place="bottom"
          aria-label={since > 0 ? t('conversation.new', { count: since }) : t('conversation.to-end')}
          onClick={toEnd}
        >
          <ArrowDown size={16} strokeWidth={1.9} aria-hidden="true" />
          {since > 0 ? t('conversation.new', { count: since }) : null}
        </button>
      ) : null}
      <LiveRegion text={spoken} />
    </div>
  );

  function view(row: Row): ReactNode {
    switch (row.kind) {
      case 'day':
        return (
          <div className={css.day}>
            <time dateTime={row.at}>{format.dayLabel(row.at)}</time>
          </div>
        );
      case 'unread':
        return <div className={css.unread}>{t('conversation.new', { count: row.count })}</div>;
      case 'message': {
        const { message } = row;
        return (
          <div
            className={css.row}
            data-position={row.position}
            ref={!row.mine || message.push ? (element) => watch(element, message.id) : undefined}
          >
            <Bubble
              body={message.body}
              mine={row.mine}
              sentAt={message.sentAt}
              position={row.position}
              ticks={row.ticks}
              automatic={message.automatic}
              acts={acts}
              sequence={message.sequence}
              foot={message.push ? pushFoot?.(message) : undefined}
              onOpenImage={(image) => {
                if (message.push) onPush(message, true);
                onOpenImage(image);
              }}
              onOpenLink={message.push ? (link) => onPush(message, true, link) : undefined}
            />
            {row.lastDisplayed ? <p className={css.displayed}>{t('conversation.displayed')}</p> : null}
          </div>
        );
      }
      case 'waiting': {
        const { entry } = row;
        const words = entry.refused ? problemWords(entry.refused) : null;
        return (
          <div className={css.row} data-position={row.position}>
            <Bubble
              body={shownBody(entry)}
              mine
              sentAt={entry.queuedAt}
              position={row.position}
              ticks={entry.refused ? 'failed' : 'waiting'}
              acts={acts}
              onOpenImage={onOpenImage}
            />
            {words ? (
              <div className={css.refused} role="alert">
                <p>
                  {words.title}. {words.detail}
                </p>
                <p>
                  {wayOut?.(entry)}
                  <button className="p-link" onClick={() => store.retry(entry.key)}>
                    {t('conversation.send-again')}
                  </button>
                  <button className={css.quiet} onClick={() => store.discard(entry.key)}>
                    {t('shared:act.remove')}
                  </button>
                </p>
              </div>
            ) : null}
          </div>
        );
      }
      default:
        return row satisfies never;
    }
  }

  function sentence(row: Row): string | undefined {
    if (row.kind === 'message') {
      const who = row.mine ? t('conversation.you') : conversation.party.name;
      const state = row.ticks ? `, ${t(`shared:ticks.${row.ticks}`)}` : '';
      return `${who}, ${format.clock(row.message.sentAt)}: ${preview(row.message.body)}${state}`;
    }
    if (row.kind === 'waiting') {
      return `${t('conversation.you')}, ${format.clock(row.entry.queuedAt)}: ${preview(shownBody(row.entry))}, ${t(
        row.entry.refused ? 'shared:ticks.failed' : 'shared:ticks.waiting',
      )}`;
    }
    return undefined;
  }
}

function isSeparator(key: unknown): boolean {
  return key === 'unread' || String(key).startsWith('day-');
}

function estimate(row: Row | undefined): number {
  if (!row) return 40;
  if (row.kind === 'day') return 48;
  if (row.kind === 'unread') return 36;
  return heightOf(row.kind === 'message' ? row.message.body : shownBody(row.entry));
}
