import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Instant } from '@shared/protocol/types';
import { usePreview } from '@shared/ui/preview';
import { shownBody } from '@shared/socket/outbox';
import { useTouch } from '@shared/ui/layout';
import { SkeletonRows, useSkeleton } from '@shared/ui/Skeleton';
import { useInbox, useOutbox } from '../context';
import { useDrafts } from '../drafts';
import { lastAt } from '../model/list';
import { ConversationRow } from './ConversationRow';
import css from './ConversationList.module.css';
import { useSettledOrder } from './useSettledOrder';

export interface ConversationListProps {
  /** In their order. */
  conversations: Conversation[];
  selected: string | null;
  onOpen: (id: string) => void;
  /** The digest stands at this time among the others. */
  digest?: { at: Instant; row: ReactNode } | null;
  onMenu: (conversation: Conversation, at: { x: number; y: number }) => void;
  onPrefetch?: (id: string) => void;
  empty: ReactNode;
}

export const DIGEST = 'digest';

/** The list: virtual, one tab stop, arrows inside. */
export function ConversationList({
  conversations,
  selected,
  onOpen,
  digest,
  onMenu,
  onPrefetch,
  empty,
}: ConversationListProps) {
  const { t } = useTranslation('client');
  const loaded = useInbox((inbox) => inbox.loaded);
  const typing = useInbox((inbox) => inbox.typing);
  const drafts = useDrafts();
  const outbox = useOutbox();
  const preview = usePreview();
  const skeleton = useSkeleton(!loaded);
  const touch = useTouch();
  const rowPx = touch ? 72 : 64;
  const scroll = useRef<HTMLDivElement>(null);
  const hover = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keys = useMemo(() => {
    const ids = conversations.map((one) => one.id);
    if (!digest) return ids;
    const place = conversations.findIndex((one) => !one.pinned && lastAt(one) < digest.at);
    ids.splice(place === -1 ? ids.length : place, 0, DIGEST);
    return ids;
  }, [conversations, digest]);
  const { order, handlers } = useSettledOrder(keys);
  const byId = useMemo(() => new Map(conversations.map((one) => [one.id, one])), [conversations]);

  const virtual = useVirtualizer({
    count: order.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => order[index] ?? index,
    overscan: 6,
    paddingStart: 4,
    paddingEnd: 12,
  });
  useEffect(() => virtual.measure(), [rowPx, virtual]);

  const focusRow = useCallback(
    (index: number) => {
      const key = order[Math.max(0, Math.min(order.length - 1, index))];
      if (key === undefined) return;
      virtual.scrollToIndex(order.indexOf(key));
      requestAnimationFrame(() =>
        scroll.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus(),
      );
    },
    [order, virtual],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const key = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')?.dataset.key;
    const index = key ? order.indexOf(key) : -1;
    const moves: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: order.length - 1 };
    const target = moves[event.key];
    if (target !== undefined && !event.altKey) {
      event.preventDefault();
      focusRow(target);
    }
    if ((event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) && key) {
      const one = byId.get(key);
      const box = (event.target as HTMLElement).getBoundingClientRect();
      if (one) {
        event.preventDefault();
        // once this keystroke is over: a menu drawn within it hears the rest of it and closes
        setTimeout(() => onMenu(one, { x: box.left + 60, y: box.top + 40 }), 0);
      }
    }
  };
  const onContextMenu = (event: MouseEvent) => {
    const key = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')?.dataset.key;
    const one = key ? byId.get(key) : undefined;
    if (!one) return;
    event.preventDefault();
    onMenu(one, { x: event.clientX, y: event.clientY });
  };
  const onOver = (event: MouseEvent) => {
    const key = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')?.dataset.key;
    clearTimeout(hover.current);
    if (key && key !== DIGEST) hover.current = setTimeout(() => onPrefetch?.(key), 80);
  };

  if (!loaded) return <div className={css.scroll}>{skeleton ? <SkeletonRows rows={9} /> : null}</div>;
  if (order.length === 0) return <div className={css.scroll}>{empty}</div>;
  const tabStop = selected && order.includes(selected) ? selected : order[0];
  return (
    <div
      ref={scroll}
      className={css.scroll}
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
      onMouseOver={onOver}
      {...handlers}
    >
      <ul className={css.list} style={{ height: virtual.getTotalSize() }} aria-label={t('list.label')}>
        {virtual.getVirtualItems().map((item) => {
          const key = order[item.index]!;
          const one = byId.get(key);
          const mine = one ? outbox.filter((entry) => entry.conversation === key) : [];
          const waiting = mine.at(-1);
          return (
            <li key={item.key} className={css.item} style={{ height: rowPx, transform: `translateY(${item.start}px)` }}>
              <a
                className={css.link}
                href={key === DIGEST ? '/digest' : `/c/${key}`}
                data-key={key}
                tabIndex={key === tabStop ? 0 : -1}
                aria-current={key === selected ? 'page' : undefined}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
                  event.preventDefault();
                  onOpen(key);
                }}
              >
                {one ? (
                  <ConversationRow
                    conversation={one}
                    draft={key === selected ? undefined : drafts[key]}
                    typing={typing[key] !== undefined}
                    waiting={
                      waiting
                        ? {
                            text: preview(shownBody(waiting)),
                            failed: waiting.refused !== null,
                          }
                        : null
                    }
                  />
                ) : (
                  digest?.row
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
