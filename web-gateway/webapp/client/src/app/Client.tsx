import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf, whenUnauthenticated } from '@shared/api/http';
import type { ChangedWhat, Me, Uuid } from '@shared/protocol/types';
import { Entry } from '@shared/session/Entry';
import { meQuery, useMe } from '@shared/session/session';
import { Refusal } from '@shared/ui/Refusal';
import { PageSkeleton } from '@shared/ui/Skeleton';
import { ConversationsProvider, ConversationsStore } from '@client/features/conversations';
import css from './Client.module.css';
import { router } from './routes';
import { AccountPageSlot, ArticlePageSlot } from './slots';

/** The client: log-in for whom it does not know, else conversations. */
export function Client() {
  const { t } = useTranslation('client');
  const { data: me, error, refetch } = useMe();
  const [loggingIn, setLoggingIn] = useState(false);
  if (error) {
    return (
      <div className={css.broken}>
        <Refusal
          problem={problemOf(error)}
          title={t('shell.not-started')}
          actions={<Button onClick={() => void refetch()}>{t('shared:act.retry')}</Button>}
        />
      </div>
    );
  }
  if (me === undefined) return null;
  if (me === null) {
    const handle = /^\/(?:@|a\/)([a-z0-9._]+)\/?$/i.exec(location.pathname)?.[1];
    if (handle && !loggingIn) {
      return (
        <main className={css.alone}>
          <Suspense fallback={<PageSkeleton />}>
            <AccountPageSlot handle={handle} onLogIn={() => setLoggingIn(true)} />
          </Suspense>
        </main>
      );
    }
    const article = /^\/p\/([\w-]+)\/?$/.exec(location.pathname)?.[1];
    if (article && !loggingIn) {
      return (
        <main className={css.alone}>
          <ArticlePageSlot id={article} />
        </main>
      );
    }
    return <Entry />;
  }
  return <LoggedIn key={me.id} me={me} />;
}

/** What a `changed` frame makes stale, besides conversations. */
const stale: Record<ChangedWhat, string[][]> = {
  conversations: [],
  contacts: [['contacts'], ['contact-requests']],
  'contact-requests': [['contact-requests']],
  follow: [['follows'], ['dosage-outcome'], ['directory'], ['digest']],
  digest: [['digest']],
  account: [['directory']],
  desk: [],
  me: [['me']],
};

function LoggedIn({ me }: { me: Me }) {
  const queries = useQueryClient();
  const [store] = useState(
    () =>
      new ConversationsStore({
        me: me.id,
        onChanged: (what: ChangedWhat, _id: Uuid | null) => {
          stale[what]?.forEach((queryKey) => void queries.invalidateQueries({ queryKey }));
        },
        onEnded: () => queries.setQueryData(meQuery.queryKey, null),
      }),
  );
  useEffect(() => {
    whenUnauthenticated(() => queries.setQueryData(meQuery.queryKey, null));
    store.start();
    return () => store.stop();
  }, [store, queries]);
  return (
    <ConversationsProvider store={store}>
      <RouterProvider router={router} />
    </ConversationsProvider>
  );
}
