import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PictureView } from '../../protocol/bodies';
import css from './body.module.css';

interface Props {
  image: PictureView;
  /** Width to height; the picture's own within reason when not given. */
  ratio?: number | string;
  onOpen?: (image: PictureView) => void;
  children?: ReactNode;
  /** It only repeats what stands beside it. */
  decorative?: boolean;
}

/** A picture with room kept for it, in its placeholder colour until it is there. */
export function Picture({ image, ratio, onOpen, children, decorative }: Props) {
  const { t } = useTranslation('shared');
  const own = Math.min(2.4, Math.max(0.62, (image.widthPx || 4) / (image.heightPx || 3)));
  const picture =
    image.thumbnailUrl || image.url ? (
      <img
        src={image.thumbnailUrl || image.url}
        srcSet={image.thumbnailUrl && image.url ? `${image.thumbnailUrl} 1x, ${image.url} 2x` : undefined}
        alt={decorative ? '' : image.description || t('message.image-without-description')}
        width={image.widthPx || undefined}
        height={image.heightPx || undefined}
        loading="lazy"
        decoding="async"
      />
    ) : null;
  return (
    <span className={css.picture} style={{ aspectRatio: String(ratio ?? own), background: image.placeholderColor }}>
      {onOpen ? (
        <button type="button" className={css.open} onClick={() => onOpen(image)}>
          {picture}
        </button>
      ) : (
        picture
      )}
      {children}
    </span>
  );
}
