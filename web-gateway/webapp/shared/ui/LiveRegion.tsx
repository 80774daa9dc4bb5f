import { useEffect, useRef, useState } from 'react';

/** Says a text politely to screen readers, at most one every two seconds; later ones wait or replace each other. */
export function LiveRegion({ text }: { text: string }) {
  const [said, setSaid] = useState('');
  const last = useRef(0);
  useEffect(() => {
    if (text === '') return;
    const wait = Math.max(0, last.current + 2000 - Date.now());
    const timer = setTimeout(() => {
      last.current = Date.now();
      setSaid(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div className="p-hidden" aria-live="polite" aria-atomic="true">
      {said}
    </div>
  );
}
