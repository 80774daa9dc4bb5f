import { createContext, useContext } from 'react';
import type { Account } from '@shared/protocol/types';

/** The official account whose pages are shown. */
export const AccountContext = createContext<Account | null>(null);

export function useAccount(): Account {
  const account = useContext(AccountContext);
  if (account === null) throw new Error("outside of an account's pages");
  return account;
}
