import type { BodyView } from '@shared/protocol/bodies';

/** One line that names a push message: its title, its first line, or the words of its picture. */
export function titleOf(body: BodyView, picture: string): string {
  switch (body.type) {
    case 'text':
      return firstLine(body.text);
    case 'image':
    case 'video':
      return firstLine(body.caption) || body.description || picture;
    case 'article':
    case 'audio':
    case 'form':
      return body.title;
    case 'articles':
      return body.items[0]?.title ?? '';
    case 'card':
      return body.title || firstLine(body.text);
    case 'carousel':
      return body.cards[0]?.title || firstLine(body.cards[0]?.text);
    case 'list':
      return body.header || firstLine(body.text);
    case 'confirm':
      return firstLine(body.text);
    case 'several':
      return body.bodies[0] ? titleOf(body.bodies[0], picture) : '';
    default:
      return body.alternative || picture;
  }
}

function firstLine(text: string | null | undefined): string {
  return text?.split('\n', 1)[0] ?? '';
}
