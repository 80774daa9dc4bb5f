import type { MessageBody } from '@shared/protocol/types';

/** One line that names a push message: its title, its first line, or the words of its picture. */
export function titleOf(body: MessageBody, picture: string): string {
  switch (body.type) {
    case 'text':
      return body.text.split('\n', 1)[0] ?? '';
    case 'image':
      return body.caption?.split('\n', 1)[0] || body.description || picture;
    case 'article':
      return body.title;
    default:
      return body satisfies never;
  }
}
