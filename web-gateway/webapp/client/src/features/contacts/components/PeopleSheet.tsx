import { Button, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Search, UserPlus } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@shared/api/http';
import { useFormat } from '@shared/format/useFormat';
import type { Party, Problem, Uuid } from '@shared/protocol/types';
import { PartyName } from '@shared/ui/PartyName';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { Refusal } from '@shared/ui/Refusal';
import { Sheet } from '@shared/ui/Sheet';
import { SkeletonRows } from '@shared/ui/Skeleton';
import { toast } from '@shared/ui/toast';
import { accept, contactsQuery, decline, find, request, requestsQuery, withdraw } from '../api';
import { asHandle } from '../model/handle';
import css from './PeopleSheet.module.css';

export interface PeopleSheetProps {
  opened: boolean;
  onClose: () => void;
  /** The user's own id: nobody asks themselves. */
  me: Uuid;
  handle?: string;
  onOpenConversation: (id: Uuid) => void;
  /** A new conversation may be there. */
  onAccepted: () => void;
  toDiscover: ReactNode;
}

/** Finds a person by the exact handle, asks, answers requests, starts conversations. */
export function PeopleSheet(props: PeopleSheetProps) {
  const { t } = useTranslation('client');
  return (
    <Sheet opened={props.opened} onClose={props.onClose} title={t('people.title')}>
      {props.opened ? <People {...props} key={props.handle ?? ''} /> : null}
    </Sheet>
  );
}

function People({ me, handle = '', onOpenConversation, onAccepted, toDiscover }: PeopleSheetProps) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const queries = useQueryClient();
  const contacts = useQuery(contactsQuery);
  const requests = useQuery(requestsQuery);
  const [typed, setTyped] = useState(handle);
  const [found, setFound] = useState<Party | null | undefined>(undefined);
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const wanted = asHandle(typed);

  const fresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: contactsQuery.queryKey }),
      queries.invalidateQueries({ queryKey: requestsQuery.queryKey }),
    ]);
  const act = async (name: string, what: () => Promise<void>) => {
    setBusy(name);
    setProblem(null);
    try {
      await what();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(null);
    }
  };
  const search = (event: FormEvent) => {
    event.preventDefault();
    if (!wanted) return;
    void act('find', async () => setFound(await find(wanted)));
  };
  const ask = (party: Party) =>
    act(party.id, async () => {
      const answer = await request(party.id);
      await fresh();
      if (answer.accepted) onAccepted();
      toast({
        message: answer.accepted
          ? t('people.now-contacts', { name: party.name })
          : t('people.asked', { name: party.name }),
      });
    });

  const contact = found ? contacts.data?.find((one) => one.party.id === found.id) : undefined;
  const asked = found ? requests.data?.outgoing.find((one) => one.party.id === found.id) : undefined;
  const asking = found ? requests.data?.incoming.find((one) => one.party.id === found.id) : undefined;
  const incoming = requests.data?.incoming ?? [];
  const outgoing = requests.data?.outgoing ?? [];

  return (
    <div className={css.people}>
      <form className={css.search} onSubmit={search}>
        <TextInput
          className={css.field}
          label={t('people.handle')}
          description={t('people.handle-help')}
          inputWrapperOrder={['label', 'input', 'description']}
          leftSection="@"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setFound(undefined);
          }}
        />
        <Button
          type="submit"
          variant="default"
          size="md"
          disabled={!wanted}
          loading={busy === 'find'}
          leftSection={<Search size={16} />}
        >
          {t('people.find')}
        </Button>
      </form>
      {problem ? <Refusal problem={problem} compact /> : null}
      {found === null ? <p role="status">{t('people.nobody', { handle: wanted ?? typed })}</p> : null}
      {found ? (
        <div className={css.found} role="status">
          <Person party={found}>
            {found.id === me ? (
              <span className="p-help">{t('people.yourself')}</span>
            ) : contact ? (
              <Button onClick={() => onOpenConversation(contact.conversationId)}>{t('people.write')}</Button>
            ) : asked ? (
              <span className="p-help">{t('people.waits')}</span>
            ) : asking ? null : (
              <Button loading={busy === found.id} leftSection={<UserPlus size={16} />} onClick={() => void ask(found)}>
                {t('people.ask')}
              </Button>
            )}
          </Person>
        </div>
      ) : null}
      {incoming.length > 0 ? (
        <section>
          <h3 className={css.label}>{t('people.incoming', { count: incoming.length })}</h3>
          <ul>
            {incoming.map((one) => (
              <li key={one.id}>
                <Person party={one.party} time={format.listTime(one.sentAt)}>
                  <Button
                    loading={busy === one.id}
                    onClick={() =>
                      void act(one.id, async () => {
                        await accept(one.id);
                        await fresh();
                        onAccepted();
                      })
                    }
                  >
                    {t('people.accept')}
                  </Button>
                  <Button
                    variant="default"
                    onClick={() =>
                      void act(one.id, async () => {
                        await decline(one.id);
                        await fresh();
                      })
                    }
                  >
                    {t('people.decline')}
                  </Button>
                </Person>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {outgoing.length > 0 ? (
        <section>
          <h3 className={css.label}>{t('people.outgoing')}</h3>
          <ul>
            {outgoing.map((one) => (
              <li key={one.id}>
                <Person party={one.party} time={format.listTime(one.sentAt)}>
                  <Button
                    variant="default"
                    loading={busy === one.id}
                    onClick={() =>
                      void act(one.id, async () => {
                        await withdraw(one.id);
                        await fresh();
                        toast({
                          message: t('people.withdrawn', { name: one.party.name }),
                          undo: () => void ask(one.party),
                        });
                      })
                    }
                  >
                    {t('people.withdraw')}
                  </Button>
                </Person>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        {contacts.data ? (
          <>
            <h3 className={css.label}>{t('people.contacts', { count: contacts.data.length })}</h3>
            <ul>
              {contacts.data.map((one) => (
                <li key={one.party.id}>
                  <button className={css.contact} onClick={() => onOpenConversation(one.conversationId)}>
                    <Person party={one.party} online={one.online} />
                  </button>
                </li>
              ))}
            </ul>
          </>
        ) : contacts.isError ? (
          <Refusal
            compact
            problem={problemOf(contacts.error)}
            title={t('people.contacts-failed')}
            actions={<Button onClick={() => void contacts.refetch()}>{t('shared:act.retry')}</Button>}
          />
        ) : (
          <SkeletonRows rows={3} />
        )}
      </section>
      {toDiscover}
    </div>
  );
}

function Person({
  party,
  online,
  time,
  children,
}: {
  party: Party;
  online?: boolean;
  time?: string;
  children?: ReactNode;
}) {
  return (
    <div className={css.person}>
      <PartyPicture party={party} online={online} />
      <span className={css.words}>
        <strong>
          <PartyName name={party.name} verified={party.verified} />
        </strong>
        <span className="p-help">
          @{party.handle}
          {time ? `, ${time}` : ''}
        </span>
      </span>
      {children ? <span className={css.acts}>{children}</span> : null}
    </div>
  );
}
