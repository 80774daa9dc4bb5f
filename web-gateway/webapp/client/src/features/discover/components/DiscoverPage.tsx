import { useDeferredValue, useEffect, useState, type ReactNode } from 'react';
import { CircleCheck, Search, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { problemOf } from '@shared/api/http';
import { useFormat } from '@shared/format/useFormat';
import type { DirectoryEntry } from '@shared/protocol/types';
import { Empty } from '@shared/ui/Empty';
import { VerifiedBadge } from '@shared/ui/PartyName';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { Refusal } from '@shared/ui/Refusal';
import { Skeleton } from '@shared/ui/Skeleton';
import { directory } from '../api';
import { handleIn } from '../model/handle';
import classes from './DiscoverPage.module.css';

interface DiscoverPageProps {
  back?: ReactNode;
  /** The link around one entry, which leads to the account's page. */
  renderLink: (entry: DirectoryEntry, className: string, children: ReactNode) => ReactNode;
}

/** Finds official accounts by name or handle. */
export function DiscoverPage({ back, renderLink }: DiscoverPageProps) {
  const { t } = useTranslation('discover');
  const [typed, setTyped] = useState('');
  const query = useSettled(handleIn(useDeferredValue(typed)), 200);
  const { data, error, isPlaceholderData, refetch } = useQuery(directory(query));

  return (
    <div className={classes.page}>
      <header className={classes.head}>
        {back}
        <h1>{t('title')}</h1>
      </header>
      <div className={classes.scroll}>
        <div className={classes.column}>
          <div className={classes.search} role="search">
            <Search size={18} aria-hidden="true" />
            <input
              type="search"
              aria-label={t('search')}
              placeholder={t('search')}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              enterKeyHint="search"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            {typed ? (
              <button type="button" aria-label={t('clear')} onClick={() => setTyped('')}>
                <X size={16} aria-hidden="true" />
              </button>
            ) : null}
          </div>
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
          {!data && !error ? <Bones /> : null}
          {data ? (
            <div aria-busy={isPlaceholderData}>
              {data.items.length > 0 ? (
                <>
                  <p className={classes.count} role="status">
                    {query ? t('results', { count: data.items.length }) : t('intro')}
                  </p>
                  <ul className={classes.list}>
                    {data.items.map((entry) => (
                      <li key={entry.party.id}>{renderLink(entry, classes.row!, <EntryRow entry={entry} />)}</li>
                    ))}
                  </ul>
                </>
              ) : (
                <div role="status">
                  {query ? (
                    <Empty title={t('none', { query })} text={t('noneHelp')} />
                  ) : (
                    <Empty title={t('nobody')} text={t('nobodyHelp')} />
                  )}
                </div>
              )}
            </div>
          ) : null}
        </div>
      </div>
    </div>
  );
}

function EntryRow({ entry }: { entry: DirectoryEntry }) {
  const { t } = useTranslation('discover');
  const { t: shared } = useTranslation('shared');
  const format = useFormat();
  const followers =
    entry.followers === null
      ? t('followersFewLong')
      : t('followers', { count: entry.followers, number: format.compact(entry.followers) });
  return (
    <>
      <PartyPicture party={entry.party} size={48} />
      <span className={classes.lines}>
        <span className={classes.name}>
          <bdi>{entry.party.name}</bdi> {entry.party.verified ? <VerifiedBadge /> : null}
          {entry.following ? (
            <span className="p-tag" data-role="primary">
              <CircleCheck size={13} aria-hidden="true" /> {t('following')}
            </span>
          ) : null}
        </span>
        <span className={classes.about} dir="auto">
          {entry.description || shared(`category.${entry.category}`)}
        </span>
        <span className={classes.meta}>
          {t('rowMeta', {
            category: shared(`category.${entry.category}`),
            followers,
            rate: t('rateLong', { count: entry.pushesLast4Weeks }),
          })}
        </span>
      </span>
    </>
  );
}

function Bones() {
  return (
    <div className={classes.list} aria-hidden="true">
      {[0, 1, 2, 3].map((row) => (
        <div key={row} className={classes.row}>
          <Skeleton width={48} height={48} />
          <span className={classes.lines}>
            <Skeleton width="45%" />
            <Skeleton width="80%" height={10} />
          </span>
        </div>
      ))}
    </div>
  );
}

/** The value once it has not changed for a while. */
function useSettled<T>(value: T, afterMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs);
    return () => clearTimeout(timer);
  }, [value, afterMs]);
  return settled;
}
