import { useQueryClient } from '@tanstack/react-query';
import type { MeChange } from '@client/features/settings';
import { api } from '@shared/api/http';
import type { Me } from '@shared/protocol/types';
import { meQuery } from '@shared/session/session';

/** Changes my profile or settings; whatever follows from them is asked for again. */
export function useChangeMe(): (change: MeChange) => Promise<Me> {
  const queries = useQueryClient();
  return async (change) => {
    const me = await api<Me>('/me', { method: 'PATCH', body: change });
    queries.setQueryData(meQuery.queryKey, me);
    if (change.digest || change.timeZone) {
      void queries.invalidateQueries({ queryKey: ['digest'] });
      void queries.invalidateQueries({ queryKey: ['dosage-outcome'] });
    }
    return me;
  };
}
