import type { MessageBody } from '@shared/protocol/types';
import { Newspaper, Type } from 'lucide-react';
import styles from './push.module.css';

/** The small picture before a push message: its image or cover, else a sign of its kind. */
export function PushPicture({ body }: { body: MessageBody }) {
  const image = body.type === 'image' ? body : body.type === 'article' ? body.cover : null;
  if (image !== null) {
    return (
      <img
        className={styles.thumb}
        src={image.thumbnailUrl}
        alt=""
        width={32}
        height={32}
        loading="lazy"
        decoding="async"
        style={{ backgroundColor: image.placeholderColor }}
      />
    );
  }
  const Icon = body.type === 'article' ? Newspaper : Type;
  return (
    <span className={styles.thumb} aria-hidden>
      <Icon size={16} strokeWidth={1.9} />
    </span>
  );
}
