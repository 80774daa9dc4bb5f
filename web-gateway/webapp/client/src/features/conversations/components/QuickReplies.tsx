import { useTranslation } from 'react-i18next';
import type { Conversation } from '@shared/protocol/types';
import { ActionButton } from '@shared/ui/body/ActionButton';
import { BodyPlaceProvider, type BodyActs } from '@shared/ui/body/place';
import type { repliesOf } from '../model/replies';
import css from './QuickReplies.module.css';

interface Props {
  conversation: Conversation;
  offered: NonNullable<ReturnType<typeof repliesOf>>;
  acts: BodyActs;
  opened?: () => void;
}

/** Above the composer: answers to the newest message, one tap each. */
export function QuickReplies({ conversation, offered, acts, opened }: Props) {
  const { t } = useTranslation('rich');
  return (
    <BodyPlaceProvider value={{ acts, sequence: offered.message, opened }}>
      <ul className={css.replies} aria-label={t('quick-replies', { name: conversation.party.name })}>
        {offered.replies.map((reply, at) => (
          <li key={at}>
            {reply.iconUrl ? (
              <ActionButton action={reply.action} className={css.reply}>
                <img src={reply.iconUrl} alt="" width={18} height={18} />
                <span dir="auto">{reply.action.label}</span>
              </ActionButton>
            ) : (
              <ActionButton action={reply.action} className={css.reply} />
            )}
          </li>
        ))}
      </ul>
    </BodyPlaceProvider>
  );
}
