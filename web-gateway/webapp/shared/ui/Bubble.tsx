import { Bot, ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cover, ImageBody, MessageBody } from '../protocol/types';
import { useFormat } from '../format/useFormat';
import css from './Bubble.module.css';
import { Ticks, type TickState } from './Ticks';
import { linked } from './links';

export interface BubbleProps {
  body: MessageBody;
  mine: boolean;
  sentAt: string;
  /** Place within a group of messages of one side. */
  position?: 'only' | 'first' | 'middle' | 'last';
  ticks?: TickState;
  automatic?: boolean;
  /** The team member who wrote it, for the account's side. */
  author?: string | null;
  /** Under the body: push label, refusal and the like. */
  foot?: ReactNode;
  onOpenImage?: (image: ImageBody | Cover) => void;
  onOpenLink?: () => void;
}

/** One message as a bubble: text, image or article; a body unknown here says so. */
export function Bubble({
  body,
  mine,
  sentAt,
  position = 'only',
  ticks,
  automatic,
  author,
  foot,
  onOpenImage,
  onOpenLink,
}: BubbleProps) {
  const { t } = useTranslation('shared');
  const format = useFormat();
  const meta = (
    <span className={css.meta}>
      {author ? <bdi className={css.author}>{author}</bdi> : null}
      <time dateTime={sentAt} title={format.fullTime(sentAt)}>
        {format.clock(sentAt)}
      </time>
      {ticks ? <Ticks state={ticks} /> : null}
    </span>
  );
  return (
    <div className={css.place} data-mine={mine || undefined}>
      {automatic ? (
        <span className="p-tag" data-role="machine">
          <Bot size={13} strokeWidth={1.9} aria-hidden="true" />
          {t('message.automatic')}
        </span>
      ) : null}
      <div
        className={css.bubble}
        data-position={position}
        data-failed={ticks === 'failed' || undefined}
        data-kind={body.type}
      >
        {content()}
        {foot ? <div className={css.foot}>{foot}</div> : null}
      </div>
    </div>
  );

  function content(): ReactNode {
    switch (body.type) {
      case 'text':
        return (
          <p className={css.text} dir="auto">
            {linked(body.text, onOpenLink)}
            <span className={css.room} data-ticks={ticks ? true : undefined} data-author={author ? true : undefined} />
            {meta}
          </p>
        );
      case 'image':
        return (
          <>
            <Picture image={body} onOpen={onOpenImage} overlay={body.caption ? null : meta} />
            {body.caption ? (
              <p className={css.text} dir="auto">
                {linked(body.caption, onOpenLink)}
                <span className={css.room} data-ticks={ticks ? true : undefined} />
                {meta}
              </p>
            ) : null}
          </>
        );
      case 'article':
        return (
          <a className={css.article} href={body.link} target="_blank" rel="noopener noreferrer" onClick={onOpenLink}>
            {body.cover ? <Picture image={body.cover} /> : null}
            <span className={css.articleText}>
              <strong className={css.articleTitle} dir="auto">
                {body.title}
              </strong>
              {body.summary ? (
                <span className={css.summary} dir="auto">
                  {body.summary}
                </span>
              ) : null}
              <span className={css.link}>
                <ExternalLink size={13} strokeWidth={1.9} aria-hidden="true" />
                {hostOf(body.link)}
                <span className={css.push} />
                {meta}
              </span>
            </span>
          </a>
        );
      default:
        return (
          <p className={css.text}>
            {t('message.unknown')}
            <span className={css.room} />
            {meta}
          </p>
        );
    }
  }
}

function Picture({
  image,
  onOpen,
  overlay,
}: {
  image: ImageBody | Cover;
  onOpen?: (image: ImageBody | Cover) => void;
  overlay?: ReactNode;
}) {
  const { t } = useTranslation('shared');
  const ratio = Math.min(2.4, Math.max(0.62, (image.widthPx || 4) / (image.heightPx || 3)));
  const picture = (
    <img
      src={image.thumbnailUrl}
      srcSet={`${image.thumbnailUrl} 1x, ${image.url} 2x`}
      alt={image.description || t('message.image-without-description')}
      width={image.widthPx}
      height={image.heightPx}
      loading="lazy"
      decoding="async"
    />
  );
  return (
    <span className={css.picture} style={{ aspectRatio: String(ratio), background: image.placeholderColor }}>
      {onOpen ? (
        <button type="button" className={css.open} onClick={() => onOpen(image)}>
          {picture}
        </button>
      ) : (
        picture
      )}
      {overlay ? <span className={css.overlay}>{overlay}</span> : null}
    </span>
  );
}

/** One line for lists, notifications and screen readers. */
export function usePreview(): (body: MessageBody) => string {
  const { t } = useTranslation('shared');
  return (body) => {
    switch (body.type) {
      case 'text':
        return body.text.replace(/\s+/g, ' ');
      case 'image':
        return body.caption
          ? t('message.preview-image', { text: body.caption })
          : body.description
            ? t('message.preview-image', { text: body.description })
            : t('message.preview-image-only');
      case 'article':
        return body.title;
      default:
        return t('message.unknown');
    }
  };
}

function hostOf(link: string): string {
  try {
    return new URL(link).host;
  } catch {
    return link;
  }
}
