import { lazy, Suspense, useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { ShieldOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { whenUnauthenticated } from '@shared/api/http';
import { Failed } from '@shared/office/Failed';
import { Entry } from '@shared/session/Entry';
import { logOut, meQuery, useMe } from '@shared/session/session';
import { PageSkeleton } from '@shared/ui/Skeleton';
import styles from '@console/operator/operator.module.css';
import { router } from './router';

const SetupPage = lazy(() => import('@console/features/setup/SetupPage').then((it) => ({ default: it.SetupPage })));

/** The console for operators; log-in, first setup, and a plain word to everybody else. */
export function App() {
  const { t } = useTranslation('console');
  const queries = useQueryClient();
  const me = useMe();
  const [settingUp, setSettingUp] = useState(() => /^\/console\/setup\/?$/.test(location.pathname));
  useEffect(() => whenUnauthenticated(() => queries.setQueryData(meQuery.queryKey, null)), [queries]);

  if (settingUp) {
    return (
      <Suspense fallback={<PageSkeleton />}>
        <SetupPage
          code={new URLSearchParams(location.search).get('code') ?? ''}
          onDone={() => {
            router.history.replace('/console/overview');
            setSettingUp(false);
          }}
        />
      </Suspense>
    );
  }
  if (me.isError) return <Failed what={t('startFailed')} error={me.error} retry={() => void me.refetch()} />;
  if (me.data === undefined) return null;
  if (me.data === null) return <Entry appName={t('console')} signUpAllowed={false} />;
  if (!me.data.operator) {
    return (
      <main className={styles.stop}>
        <ShieldOff size={36} strokeWidth={1.6} aria-hidden />
        <h1>{t('stop.title')}</h1>
        <p>{t('stop.why', { name: me.data.name })}</p>
        <div>
          <Button onClick={() => void logOut()}>{t('stop.logOut')}</Button>
          <Button component="a" href="/" variant="default">
            {t('menu.client')}
          </Button>
        </div>
      </main>
    );
  }
  return <RouterProvider router={router} />;
}
