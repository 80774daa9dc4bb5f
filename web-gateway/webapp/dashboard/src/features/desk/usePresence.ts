import { useEffect, useState } from 'react';
import { api } from '@shared/api/http';

const AGAIN_MS = 50_000;
const SHELF = 'parley.desk-away';

/** While the desk is open somebody is at it; the server forgets it after two minutes of silence. */
export function usePresence(account: string) {
  const [away, setAway] = useState(() => sessionStorage.getItem(SHELF) === account);

  useEffect(() => {
    const path = `/accounts/${account}/desk/presence`;
    // a lost word is made good by the next one
    const tell = () => void api(path, { method: 'PUT', body: { away } }).catch(() => undefined);
    tell();
    const timer = setInterval(tell, AGAIN_MS);
    return () => clearInterval(timer);
  }, [account, away]);

  useEffect(
    () => () => void api(`/accounts/${account}/desk/presence`, { method: 'DELETE' }).catch(() => undefined),
    [account],
  );

  return {
    away,
    toggle: () => {
      if (away) sessionStorage.removeItem(SHELF);
      else sessionStorage.setItem(SHELF, account);
      setAway(!away);
    },
  };
}

export type Presence = ReturnType<typeof usePresence>;
