import { lazy, Suspense, useState, type ReactNode } from 'react';
import { CircleCheck, QrCode, Share2 } from 'lucide-react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { problemOf } from '@shared/api/http';
import { digestWhen, dosageName, sameDosage } from '@shared/dosage/words';
import { useFormat } from '@shared/format/useFormat';
import type { DigestSettings, DirectoryEntry, Dosage } from '@shared/protocol/types';
import { Empty } from '@shared/ui/Empty';
import { VerifiedBadge } from '@shared/ui/PartyName';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { Refusal } from '@shared/ui/Refusal';
import { Skeleton } from '@shared/ui/Skeleton';
import { directoryEntry } from '../api';
import { ShareSheet } from './ShareSheet';
import classes from './AccountPage.module.css';

const AccountAnnoyance = lazy(() => import('@shared/standing/AccountAnnoyance'));

const offered: Dosage[] = [
  { type: 'everything' },
  { type: 'at-most', count: 2, period: 'week' },
  { type: 'digest' },
  { type: 'answers-only' },
];

interface AccountPageProps {
  handle: string;
  loggedIn: boolean;
  /** When the digest comes, for people who are logged in. */
  digest: DigestSettings | null;
  onFollow: (entry: DirectoryEntry, dosage: Dosage) => Promise<unknown>;
  onLogIn: () => void;
  onOpen: (entry: DirectoryEntry) => void;
  onChangeDosage: (entry: DirectoryEntry) => void;
  /** Shown instead of the choice when the account is followed. */
  following?: (entry: DirectoryEntry) => ReactNode;
  back?: ReactNode;
  toDiscover: ReactNode;
}

/** Who is it, how often does it send, and how much do I want: read before following. */
export function AccountPage(props: AccountPageProps) {
  const { handle, back, toDiscover } = props;
  const { t } = useTranslation('discover');
  const { data: entry, error, refetch } = useQuery(directoryEntry(handle));
  const [sharing, setSharing] = useState(false);

  return (
    <div className={classes.page}>
      <header className={classes.head}>
        {back}
        {entry ? (
          <p className={classes.headName}>
            <bdi>{entry.party.name}</bdi>
          </p>
        ) : (
          <h1 className={classes.headName}>
            <bdi>@{handle}</bdi>
          </h1>
        )}
        {entry ? (
          <button
            type="button"
            className={classes.tool}
            aria-label={t('share')}
            title={t('share')}
            onClick={() => setSharing(true)}
          >
            <Share2 size={18} aria-hidden="true" />
          </button>
        ) : null}
      </header>
      {error && entry === undefined ? (
        <div className={classes.alone}>
          <Refusal
            problem={problemOf(error)}
            title={t('brokenPage', { handle })}
            actions={
              <button type="button" className="p-link" onClick={() => void refetch()}>
                {t('tryNow')}
              </button>
            }
          />
        </div>
      ) : null}
      {entry === undefined && !error ? <Bones /> : null}
      {entry === null ? (
        <div className={classes.alone}>
          <Empty title={t('notFound', { handle })} text={t('notFoundHelp')}>
            {toDiscover}
          </Empty>
        </div>
      ) : null}
      {entry ? <Entry {...props} entry={entry} onShare={() => setSharing(true)} /> : null}
      {entry ? <ShareSheet entry={entry} opened={sharing} onClose={() => setSharing(false)} /> : null}
    </div>
  );
}

