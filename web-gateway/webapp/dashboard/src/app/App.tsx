import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { whenUnauthenticated } from '@shared/api/http';
import { Failed } from '@shared/office/Failed';
import { Entry } from '@shared/session/Entry';
import { meQuery, useMe } from '@shared/session/session';
import { router } from './router';

/** The dashboard of whoever is logged in; else the log-in page. */
export function App() {
  const { t } = useTranslation('dashboard');
  const queries = useQueryClient();
  const me = useMe();
  useEffect(() => whenUnauthenticated(() => queries.setQueryData(meQuery.queryKey, null)), [queries]);

  if (me.isError) return <Failed what={t('startFailed')} error={me.error} retry={() => void me.refetch()} />;
  if (me.data === undefined) return null;
  if (me.data === null) return <Entry appName={t('dashboard')} />;
  return <RouterProvider router={router} />;
}
