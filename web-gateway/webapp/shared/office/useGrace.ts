import { useCallback, useEffect, useRef, useState } from 'react';

export const GRACE_MS = 10_000;

/**
 * What cannot be undone waits ten seconds and can be taken back meanwhile. The clock rests under the pointer, under
 * focus (spread `hold` over the element that shows it) and while the tab is hidden.
 */
export function useGrace<T>(act: (what: T) => void) {
  const [waiting, setWaiting] = useState<{ what: T; leftMs: number } | null>(null);
  const held = useRef({ pointer: false, focus: false });
  const latest = useRef(act);
  latest.current = act;

  const running = waiting !== null;
  useEffect(() => {
    if (!running) return;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const passed = now - last;
      last = now;
      if (document.hidden || held.current.pointer || held.current.focus) return;
      setWaiting((present) => (present === null ? null : { ...present, leftMs: Math.max(0, present.leftMs - passed) }));
    }, 100);
    return () => clearInterval(timer);
  }, [running]);

  const done = waiting !== null && waiting.leftMs <= 0;
  useEffect(() => {
    if (!done || waiting === null) return;
    setWaiting(null);
    latest.current(waiting.what);
  }, [done, waiting]);

  const start = useCallback((what: T) => {
    held.current = { pointer: false, focus: false };
    setWaiting({ what, leftMs: GRACE_MS });
  }, []);
  const cancel = useCallback(() => setWaiting(null), []);

  return {
    waiting: waiting?.what ?? null,
    leftMs: waiting?.leftMs ?? 0,
    start,
    cancel,
    hold: {
      onPointerEnter: () => void (held.current.pointer = true),
      onPointerLeave: () => void (held.current.pointer = false),
      onFocus: () => void (held.current.focus = true),
      onBlur: () => void (held.current.focus = false),
    },
  };
}
