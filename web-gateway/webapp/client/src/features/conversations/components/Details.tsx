import { ActionIcon, Button, Switch } from '@mantine/core';
import { AtSign, Ban, BellOff, CalendarDays, Flag, Image as ImageIcon, Pin, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import type { Conversation } from '@shared/protocol/types';
import { VerifiedBadge } from '@shared/ui/PartyName';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { useInbox } from '../context';
import css from './Details.module.css';

export interface DetailsProps {
  conversation: Conversation;
  onClose: () => void;
  onMute: (muted: boolean) => void;
  onPin: (pinned: boolean) => void;
  onBlock?: () => void;
  onReport: () => void;
  /** Below the head: an account's dosage and the like. */
  children?: ReactNode;
}

/** Who this is, and what one has set for the conversation. */
export function Details({ conversation, onClose, onMute, onPin, onBlock, onReport, children }: DetailsProps) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const thread = useInbox((inbox) => inbox.threads[conversation.id]);
  const { party, muted, pinned } = conversation;
  const images = (thread?.messages ?? [])
    .flatMap((one) => (one.body.type === 'image' ? [{ id: one.id, body: one.body }] : []))
    .slice(-6)
    .reverse();
  return (
    <aside className={css.details} aria-label={t('details.label')}>
      <header className={css.header}>
        <h2>{t('details.title')}</h2>
        <ActionIcon onClick={onClose} aria-label={t('details.close')}>
          <X size={20} strokeWidth={1.9} />
        </ActionIcon>
      </header>
      <div className={css.scroll}>
        <div className={css.head}>
          <PartyPicture party={party} size={88} online={conversation.online} />
          <h3 className={css.name}>
            <bdi>{party.name}</bdi>
            {party.verified ? <VerifiedBadge size={19} /> : null}
          </h3>
          {party.handle ? <p className={css.handle}>@{party.handle}</p> : null}
          <div className={css.acts}>
            <Button
              variant="light"
              size="compact-md"
              leftSection={<BellOff size={16} strokeWidth={1.9} />}
              aria-pressed={muted}
              onClick={() => onMute(!muted)}
            >
              {muted ? t('act.unmute') : t('act.mute')}
            </Button>
            <Button
              variant="light"
              size="compact-md"
              leftSection={<Pin size={16} strokeWidth={1.9} />}
              aria-pressed={pinned}
              onClick={() => onPin(!pinned)}
            >
              {pinned ? t('act.unpin') : t('act.pin')}
            </Button>
          </div>
        </div>
        {children}
        <section className={css.section}>
          <div className={css.fact}>
            <CalendarDays size={18} strokeWidth={1.9} aria-hidden="true" />
            <span>
              {party.kind === 'account'
                ? t('details.follow-since', {
                    date: format.shortDate(conversation.follow?.since ?? conversation.createdAt),
                  })
                : t('details.contact-since', { date: format.monthAndYear(conversation.createdAt) })}
            </span>
          </div>
          {party.handle && party.kind === 'user' ? (
            <div className={css.fact}>
              <AtSign size={18} strokeWidth={1.9} aria-hidden="true" />
              <span>{party.handle}</span>
            </div>
          ) : null}
          <div className={css.fact}>
            <BellOff size={18} strokeWidth={1.9} aria-hidden="true" />
            <span>
              {t('details.muted')}
              <small>{muted ? t('details.muted-on') : t('details.muted-off')}</small>
            </span>
            <Switch
              aria-label={t('details.muted')}
              checked={muted}
              onChange={(event) => onMute(event.currentTarget.checked)}
            />
          </div>
        </section>
        {images.length > 0 ? (
          <section className={css.section}>
            <h4 className={css.label}>
              <ImageIcon size={14} strokeWidth={1.9} aria-hidden="true" /> {t('details.media')}
            </h4>
            <ul className={css.media}>
              {images.map(({ id, body }) => (
                <li key={id}>
                  <a href={body.url} target="_blank" rel="noopener noreferrer">
                    <img
                      src={body.thumbnailUrl}
                      alt={body.description || t('shared:message.image-without-description')}
                      style={{ background: body.placeholderColor }}
                      loading="lazy"
                      decoding="async"
                    />
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <section className={css.foot}>
          {onBlock ? (
            <button className={css.quiet} onClick={onBlock}>
              <Ban size={16} strokeWidth={1.9} aria-hidden="true" /> {t('act.block')}
            </button>
          ) : null}
          <button className={css.quiet} onClick={onReport}>
            <Flag size={16} strokeWidth={1.9} aria-hidden="true" /> {t('act.report')}
          </button>
        </section>
      </div>
    </aside>
  );
}
