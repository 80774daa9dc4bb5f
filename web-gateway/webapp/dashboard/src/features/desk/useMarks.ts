import { useEffect, useState } from 'react';

/** Conversations marked as unread on this device; opening one takes its mark away. */
export function useMarks(account: string, open: string | null) {
  const shelf = `parley.desk-unread.${account}`;
  const [ids, setIds] = useState<ReadonlySet<string>>(() => read(shelf));

  function change(next: ReadonlySet<string>) {
    setIds(next);
    try {
      localStorage.setItem(shelf, JSON.stringify([...next]));
    } catch {
      // without storage the mark lasts until the page is closed
    }
  }

  useEffect(() => {
    if (open === null) return;
    setIds((before) => {
      if (!before.has(open)) return before;
      const next = new Set(before);
      next.delete(open);
      try {
        localStorage.setItem(shelf, JSON.stringify([...next]));
      } catch {
        // see above
      }
      return next;
    });
  }, [open, shelf]);

  return { ids, add: (id: string) => change(new Set(ids).add(id)) };
}

function read(shelf: string): ReadonlySet<string> {
  try {
    return new Set(JSON.parse(localStorage.getItem(shelf) ?? '[]') as string[]);
  } catch {
    return new Set();
  }
}
