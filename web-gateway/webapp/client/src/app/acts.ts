import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@shared/api/http';
import type { Conversation } from '@shared/protocol/types';
import { useProblemWords } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';
import { block, unblock } from '@client/features/blocked/api';
import { removeContact } from '@client/features/contacts/api';
import { useConversations } from '@client/features/conversations';
import { useAccountActs } from './accounts/AccountActs';

/** Acts on a conversation: done at once, taken back for ten seconds. */
export function useConversationActs() {
  const { t } = useTranslation('client');
  const store = useConversations();
  const queries = useQueryClient();
  const words = useProblemWords();
  const accounts = useAccountActs();

  const failed = (error: unknown) => {
    const { title, detail } = words(problemOf(error));
    toast({ message: title, detail });
  };

  const mute = (conversation: Conversation, muted: boolean) => {
    if (conversation.follow) return accounts.mute(conversation.party, muted);
    store.settings(conversation, { muted }).then(
      () =>
        toast({
          about: `mute ${conversation.party.id}`,
          message: t(muted ? 'act.muted' : 'act.unmuted', { name: conversation.party.name }),
          undo: () => void store.settings({ ...conversation, muted }, { muted: !muted }).catch(failed),
        }),
      failed,
    );
  };

  const pin = (conversation: Conversation, pinned: boolean) => {
    void store.settings(conversation, { pinned }).catch(failed);
  };

  const blockParty = (conversation: Conversation) => {
    const { party } = conversation;
    block(party).then(() => {
      void queries.invalidateQueries({ queryKey: ['blocks'] });
      void queries.invalidateQueries({ queryKey: ['contacts'] });
      toast({
        message: t('act.blocked', { name: party.name }),
        undo: () =>
          void unblock(party).then(() => {
            void queries.invalidateQueries({ queryKey: ['blocks'] });
            void queries.invalidateQueries({ queryKey: ['contacts'] });
          }, failed),
      });
    }, failed);
  };

  /** Nobody hears of it before the ten seconds are over: until then nothing has happened. */
  const remove = (conversation: Conversation) => {
    const { party } = conversation;
    toast({
      message: t('act.contact-removed', { name: party.name }),
      undo: () => undefined,
      expired: () => {
        removeContact(party.id).then(() => {
          void queries.invalidateQueries({ queryKey: ['contacts'] });
          void store.load();
        }, failed);
      },
    });
  };

  return { mute, pin, block: blockParty, removeContact: remove };
}
