import { createContext, lazy, Suspense, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { digest as digestQuery } from '@client/features/digest/api';
import { chooseDosage } from '@client/features/dosage/api';
import * as follows from '@client/features/follow/api';
import type { FollowSource } from '@client/features/follow';
import { problemOf } from '@shared/api/http';
import { dosageShort } from '@shared/dosage/words';
import type { Conversation, DigestSettings, Dosage, Follow, Me, Party, Uuid } from '@shared/protocol/types';
import { toast } from '@shared/ui/toast';
import css from './AccountActs.module.css';

const DosageDialog = lazy(() => import('./DosageDialog').then((part) => ({ default: part.DosageDialog })));
const DigestTimeDialog = lazy(() =>
  import('@client/features/digest').then((part) => ({ default: part.DigestTimeDialog })),
);
const GoneBar = lazy(() => import('@client/features/follow').then((part) => ({ default: part.GoneBar })));

/** What this device knows of the accounts I follow, and how it learns of a change made here. */
export interface FollowBook {
  conversationOf(party: Uuid): Conversation | undefined;
  /** The follow of an account changed, or ended. */
  put(account: Uuid, follow: Follow | null): void;
  /** The list of conversations has to be asked for again. */
  reload(): Promise<unknown>;
  /** A conversation is no longer in the list. */
  gone(conversation: Uuid): void;
}

/** Everything that can be done about an account, from wherever it is shown. */
export interface AccountActs {
  /** Resolves with the conversation that now stands in the list. */
  follow(party: Party, choice: { dosage: Dosage; source: FollowSource }): Promise<Uuid>;
  unfollow(party: Party): void;
  less(party: Party): void;
  choose(party: Party, next: Dosage, previous: Dosage): Promise<unknown>;
  mute(party: Party, muted: boolean): void;
  openDosage(party: Party): void;
  /** Reads the present follow of an account. */
  followOf(account: Uuid): Follow | null;
}

const Acts = createContext<AccountActs | null>(null);

export function useAccountActs(): AccountActs {
  const acts = useContext(Acts);
  if (!acts) throw new Error('AccountActs stand above whatever acts on an account');
  return acts;
}

interface Gone {
  party: Party;
  follow: Follow;
  conversation: Uuid;
}

interface AccountActsProviderProps {
  me: Me;
  book: FollowBook;
  /** The open conversation may have gone. */
  onGone: (conversation: Uuid) => void;
  onDigest: (settings: DigestSettings) => Promise<unknown>;
  children: ReactNode;
}

/** Holds what acts on accounts need to show: the dosage, the bar after unfollowing, the report. */
export function AccountActsProvider({ me, book, onGone, onDigest, children }: AccountActsProviderProps) {
  const { t } = useTranslation('follow');
  const { t: words } = useTranslation('dosage');
  const client = useQueryClient();
  const [gone, setGone] = useState<Gone | null>(null);
  const [dosageOf, setDosageOf] = useState<Party | null>(null);
  const [choosingDigest, setChoosingDigest] = useState(false);
  const latest = useRef({ book, onGone });
  latest.current = { book, onGone };

  const acts = useMemo<AccountActs>(() => {
    const current = () => latest.current.book;
    const followOf = (account: Uuid) => current().conversationOf(account)?.follow ?? null;
    const changed = (account: Uuid) => {
      void client.invalidateQueries({ queryKey: digestQuery.queryKey });
      void client.invalidateQueries({ queryKey: ['dosage-outcome', account] });
      void client.invalidateQueries({ queryKey: ['directory'] });
    };

    const choose = async (party: Party, next: Dosage, previous: Dosage, undone = false) => {
      const before = followOf(party.id);
      if (before) current().put(party.id, { ...before, dosage: next });
      try {
        current().put(party.id, await chooseDosage(party.id, next));
      } catch (error) {
        if (before) current().put(party.id, before);
        toast({ message: words('failed') });
        throw error;
      }
      void client.invalidateQueries({ queryKey: digestQuery.queryKey });
      toast({
        about: `dosage ${party.id}`,
        message: words('saved', { name: party.name, dosage: dosageShort(words, next) }),
        detail: undone ? undefined : words('was', { dosage: dosageShort(words, previous) }),
        undo: undone ? undefined : () => void choose(party, previous, next, true).catch(() => undefined),
      });
    };

    return {
      followOf,
      choose,
      openDosage: setDosageOf,
      async follow(party, choice) {
        const { follow, conversationId } = await follows.follow(party.id, choice);
        current().put(party.id, follow);
        changed(party.id);
        await current().reload();
        return conversationId;
      },
      less(party) {
        const before = followOf(party.id);
        if (before?.less) current().put(party.id, { ...before, dosage: before.less });
        follows.chooseLess(party.id).then(
          ({ follow, previous }) => {
            current().put(party.id, follow);
            changed(party.id);
            toast({
              about: `dosage ${party.id}`,
              message: t('less-done', { name: party.name, dosage: dosageShort(words, follow.dosage) }),
              detail: t('was', { dosage: dosageShort(words, previous) }),
              undo: () => void choose(party, previous, follow.dosage, true).catch(() => undefined),
            });
          },
          () => {
            if (before) current().put(party.id, before);
            toast({ message: t('failed.less') });
          },
        );
      },
      mute(party, muted) {
        const before = followOf(party.id);
        const set = async (value: boolean, undone = false) => {
          const follow = followOf(party.id);
          if (follow) current().put(party.id, { ...follow, muted: value });
          try {
            current().put(party.id, await follows.mute(party.id, value));
            toast({
              about: `mute ${party.id}`,
              message: t(value ? 'muted' : 'unmuted', { name: party.name }),
              undo: undone ? undefined : () => void set(!value, true),
            });
          } catch {
            if (before) current().put(party.id, before);
            toast({ message: t('failed.mute', { name: party.name }) });
          }
        };
        void set(muted);
      },
      unfollow(party) {
        const conversation = current().conversationOf(party.id);
        const follow = conversation?.follow;
        if (!conversation || !follow) return;
        setDosageOf(null);
        follows.unfollow(party.id).then(
          () => {
            setGone({ party, follow, conversation: conversation.id });
            current().gone(conversation.id);
            latest.current.onGone(conversation.id);
            changed(party.id);
          },
          () => toast({ message: t('failed.unfollow', { name: party.name }) }),
        );
      },
    };
  }, [client, t, words]);

  /** The same follow again; after the server's ten seconds a new one with the same dosage. */
  const restore = async ({ party, follow }: Gone, dosage: Dosage = follow.dosage) => {
    setGone(null);
    try {
      try {
        await follows.restore(party.id);
        if (dosage !== follow.dosage) await chooseDosage(party.id, dosage);
      } catch (error) {
        if (problemOf(error).status !== 409) throw error;
        await follows.follow(party.id, { dosage });
      }
      await latest.current.book.reload();
      void client.invalidateQueries({ queryKey: digestQuery.queryKey });
      void client.invalidateQueries({ queryKey: ['directory'] });
    } catch {
      toast({ message: t('failed.restore', { name: party.name }) });
    }
  };

  const dosageEver = useEver(dosageOf !== null);
  const digestEver = useEver(choosingDigest);
  const dosageFollow = dosageOf ? (book.conversationOf(dosageOf.id)?.follow ?? null) : null;
  return (
    <Acts.Provider value={acts}>
      {children}
      {dosageEver ? (
        <Suspense>
          <DosageDialog
            party={dosageFollow ? dosageOf : null}
            follow={dosageFollow}
            digest={me.digest}
            acts={acts}
            onClose={() => setDosageOf(null)}
            onChangeDigest={() => setChoosingDigest(true)}
          />
        </Suspense>
      ) : null}
      {digestEver ? (
        <Suspense>
          <DigestTimeDialog
            opened={choosingDigest}
            settings={me.digest}
            timeZone={me.timeZone}
            onSave={onDigest}
            onClose={() => setChoosingDigest(false)}
          />
        </Suspense>
      ) : null}
      {gone ? (
        <div className={css.bottom} data-instead-of-toasts>
          <Suspense>
            <GoneBar
              key={gone.party.id}
              party={gone.party}
              less={gone.follow.less}
              held={gone.follow.heldNow}
              onUndo={() => void restore(gone)}
              onRatherLess={() => void restore(gone, gone.follow.less ?? gone.follow.dosage)}
              onReason={(reason) => {
                follows.tellReason(gone.party.id, reason).catch(() => toast({ message: t('failed.reason') }));
              }}
              onOver={() => setGone(null)}
            />
          </Suspense>
        </div>
      ) : null}
    </Acts.Provider>
  );
}

/** True from the first time on: a dialog is loaded when it is first wanted, and then stays to close in peace. */
function useEver(wanted: boolean): boolean {
  const [ever, setEver] = useState(wanted);
  if (wanted && !ever) setEver(true);
  return ever;
}
