import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, problemOf } from '@shared/api/http';
import { useFormat } from '@shared/format/useFormat';
import type { DeskConversation, DeskTag, Uuid } from '@shared/protocol/types';
import { useMyself } from '@shared/session/session';
import { useProblemWords } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';

interface Change {
  id: Uuid;
  path: string;
  method: 'PUT' | 'DELETE';
  body?: unknown;
}

/** What one does with a conversation besides answering it. Each act is done at once, said in a toast, and taken back from there. */
export function useDeskActs(account: Uuid) {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const me = useMyself();
  const format = useFormat();
  const words = useProblemWords();

  const change = useMutation({
    mutationFn: ({ id, path, method, body }: Change) =>
      api<DeskConversation>(`/accounts/${account}/conversations/${id}/${path}`, { method, body }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['account', account, 'desk'] });
      void queries.invalidateQueries({ queryKey: ['account', account, 'conversation'] });
    },
    onError: (error: unknown) =>
      toast({ message: words(problemOf(error)).title, detail: words(problemOf(error)).detail }),
  });

  const put = (id: Uuid, path: string, body: unknown) => change.mutate({ id, path, method: 'PUT', body });
  const wake = (id: Uuid) => change.mutate({ id, path: 'snooze', method: 'DELETE' });

  return {
    assign(row: DeskConversation, to: { id: Uuid; name: string } | null) {
      const before = row.assignee?.id ?? null;
      const follower = row.follower.name;
      put(row.id, 'assignment', { assignee: to?.id ?? null });
      toast({
        message:
          to === null
            ? t('did.unassign', { follower })
            : to.id === me.id
              ? t('did.take', { follower })
              : t('did.assign', { follower, name: to.name }),
        undo: () => put(row.id, 'assignment', { assignee: before }),
      });
    },
    close(row: DeskConversation) {
      put(row.id, 'state', { state: 'closed' });
      toast({
        message: t('did.close', { follower: row.follower.name }),
        undo: () => put(row.id, 'state', { state: 'open' }),
      });
    },
    reopen: (row: DeskConversation) => put(row.id, 'state', { state: 'open' }),
    /** Until a moment, or with null until the follower writes. */
    snooze(row: DeskConversation, until: Date | null) {
      const before = row.snooze;
      put(row.id, 'snooze', { until: until?.toISOString() ?? null });
      toast({
        message:
          until === null
            ? t('did.snoozeUntilAnswer', { follower: row.follower.name })
            : t('did.snooze', { follower: row.follower.name, until: format.dayAndTime(until) }),
        undo: () => (before === null ? wake(row.id) : put(row.id, 'snooze', { until: before.until })),
      });
    },
    wake: (row: DeskConversation) => wake(row.id),
    tag(row: DeskConversation, tag: DeskTag, on: boolean) {
      const before = row.tags;
      put(row.id, 'tags', { tags: on ? [...before, tag.id] : before.filter((each) => each !== tag.id) });
      toast({
        message: on
          ? t('did.tag', { follower: row.follower.name, tag: tag.name })
          : t('did.untag', { follower: row.follower.name, tag: tag.name }),
        about: `tags-${row.id}`,
        undo: () => put(row.id, 'tags', { tags: before }),
      });
    },
  };
}

export type DeskActs = ReturnType<typeof useDeskActs>;
