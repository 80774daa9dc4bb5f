import { useEffect, useRef } from 'react';
import { Button } from '@mantine/core';
import { AlarmClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { RouteLink } from '@shared/office/RouteLink';
import type { DeskConversation, DeskTag } from '@shared/protocol/types';
import { usePreview } from '@shared/ui/preview';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { TagChip } from './TagMenu';
import { WindowLeft } from './WindowRing';
import styles from './desk.module.css';

interface Props {
  rows: readonly DeskConversation[];
  tags: readonly DeskTag[];
  open: string | null;
  now: number;
  href: (id: string) => string;
  label: string;
  me: string;
  /** Marked as unread on this device. */
  marked: ReadonlySet<string>;
  /** Loads the next page; null at the end. */
  more: (() => void) | null;
  loadingMore: boolean;
}

/** Conversations, whoever must be answered first on top; one tab stop with arrows inside. */
export function ConversationList({ rows, tags, open, now, href, label, me, marked, more, loadingMore }: Props) {
  const { t } = useTranslation(['dashboard', 'desk']);
  const format = useFormat();
  const preview = usePreview();
  const place = useRef<HTMLUListElement>(null);
  const stop = rows.some((row) => row.id === open) ? open : (rows[0]?.id ?? null);

  useEffect(() => {
    place.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  return (
    <>
      <ul
        ref={place}
        className={styles.list}
        aria-label={label}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          const links = [...(place.current?.querySelectorAll('a') ?? [])];
          const next =
            links[links.indexOf(document.activeElement as HTMLAnchorElement) + (event.key === 'ArrowDown' ? 1 : -1)];
          if (next === undefined) return;
          event.preventDefault();
          next.focus();
        }}
      >
        {rows.map((row) => {
          const last = row.lastMessage;
          const ours = last !== null && last.sender.kind === 'account';
          return (
            <li key={row.id}>
              <RouteLink
                to={href(row.id)}
                className={styles.row}
                aria-current={row.id === open ? 'true' : undefined}
                tabIndex={row.id === stop ? 0 : -1}
                data-waiting={row.waitingSince !== null || undefined}
              >
                <PartyPicture
                  party={{ kind: 'follower', id: row.follower.id, name: row.follower.name }}
                  shape={row.follower.shape}
                  size={40}
                />
                <span className={styles.rowBody}>
                  <span className={styles.rowTop}>
                    <strong>{row.follower.name}</strong>
                    {last !== null && <time dateTime={last.sentAt}>{format.listTime(last.sentAt)}</time>}
                  </span>
                  <span
                    className={styles.rowText}
                    dir="auto"
                    data-unread={row.unread > 0 || marked.has(row.id) || undefined}
                  >
                    {last === null
                      ? t('desk.nothingYet')
                      : ours
                        ? t('desk.youSaid', { text: preview(last.body) })
                        : preview(last.body)}
                  </span>
                  <span className={styles.rowFoot}>
                    <RowTags row={row} tags={tags} me={me} />
                    {row.mentioned && (
                      <span className={styles.mention} role="img" aria-label={t('desk:mentionsYou')}>
                        @
                      </span>
                    )}
                    {row.unread > 0 && (
                      <span className={styles.unread} aria-label={t('desk.unread', { count: row.unread })}>
                        {row.unread > 99 ? '99+' : row.unread}
                      </span>
                    )}
                    {row.unread === 0 && marked.has(row.id) && (
                      <span className={styles.mark} role="img" aria-label={t('desk.marked')} />
                    )}
                    {row.snooze === null ? (
                      <WindowLeft window={row.window} now={now} />
                    ) : (
                      <span className={styles.windowLeft}>
                        <AlarmClock size={14} strokeWidth={1.9} aria-hidden />
                        {row.snooze.until === null ? t('desk:untilAnswer') : format.listTime(row.snooze.until)}
                      </span>
                    )}
                  </span>
                </span>
              </RouteLink>
            </li>
          );
        })}
      </ul>
      {more !== null && <More act={more} busy={loadingMore} />}
    </>
  );
}

/** The first tag and how many more there are; without tags who takes care. */
function RowTags({ row, tags, me }: { row: DeskConversation; tags: readonly DeskTag[]; me: string }) {
  const { t } = useTranslation('desk');
  const first = tags.find((tag) => tag.id === row.tags[0]);
  if (first !== undefined) {
    return (
      <>
        <TagChip tag={first} />
        {row.tags.length > 1 && <span>+{row.tags.length - 1}</span>}
      </>
    );
  }
  if (row.assignee === null) return <span>{t('unassigned')}</span>;
  return <span className={styles.assignee}>{row.assignee.id === me ? t('you') : row.assignee.name}</span>;
}

/** The next page comes as its end is reached; the button is for whoever comes by keyboard. */
function More({ act, busy }: { act: () => void; busy: boolean }) {
  const { t } = useTranslation('dashboard');
  const end = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const seen = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && act(), {
      rootMargin: '400px',
    });
    seen.observe(end.current!);
    return () => seen.disconnect();
  }, [act]);
  return (
    <Button ref={end} variant="subtle" m="sm" loading={busy} onClick={act}>
      {t('more')}
    </Button>
  );
}
