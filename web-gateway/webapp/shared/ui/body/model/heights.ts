import type { BodyView } from '../../../protocol/bodies';

/** About how high a message will be, in pixels: rows keep so much room until they are measured. */
export function heightOf(body: BodyView): number {
  switch (body.type) {
    case 'text':
      return 39 + Math.floor(body.text.length / 60) * 21;
    case 'image':
    case 'video':
      return 260;
    case 'voice':
    case 'file':
      return 74;
    case 'audio':
      return 80;
    case 'location':
      return 266;
    case 'sticker':
      return 152;
    case 'article':
      return body.cover ? 290 : 100;
    case 'articles':
      return 190 + 64 * (body.items.length - 1);
    case 'card':
      return (body.cover ? 181 : 0) + 80 + 40 * body.actions.length;
    case 'carousel':
      return 310;
    case 'list':
    case 'confirm':
      return 120;
    case 'form':
      return 180;
    case 'layout':
      return 320;
    case 'answers':
      return 50 + 44 * body.items.length;
    case 'several':
      return body.bodies.reduce((sum, one) => sum + heightOf(one) + 2, 0);
    default:
      return 39;
  }
}
