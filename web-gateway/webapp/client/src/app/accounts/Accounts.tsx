import type { ReactNode } from 'react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useConversations, useInbox } from '@client/features/conversations';
import { useMyself } from '@shared/session/session';
import { AccountActsProvider, type FollowBook } from './AccountActs';
import { useChangeMe } from './useChangeMe';

/** Lets everything below act on official accounts; follows are kept with their conversations. */
export function Accounts({ children }: { children: ReactNode }) {
  const me = useMyself();
  const changeMe = useChangeMe();
  const store = useConversations();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const conversations = useInbox((inbox) => inbox.conversations);
  const book: FollowBook = {
    conversationOf: (party) => Object.values(store.inbox().conversations).find((one) => one.party.id === party),
    put: (account, follow) => store.dispatch({ type: 'follow', account, follow }),
    reload: () => store.load(),
    gone: (conversation) => store.dispatch({ type: 'gone', conversation }),
  };
  void conversations; // a follow that changes shows wherever it is read
  return (
    <AccountActsProvider
      me={me}
      book={book}
      onGone={(conversation) => {
        if (path === `/c/${conversation}`) void navigate({ to: '/' });
      }}
      onDigest={(digest) => changeMe({ digest })}
    >
      {children}
    </AccountActsProvider>
  );
}
