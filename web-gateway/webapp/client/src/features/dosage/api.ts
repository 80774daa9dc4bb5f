import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '@shared/api/http';
import type { Dosage, DosageOutcome, Follow, Uuid } from '@shared/protocol/types';

/** The outcome together with the dosage it was asked for, since an earlier answer stands until the next has come. */
export interface AnsweredOutcome extends DosageOutcome {
  of: Dosage;
}

/** What the last four weeks would have been under a dosage, by the server's own rule. */
export function outcomeOf(account: Uuid, dosage: Dosage) {
  return queryOptions({
    queryKey: ['dosage-outcome', account, dosage],
    queryFn: async ({ signal }): Promise<AnsweredOutcome> => {
      const path = `/follows/${account}/dosage-outcome`;
      const outcome = await api<DosageOutcome>(path, { query: { dosage: JSON.stringify(dosage) }, signal });
      return { ...outcome, of: dosage };
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** Saves a dosage; repeating it changes nothing. */
export function chooseDosage(account: Uuid, dosage: Dosage): Promise<Follow> {
  return api<Follow>(`/follows/${account}/dosage`, { method: 'PUT', body: dosage });
}
