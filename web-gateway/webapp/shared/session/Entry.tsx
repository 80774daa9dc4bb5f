import { lazy, Suspense } from 'react';
import { PageSkeleton } from '../ui/Skeleton';

const EntryPage = lazy(() => import('./EntryPage').then((page) => ({ default: page.EntryPage })));

/** Log-in and sign-up, loaded when somebody has to. */
export function Entry(props: { appName?: string; signUpAllowed?: boolean }) {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <EntryPage {...props} />
    </Suspense>
  );
}
