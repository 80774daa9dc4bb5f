import { useCallback, useEffect, useRef, type RefObject } from 'react';

const SHARE = 0.5;
const LONG_MS = 500;

/**
 * Tells which watched elements were half in view (or filled half of the view) for half a second in a focused window;
 * each once per visit.
 */
export function useDisplayed(root: RefObject<HTMLElement | null>, onDisplayed: (ids: string[]) => void) {
  const inView = useRef(new Map<string, number>());
  const done = useRef(new Set<string>());
  const ids = useRef(new WeakMap<Element, string>());
  const observer = useRef<IntersectionObserver | null>(null);
  const told = useRef(onDisplayed);
  useEffect(() => {
    told.current = onDisplayed;
  });

  const current = useCallback(() => {
    observer.current ??= new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const id = ids.current.get(entry.target);
          if (!id || done.current.has(id)) continue;
          const fills = entry.rootBounds ? entry.intersectionRect.height >= entry.rootBounds.height * SHARE : false;
          if (entry.isIntersecting && (entry.intersectionRatio >= SHARE || fills)) {
            if (!inView.current.has(id)) inView.current.set(id, Date.now());
          } else inView.current.delete(id);
        }
      },
      { root: root.current, threshold: [0, 0.25, SHARE, 0.75, 1] },
    );
    return observer.current;
  }, [root]);

  useEffect(() => {
    const timer = setInterval(() => {
      const now = Date.now();
      if (document.visibilityState !== 'visible' || !document.hasFocus()) {
        inView.current.forEach((_, id) => inView.current.set(id, now)); // the half second starts anew
        return;
      }
      const ready = [...inView.current].filter(([, since]) => now - since >= LONG_MS).map(([id]) => id);
      if (ready.length === 0) return;
      ready.forEach((id) => {
        inView.current.delete(id);
        done.current.add(id);
      });
      told.current(ready);
    }, 150);
    return () => {
      clearInterval(timer);
      observer.current?.disconnect();
      observer.current = null;
    };
  }, []);

  return useCallback(
    (element: Element | null, id: string) => {
      if (!element || ids.current.has(element) || done.current.has(id)) return;
      ids.current.set(element, id);
      current().observe(element);
    },
    [current],
  );
}