function Entry({
  entry,
  loggedIn,
  digest,
  onFollow,
  onLogIn,
  onOpen,
  onChangeDosage,
  following,
  onShare,
}: AccountPageProps & { entry: DirectoryEntry; onShare: () => void }) {
  const { t } = useTranslation('discover');
  const { t: words, i18n } = useTranslation('dosage');
  const { t: shared } = useTranslation('shared');
  const format = useFormat();
  const [dosage, setDosage] = useState<Dosage>(offered[1]!);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const { party } = entry;
  const lately = t('about', { count: entry.pushesLast4Weeks });
  const when = digest ? digestWhen(words, digest, i18n.language) : t('together');

  const follow = () => {
    if (busy) return;
    setBusy(true);
    setFailed(null);
    onFollow(entry, dosage).then(
      () => setBusy(false),
      (error: unknown) => {
        setBusy(false);
        setFailed(error);
      },
    );
  };

  return (
    <>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={party.name}>
        <div className={classes.column}>
          <div className={classes.who}>
            <PartyPicture party={party} size={88} />
            <div>
              <h1>
                <bdi>{party.name}</bdi> {party.verified ? <VerifiedBadge size={22} /> : null}
              </h1>
              <p className={classes.handle}>
                {t('handleCategory', { handle: party.handle, category: shared(`category.${entry.category}`) })}
              </p>
            </div>
          </div>
          {entry.description ? (
            <p className={classes.description} dir="auto">
              {entry.description}
            </p>
          ) : null}
          <dl className={classes.facts}>
            <div>
              <dt>{t('followersWord')}</dt>
              <dd>{entry.followers === null ? t('followersFew') : format.full(entry.followers)}</dd>
            </div>
            <div>
              <dt>{t('rateWord')}</dt>
              <dd>{lately}</dd>
            </div>
            <div>
              <dt>{t('since')}</dt>
              <dd>{format.monthAndYear(entry.since)}</dd>
            </div>
          </dl>
          {party.verified && party.handle ? (
            <Suspense fallback={null}>
              <AccountAnnoyance handle={party.handle} />
            </Suspense>
          ) : null}
          {party.state === 'suspended' ? (
            <p className={classes.note} role="note">
              <b>{t('suspended', { name: party.name })}</b> {t('suspendedHelp')}
            </p>
          ) : entry.following ? (
            following?.(entry)
          ) : (
            <fieldset className={classes.choices}>
              <legend>{t('howMuch')}</legend>
              {offered.map((choice) => (
                <label
                  key={choice.type}
                  className={classes.choice}
                  data-checked={sameDosage(choice, dosage) || undefined}
                >
                  <input
                    type="radio"
                    name="dosage"
                    checked={sameDosage(choice, dosage)}
                    onChange={() => setDosage(choice)}
                  />
                  <span>
                    <b>{choice.type === 'answers-only' ? t('onlyAnswers') : dosageName(words, choice)}</b>
                    <small>
                      {choice.type === 'everything'
                        ? lately
                        : choice.type === 'at-most'
                          ? t('atMostHelp')
                          : choice.type === 'digest'
                            ? when
                            : t('answersHelp')}
                    </small>
                  </span>
                  <CircleCheck className={classes.check} size={18} aria-hidden="true" />
                </label>
              ))}
              <p className={classes.later}>{t('changeLater', { name: party.name })}</p>
            </fieldset>
          )}
          <button type="button" className={classes.qr} onClick={onShare}>
            <QrCode size={18} aria-hidden="true" /> {t('showQr')}
          </button>
        </div>
      </div>
      <footer className={classes.foot}>
        {failed ? <Refusal problem={problemOf(failed)} title={t('failed', { name: party.name })} compact /> : null}
        {party.state === 'suspended' ? null : entry.following ? (
          <div className={classes.footPair}>
            <Button size="md" onClick={() => onOpen(entry)}>
              {t('openConversation')}
            </Button>
            <Button size="md" variant="default" onClick={() => onChangeDosage(entry)}>
              {t('changeDosage')}
            </Button>
          </div>
        ) : loggedIn ? (
          <Button size="md" fullWidth loading={busy} onClick={follow}>
            {t('follow', { dosage: words(phraseOf(dosage), dosage.type === 'at-most' ? { count: dosage.count } : {}) })}
          </Button>
        ) : (
          <>
            <Button size="md" fullWidth onClick={onLogIn}>
              {t('logInToFollow')}
            </Button>
            <p className={classes.logInHelp}>{t('logInHelp')}</p>
          </>
        )}
      </footer>
    </>
  );
}

function phraseOf(dosage: Dosage): string {
  return dosage.type === 'at-most' ? `following.at-most.${dosage.period}` : `following.${dosage.type}`;
}

function Bones() {
  return (
    <div className={classes.column} aria-hidden="true">
      <Skeleton width={88} height={88} />
      <Skeleton width="55%" height={28} />
      <Skeleton width="80%" />
      <Skeleton width="100%" height={64} />
      <Skeleton width="100%" height={148} />
    </div>
  );
}
