import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Suspense, type ReactNode } from 'react';
import { problemOf } from '../api/http';
import { useTheme } from '../theme/scheme';
import { theme } from '../theme/theme';
import { Toasts } from './Toasts';
import '../theme/fonts.css';
import '../theme/tokens.css';
import '../theme/base.css';
import '@mantine/core/styles.layer.css';

/** One client for an app: answers stay fresh until a `changed` frame says otherwise; refusals are not repeated. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 30 * 60_000,
        retry: (count, error) => count < 2 && ['offline', 'unavailable'].includes(problemOf(error).problem),
        refetchOnWindowFocus: false,
      },
    },
  });
}

/** Theme, queries and toasts around an app. */
export function ParleyProvider({ client, children }: { client: QueryClient; children: ReactNode }) {
  const { shown } = useTheme();
  return (
    <MantineProvider theme={theme} forceColorScheme={shown} withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={client}>
        <Suspense fallback={null}>{children}</Suspense>
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>
  );
}
