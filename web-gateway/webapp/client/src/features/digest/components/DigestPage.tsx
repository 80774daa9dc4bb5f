import { useState, type ReactNode } from 'react';
import { SlidersHorizontal } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '@shared/format/useFormat';
import type { DigestSettings, Message, Party } from '@shared/protocol/types';
import { digest as digestQuery } from '../api';
import { viewOf, type HeldGroup } from '../model/group';
import { DigestTimeDialog } from './DigestTimeDialog';
import { HeldCard } from './HeldCard';
import { SentStrip } from './SentStrip';
import classes from './DigestPage.module.css';

export interface AccountActs {
  /** "at most 2 a week", when the account is still followed. */
  dosage: string | null;
  less: (() => void) | null;
  more: () => void;
  unfollow: () => void;
}

interface DigestPageProps {
  timeZone: string;
  /** What can be done about an account, or null when it is no longer followed. */
  actsOn: (account: Party) => AccountActs | null;
  renderBody: (message: Message) => ReactNode;
  /** A push message is in view. */
  watch: (element: Element | null, push: string) => void;
  onSettings: (settings: DigestSettings) => Promise<unknown>;
  back?: ReactNode;
  empty: ReactNode;
}

/** All that was held, in full, by account; and when the next digest comes. */
export function DigestPage({ timeZone, actsOn, renderBody, watch, onSettings, back, empty }: DigestPageProps) {
  const { t } = useTranslation('digest');
  const format = useFormat();
  const [choosing, setChoosing] = useState(false);
  const { data, isError, refetch } = useQuery(digestQuery);
  const view = data ? viewOf(data.items, data.held) : null;
  const when = data ? format.dayAndTime(data.nextAt) : '';

  const cards = (groups: HeldGroup[]) =>
    groups.map((group) => (
      <HeldCard
        key={group.account.id}
        group={group}
        acts={actsOn(group.account)}
        renderBody={renderBody}
        watch={watch}
      />
    ));

  return (
    <div className={classes.page}>
      <header className={classes.head}>
        {back}
        <h1>{t('yours')}</h1>
        <button
          type="button"
          className={classes.tool}
          aria-label={t('settings')}
          title={t('settings')}
          onClick={() => setChoosing(true)}
        >
          <SlidersHorizontal size={18} aria-hidden="true" />
        </button>
      </header>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('yours')}>
        <div className={classes.column}>
          {isError && !data ? <Broken onRetry={() => void refetch()} /> : null}
          {!data && !isError ? <Skeleton /> : null}
          {data && view ? (
            <>
              <div className={classes.lead}>
                <h2>
                  {data.held > 0 && view.heldSince
                    ? t('since', { count: data.held, day: format.dayInSentence(view.heldSince) })
                    : t('empty')}
                </h2>
                <p>
                  {data.held > 0 ? (
                    <>
                      {t('lost')} <Trans t={t} i18nKey="next" values={{ when }} components={{ b: <b /> }} />
                    </>
                  ) : (
                    <Trans t={t} i18nKey="emptyHelp" values={{ when }} components={{ b: <b /> }} />
                  )}
                </p>
              </div>
              {data.held + data.atOnce > 0 ? <SentStrip atOnce={data.atOnce} held={data.held} /> : null}
              {cards(view.waiting)}
              {data.items.length === 0 ? empty : null}
              {view.earlier.length > 0 ? <h2 className={classes.earlier}>{t('earlier')}</h2> : null}
              {cards(view.earlier)}
            </>
          ) : null}
        </div>
      </div>
      {data ? (
        <DigestTimeDialog
          opened={choosing}
          settings={data.settings}
          timeZone={timeZone}
          onSave={onSettings}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </div>
  );
}

function Broken({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('digest');
  return (
    <div className={classes.broken} role="alert">
      <p>{t('broken')}</p>
      <button type="button" className="p-link" onClick={onRetry}>
        {t('tryNow')}
      </button>
    </div>
  );
}

function Skeleton() {
  return (
    <div className={classes.bones} aria-hidden="true">
      <span data-bone="title" />
      <span data-bone="text" />
      <span data-bone="card" />
      <span data-bone="card" />
    </div>
  );
}
