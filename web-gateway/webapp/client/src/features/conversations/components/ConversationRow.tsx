import { BellOff, Pin } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { badge } from '@shared/format/number';
import { useFormat } from '@shared/format/useFormat';
import type { Conversation } from '@shared/protocol/types';
import { usePreview } from '@shared/ui/preview';
import { PartyName } from '@shared/ui/PartyName';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { Ticks } from '@shared/ui/Ticks';
import { isMine } from '../model/inbox';
import { lastAt } from '../model/list';
import css from './ConversationRow.module.css';

export interface ConversationRowProps {
  conversation: Conversation;
  draft?: string;
  typing: boolean;
  /** Mine that waits or failed is the last entry then. */
  waiting?: { text: string; failed: boolean } | null;
}

/** The content of a row: the same for friends and accounts. Read as one sentence. */
export const ConversationRow = memo(function ConversationRow({
  conversation,
  draft,
  typing,
  waiting,
}: ConversationRowProps) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const preview = usePreview();
  const { party, lastMessage, unread, muted, pinned, theirs } = conversation;
  const mine = lastMessage !== null && isMine(lastMessage, conversation);
  const time = format.listTime(lastAt(conversation));
  const last = waiting ? waiting.text : lastMessage ? preview(lastMessage.body) : t('row.nothing-yet');
  const state =
    lastMessage && lastMessage.sequence <= theirs.displayed
      ? 'displayed'
      : lastMessage && lastMessage.sequence <= theirs.delivered
        ? 'delivered'
        : 'sent';
  const sentence = [
    party.name,
    party.kind === 'account' ? t('row.account') : null,
    party.verified ? t('shared:party.verified') : null,
    conversation.online ? t('row.online') : null,
    unread > 0 ? t('row.unread', { count: unread }) : null,
    draft ? t('row.draft-sentence', { text: draft }) : last,
    time,
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <span className={css.row} data-unread={(unread > 0 && !muted) || undefined}>
      <span className="p-hidden">{sentence}</span>
      <PartyPicture party={party} online={conversation.online} size={44} />
      <span className={css.lines} aria-hidden="true">
        <span className={css.line}>
          <span className={css.name}>
            <PartyName name={party.name} verified={party.verified} />
          </span>
          {muted ? <BellOff className={css.sign} size={14} strokeWidth={1.9} /> : null}
          {mine && !draft && !waiting ? <Ticks state={state} /> : null}
          {waiting ? <Ticks state={waiting.failed ? 'failed' : 'waiting'} /> : null}
          <span className={css.time}>{time}</span>
        </span>
        <span className={css.line}>
          <span className={css.last} dir="auto">
            {typing ? (
              <span className={css.typing}>{t('conversation.typing')}</span>
            ) : draft ? (
              <>
                <span className={css.draft}>{t('row.draft')}</span> {draft}
              </>
            ) : (
              last
            )}
          </span>
          {pinned && unread === 0 ? <Pin className={css.sign} size={14} strokeWidth={1.9} /> : null}
          {unread > 0 ? (
            <span className={css.badge} data-muted={muted || undefined}>
              {badge(unread)}
            </span>
          ) : null}
        </span>
      </span>
    </span>
  );
});
