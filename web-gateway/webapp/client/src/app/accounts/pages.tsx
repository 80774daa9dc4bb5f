import { useEffect, useState, type ReactNode } from 'react';
import { ActionIcon, Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useRouter, useRouterState } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { BlockedPage } from '@client/features/blocked';
import { useInbox } from '@client/features/conversations';
import { AccountPage, DiscoverPage } from '@client/features/discover';
import { KeyHelp, YouPage } from '@client/features/settings';
import { dosageName } from '@shared/dosage/words';
import type { Conversation } from '@shared/protocol/types';
import { logOut, useMyself } from '@shared/session/session';
import { usePhone } from '@shared/ui/layout';
import { toast } from '@shared/ui/toast';
import { useAccountActs } from './AccountActs';
import { DigestRoute } from './DigestRoute';
import { useChangeMe } from './useChangeMe';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The account's page was reached through the search. */
    found?: boolean;
    /** … or by the code of the account, whose link says so. */
    scanned?: boolean;
  }
}

/** The way back on a page that fills the phone; beside the list there is none. */
function Back({ always = false }: { always?: boolean }) {
  const { t } = useTranslation('shared');
  const phone = usePhone();
  const router = useRouter();
  const navigate = useNavigate();
  if (!phone && !always) return null;
  const back = () => (router.history.canGoBack() ? router.history.back() : void navigate({ to: '/' }));
  return (
    <ActionIcon onClick={back} aria-label={t('act.back')}>
      <ArrowLeft size={20} strokeWidth={1.9} />
    </ActionIcon>
  );
}

export function Digest() {
  const { t } = useTranslation('digest');
  const me = useMyself();
  const changeMe = useChangeMe();
  const navigate = useNavigate();
  return (
    <DigestRoute
      me={me}
      onSettings={(digest) => changeMe({ digest })}
      empty={
        <div>
          <Button variant="default" onClick={() => void navigate({ to: '/discover' })}>
            {t('discover')}
          </Button>
        </div>
      }
    />
  );
}

export function Discover() {
  return (
    <DiscoverPage
      renderLink={(entry, className, children: ReactNode) => (
        <Link
          to="/@{$handle}"
          params={{ handle: entry.party.handle ?? '' }}
          state={{ found: true }}
          className={className}
        >
          {children}
        </Link>
      )}
    />
  );
}

/** An account's page for someone who is logged in. */
export function Account({ handle }: { handle: string }) {
  const { t } = useTranslation('discover');
  const { t: words } = useTranslation('dosage');
  const me = useMyself();
  const acts = useAccountActs();
  const navigate = useNavigate();
  const conversations = useInbox((inbox) => inbox.conversations);
  const found = useRouterState({ select: (state) => state.location.state.found === true });
  const scanned = useScanned();
  const conversationOf = (party: string): Conversation | undefined =>
    Object.values(conversations).find((one) => one.party.id === party);
  return (
    <AccountPage
      handle={handle}
      loggedIn
      digest={me.digest}
      back={<Back always />}
      onFollow={async ({ party }, dosage) => {
        const id = await acts.follow(party, { dosage, source: scanned ? 'qr' : found ? 'search' : 'link' });
        toast({ message: t('now', { name: party.name, dosage: words(dosageKey(dosage), { ...dosage }) }) });
        void navigate({ to: '/c/$id', params: { id } });
      }}
      onLogIn={() => undefined}
      onOpen={({ party }) => {
        const one = conversationOf(party.id);
        void (one ? navigate({ to: '/c/$id', params: { id: one.id } }) : navigate({ to: '/' }));
      }}
      onChangeDosage={({ party }) => acts.openDosage(party)}
      following={({ party }) => {
        const follow = conversationOf(party.id)?.follow;
        return follow ? (
          <p>
            <b>{t('following')}</b>: {dosageName(words, follow.dosage)}
          </p>
        ) : null;
      }}
      toDiscover={
        <Button variant="default" onClick={() => void navigate({ to: '/discover' })}>
          {t('toDiscover')}
        </Button>
      }
    />
  );
}

/** Whether the page was reached by the account's code; takes the mark off the address, which may be passed on as a link. */
function useScanned(): boolean {
  const router = useRouter();
  const marked = useRouterState({
    select: (state) => new URLSearchParams(state.location.searchStr).get('from') === 'qr',
  });
  const remembered = useRouterState({ select: (state) => state.location.state.scanned === true });
  useEffect(() => {
    if (marked) router.history.replace(location.pathname, { ...router.state.location.state, scanned: true });
  }, [marked, router]);
  return marked || remembered;
}

function dosageKey(dosage: { type: string; period?: string }): string {
  return dosage.type === 'at-most' ? `following.at-most.${dosage.period}` : `following.${dosage.type}`;
}

/** "You" and what lies below it. */
export function You({ section }: { section: string }) {
  const me = useMyself();
  const changeMe = useChangeMe();
  const [keys, setKeys] = useState(false);
  const queries = useQueryClient();
  if (section === 'blocked') return <BlockedPage back={<Back always />} />;
  return (
    <>
      <YouPage
        me={me}
        onChange={changeMe}
        onLogOut={() => {
          void logOut().finally(() => queries.clear());
        }}
        onKeys={() => setKeys(true)}
        renderBlockedLink={(className, children) => (
          <Link to="/you/$section" params={{ section: 'blocked' }} className={className}>
            {children}
          </Link>
        )}
      />
      <KeyHelp opened={keys} onClose={() => setKeys(false)} />
    </>
  );
}
