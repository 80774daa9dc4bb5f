import { useTranslation } from 'react-i18next';
import type { BodyView, PictureView } from '../protocol/bodies';
import { lengthOf } from './body/model/wave';

/** One line for lists, notifications and screen readers. */
export function usePreview(): (body: BodyView) => string {
  const { t } = useTranslation('shared');
  const named = (kind: 'image' | 'video' | 'audio' | 'file' | 'location' | 'form', text: string | null | undefined) =>
    text ? t(`message.preview-${kind}`, { text }) : t(`message.preview-${kind}-only`);
  const preview = (body: BodyView): string => {
    switch (body.type) {
      case 'text':
        return oneLine(body.text);
      case 'image':
      case 'video':
        return named(body.type, body.caption || body.description);
      case 'audio':
        return named('audio', body.title);
      case 'voice':
        return t('message.preview-voice', { length: lengthOf(body.durationMs) });
      case 'file':
        return named('file', body.name);
      case 'location':
        return named('location', body.name || body.address);
      case 'sticker':
        return t('message.preview-sticker', { text: t(`sticker.${body.sticker}`, { defaultValue: body.sticker }) });
      case 'article':
        return body.title;
      case 'articles':
        return body.items[0]?.title ?? '';
      case 'card':
        return body.title || oneLine(body.text);
      case 'carousel':
        return body.cards[0]?.title || oneLine(body.cards[0]?.text ?? '');
      case 'list':
        return body.header || oneLine(body.text);
      case 'confirm':
      case 'postback':
      case 'pick':
        return oneLine(body.text);
      case 'layout':
        return body.alternative;
      case 'form':
        return named('form', body.title);
      case 'answers':
        return t('message.preview-answers');
      case 'several':
        return body.bodies[0] ? preview(body.bodies[0]) : '';
      default:
        return (body as { alternative?: string | null }).alternative || t('message.unknown');
    }
  };
  return preview;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** The picture that stands for a message where there is room for a small one only. */
export function pictureOf(body: BodyView): PictureView | null {
  switch (body.type) {
    case 'image':
      return body;
    case 'video':
    case 'article':
    case 'card':
      return body.cover ?? null;
    case 'articles':
      return body.items.find((item) => item.cover)?.cover ?? null;
    case 'carousel':
      return body.cards.find((card) => card.cover)?.cover ?? null;
    case 'several':
      return body.bodies.map(pictureOf).find((picture) => picture !== null) ?? null;
    default:
      return null;
  }
}
