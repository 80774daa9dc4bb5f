import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { useLocation, useRouter } from '@tanstack/react-router';

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: string;
}

/** A link inside the app: a real address, followed without loading the page anew. */
export function RouteLink({ to, onClick, ...rest }: Props) {
  const router = useRouter();
  const base = router.basepath === '/' ? '' : router.basepath;

  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event);
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    router.history.push(base + to);
  }

  return <a {...rest} href={base + to} onClick={follow} />;
}

/** Goes to an address of the app. */
export function useGo(): (to: string) => void {
  const router = useRouter();
  const base = router.basepath === '/' ? '' : router.basepath;
  return (to) => router.history.push(base + to);
}

/** The path inside the app, without its base. */
export function usePath(): string {
  const router = useRouter();
  const path = useLocation({ select: (location) => location.pathname });
  const base = router.basepath === '/' ? '' : router.basepath;
  return path.startsWith(base) ? path.slice(base.length) || '/' : path;
}
