import { useSyncExternalStore } from 'react';

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}

/** One column and a tab bar. */
export const usePhone = () => useMedia('(max-width: 719.98px)');
/** Room for three columns. */
export const useWide = () => useMedia('(min-width: 1120px)');
export const useTouch = () => useMedia('(pointer: coarse)');
