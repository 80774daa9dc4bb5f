import type { BodyView, QuickReply } from '@shared/protocol/bodies';
import type { Conversation, Message } from '@shared/protocol/types';
import { isMine } from './inbox';

/** The quick replies of the newest message, while it is the newest and nothing of mine is on its way. */
export function repliesOf(
  conversation: Pick<Conversation, 'party'>,
  messages: readonly Message[],
  waiting: number,
): { message: number; replies: readonly QuickReply[] } | null {
  const newest = messages.at(-1);
  if (!newest || waiting > 0 || isMine(newest, conversation)) return null;
  const replies = offeredBy(newest.body);
  return replies.length > 0 ? { message: newest.sequence, replies } : null;
}

/** Of several bodies those of the last one count. */
function offeredBy(body: BodyView): readonly QuickReply[] {
  if (body.type === 'several') return body.bodies.length > 0 ? offeredBy(body.bodies.at(-1)!) : [];
  return body.quickReplies ?? [];
}
