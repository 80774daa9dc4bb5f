import { useCallback, useEffect, useRef, useState, type PointerEvent } from 'react';

export const GRACE_MS = 10_000;
const MOVED_PX = 4;

/**
 * What cannot be undone waits ten seconds and can be taken back meanwhile. The clock rests under the pointer, under
 * focus (spread `hold` over the element that shows it) and while the tab is hidden. A pointer that merely lies where
 * the clock appeared does not hold it, or a press of a button in that place would never come to anything.
 */
export function useGrace<T>(act: (what: T) => void) {
  const [waiting, setWaiting] = useState<{ what: T; leftMs: number } | null>(null);
  const held = useRef({ pointer: false, focus: false });
  const [resting, setResting] = useState(false);
  const from = useRef<{ x: number; y: number } | null>(null);
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
    from.current = null;
    setResting(false);
    setWaiting({ what, leftMs: GRACE_MS });
  }, []);
  const hold = (by: 'pointer' | 'focus', on: boolean) => {
    held.current[by] = on;
    setResting(held.current.pointer || held.current.focus);
  };
  const cancel = useCallback(() => setWaiting(null), []);

  return {
    waiting: waiting?.what ?? null,
    leftMs: waiting?.leftMs ?? 0,
    resting,
    start,
    cancel,
    hold: {
      onPointerEnter: (event: PointerEvent) => void (from.current = { x: event.clientX, y: event.clientY }),
      onPointerMove: (event: PointerEvent) => {
        const start = (from.current ??= { x: event.clientX, y: event.clientY });
        if (Math.hypot(event.clientX - start.x, event.clientY - start.y) > MOVED_PX) hold('pointer', true);
      },
      onPointerLeave: () => hold('pointer', false),
      onFocus: () => hold('focus', true),
      onBlur: () => hold('focus', false),
    },
  };
}
