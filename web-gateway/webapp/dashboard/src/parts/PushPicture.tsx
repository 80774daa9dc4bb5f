import type { BodyView } from '@shared/protocol/bodies';
import { pictureOf } from '@shared/ui/preview';
import { LayoutTemplate, Newspaper, Type } from 'lucide-react';
import styles from './push.module.css';

const ICONS: Partial<Record<BodyView['type'], typeof Type>> = { text: Type, article: Newspaper, articles: Newspaper };

/** The small picture before a push message: its image or cover, else a sign of its kind. */
export function PushPicture({ body }: { body: BodyView }) {
  const image = pictureOf(body);
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
  const Icon = ICONS[body.type] ?? LayoutTemplate;
  return (
    <span className={styles.thumb} aria-hidden>
      <Icon size={16} strokeWidth={1.9} />
    </span>
  );
}
