import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { problemOf } from '@shared/api/http';
import type { Party } from '@shared/protocol/types';
import { Empty } from '@shared/ui/Empty';
import { PartyName } from '@shared/ui/PartyName';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { Refusal } from '@shared/ui/Refusal';
import { Skeleton } from '@shared/ui/Skeleton';
import { toast } from '@shared/ui/toast';
import { block, blocks as blocksQuery, unblock } from '../api';
import classes from './BlockedPage.module.css';

/** Whom I have blocked; unblocking acts at once and can be undone. */
export function BlockedPage({ back }: { back?: ReactNode }) {
  const { t } = useTranslation('blocked');
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(blocksQuery);

  const set = async (party: Party, blocked: boolean) => {
    const before = client.getQueryData(blocksQuery.queryKey);
    client.setQueryData(blocksQuery.queryKey, (old = []) =>
      blocked ? [party, ...old.filter((other) => other.id !== party.id)] : old.filter((other) => other.id !== party.id),
    );
    try {
      await (blocked ? block(party) : unblock(party));
    } catch {
      client.setQueryData(blocksQuery.queryKey, before);
      toast({ message: t('failed', { name: party.name }) });
      return;
    }
    toast({
      message: t(blocked ? 'blocked' : 'unblocked', { name: party.name }),
      undo: blocked ? undefined : () => void set(party, true),
    });
    void client.invalidateQueries({ queryKey: blocksQuery.queryKey });
  };

  return (
    <div className={classes.page}>
      <header className={classes.head}>
        {back}
        <h1>{t('title')}</h1>
      </header>
      <div className={classes.scroll}>
        <div className={classes.column}>
          {error && !data ? (
            <Refusal
              problem={problemOf(error)}
              title={t('broken')}
              actions={
                <button type="button" className="p-link" onClick={() => void refetch()}>
                  {t('tryNow')}
                </button>
              }
            />
          ) : null}
          {!data && !error ? <Skeleton width="100%" height={64} /> : null}
          {data?.length === 0 ? <Empty title={t('none')} text={t('noneHelp')} /> : null}
          {data && data.length > 0 ? (
            <>
              <p className={classes.help}>{t('noneHelp')}</p>
              <ul className={classes.list}>
                {data.map((party) => (
                  <li key={`${party.kind}/${party.id}`}>
                    <PartyPicture party={party} />
                    <div>
                      <p className={classes.name}>
                        <PartyName name={party.name} verified={party.verified} />
                      </p>
                      {party.handle ? <p className={classes.help}>@{party.handle}</p> : null}
                    </div>
                    <Button
                      variant="default"
                      aria-label={t('unblockName', { name: party.name })}
                      onClick={() => void set(party, false)}
                    >
                      {t('unblock')}
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </div>
      </div>
    </div>
  );
}
