import { useEffect, useRef } from 'react';

/** Keys work only outside of fields and dialogs; what `onKey` handles (returns true) goes no further. */
export function useKeys(onKey: (event: KeyboardEvent) => boolean): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      if (
        event.defaultPrevented ||
        isTyping(event.target) ||
        document.querySelector('[role=dialog],[role=menu]') !== null
      )
        return;
      if (latest.current(event)) event.preventDefault();
    }
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
