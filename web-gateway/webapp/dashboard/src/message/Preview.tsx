import { useTranslation } from 'react-i18next';
import type { BodyView, QuickReply } from '@shared/protocol/bodies';
import { Bubble } from '@shared/ui/Bubble';
import css from './message.module.css';

/** Messages as a follower will see them, drawn by the same parts; their buttons are only shown. */
export function Preview({ bodies, at }: { bodies: readonly BodyView[]; at: string }) {
  const last = bodies.at(-1);
  return (
    <>
      {bodies.map((body, index) => (
        <Bubble key={index} body={body} mine={false} sentAt={at} />
      ))}
      {last && last.type !== 'several' ? <Chips replies={last.quickReplies ?? []} /> : null}
    </>
  );
}

/** Quick replies, as they stand above the keyboard. */
export function Chips({ replies }: { replies: readonly QuickReply[] }) {
  const { t } = useTranslation('message');
  const said = replies.filter((reply) => reply.action.label.trim() !== '');
  if (said.length === 0) return null;
  return (
    <ul className={css.chips} aria-label={t('replies.title')}>
      {said.map((reply, at) => (
        <li key={at} dir="auto">
          {reply.action.label}
        </li>
      ))}
    </ul>
  );
}
