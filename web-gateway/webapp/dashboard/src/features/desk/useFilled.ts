import { useQuery } from '@tanstack/react-query';
import { useFormat } from '@shared/format/useFormat';
import type { Account } from '@shared/protocol/types';
import { deskReads } from './deskReads';
import { filled, firstName } from './model/canned';

/** Fills in the variables of canned answers for one conversation. */
export function useFilled(account: Account, myName: string, follower: string): (text: string) => string {
  const hours = useQuery(deskReads.hours(account.id)).data;
  const format = useFormat(hours?.timeZone);
  const until = hours?.until == null ? undefined : format.clock(hours.until);
  return (text) =>
    filled(text, {
      account: account.name,
      agent: firstName(myName),
      follower,
      'closing time': hours?.open === true ? until : undefined,
      'opening time': hours?.open === false ? until : undefined,
    });
}
