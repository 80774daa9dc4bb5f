import { useEffect, useEffectEvent, useState } from 'react';
import { held, isOver, released, started, ticked, undoMs, type Rest, type UndoClock } from '../model/clock';

/**
 * A clock of ten seconds that rests under the pointer, the focus and a hidden tab. Put `restProps` on whatever
 * holds it; `onOver` is called once.
 */
export function useUndoClock(onOver: () => void, lengthMs = undoMs) {
  const [clock, setClock] = useState<UndoClock>(() => started(Date.now(), lengthMs));
  const over = useEffectEvent(onOver);

  useEffect(() => {
    const timer = setInterval(() => setClock((clock) => ticked(clock, Date.now())), 250);
    return () => clearInterval(timer);
  }, []);

  useEffect(() => {
    const watch = () => {
      const rest = document.visibilityState === 'hidden';
      setClock((clock) => (rest ? held : released)(clock, 'hidden-tab', Date.now()));
    };
    watch();
    document.addEventListener('visibilitychange', watch);
    return () => document.removeEventListener('visibilitychange', watch);
  }, []);

  const done = isOver(clock);
  useEffect(() => {
    if (done) over();
  }, [done]);

  const hold = (rest: Rest) => setClock((clock) => held(clock, rest, Date.now()));
  const release = (rest: Rest) => setClock((clock) => released(clock, rest, Date.now()));
  return {
    leftMs: clock.leftMs,
    share: clock.leftMs / lengthMs,
    resting: clock.rests.size > 0,
    restProps: {
      onPointerEnter: () => hold('pointer'),
      onPointerLeave: () => release('pointer'),
      onFocus: () => hold('focus'),
      onBlur: () => release('focus'),
    },
  };
}
