import { useEffect, useRef, useState } from 'react';

const REST_MS = 1000;

/**
 * Keeps the order of keys while the pointer moves over a list, so that no row jumps away under it; the new order
 * comes after a second of rest. Keys that are new or gone count at once.
 */
export function useSettledOrder(keys: string[]) {
  const [order, setOrder] = useState(keys);
  const moved = useRef(0);
  const inside = useRef(false);
  const joined = keys.join('\n');
  useEffect(() => {
    const wait = inside.current ? Math.max(0, moved.current + REST_MS - Date.now()) : 0;
    const timer = setTimeout(() => setOrder(joined === '' ? [] : joined.split('\n')), wait);
    return () => clearTimeout(timer);
  }, [joined]);
  const sameSet = order.length === keys.length && order.every((key) => keys.includes(key));
  return {
    order: sameSet ? order : keys,
    handlers: {
      onPointerMove: () => {
        inside.current = true;
        moved.current = Date.now();
      },
      onPointerLeave: () => {
        inside.current = false;
      },
    },
  };
}
