import { useRef, useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Textarea } from '@mantine/core';
import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, problemOf } from '@shared/api/http';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { GraceBar } from '@shared/office/GraceBar';
import office from '@shared/office/office.module.css';
import { Card, Facts, Page } from '@shared/office/Page';
import { RouteLink, useGo } from '@shared/office/RouteLink';
import { Key, Loading } from '@shared/office/states';
import { useGrace } from '@shared/office/useGrace';
import { useKeys } from '@shared/office/useKeys';
import { useNow } from '@shared/office/useNow';
import type { OperatorAccount, Problem } from '@shared/protocol/types';
import { Empty } from '@shared/ui/Empty';
import { usePhone } from '@shared/ui/layout';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { Refusal } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';
import { AuditCard } from '@console/operator/AuditCard';
import { useCategoryName } from '@console/operator/categories';
import styles from '@console/operator/operator.module.css';
import { reads } from '@console/operator/reads';
import { usePages } from '@console/operator/usePages';
import { after, lacksReason, move, oldestFirst, type Decision } from './model/queue';

interface Asked {
  id: string;
  name: string;
  decision: Decision;
  reason: string;
}

/** What is claimed, how long have they waited; a decision waits ten seconds before it is made known. */
export function VerificationPage({ open }: { open: string | null }) {
  const { t } = useTranslation('console');
  const format = useFormat();
  const go = useGo();
  const queries = useQueryClient();
  const phone = usePhone();
  const now = useNow(60_000);
  const { pages, items } = usePages<OperatorAccount>('/accounts', { state: 'pending' });
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<Decision | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const categoryName = useCategoryName();

  const decide = useMutation({
    mutationFn: (asked: Asked) =>
      api(`/operator/accounts/${asked.id}/verification`, { body: { decision: asked.decision, reason: asked.reason } }),
    onSuccess: (_, asked) => {
      setProblem(null);
      toast({
        message: t(asked.decision === 'approve' ? 'verification.approved' : 'verification.refused', {
          name: asked.name,
        }),
      });
    },
    onError: (error, asked) => {
      setProblem(problemOf(error));
      setReason(asked.reason);
      go(`/verification/${asked.id}`);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['operator'] }),
  });
  const grace = useGrace<Asked>((asked) => decide.mutate(asked));

  const rows = oldestFirst(items ?? []).filter((row) => row.account.id !== grace.waiting?.id);
  const ids = rows.map((row) => row.account.id);
  const queued = rows.find((row) => row.account.id === open) ?? (phone || open !== null ? null : (rows[0] ?? null));
  const elsewhere = open !== null && items !== undefined && queued === null && open !== grace.waiting?.id;
  const asked = useQuery({ ...reads.account(open ?? ''), enabled: elsewhere });
  // what was refused stands in no queue any more, but can still be approved
  const refused = elsewhere && asked.data?.account.state === 'refused' ? asked.data : null;
  const current = queued ?? refused;
  const oldest = rows[0];

  function choose(decision: Decision) {
    setChosen(decision);
    field.current?.focus();
  }

  function ask(decision: Decision) {
    if (current === null || grace.waiting !== null) return;
    if (decision === 'refuse' && current.account.state !== 'pending') return;
    setChosen(decision);
    if (lacksReason(decision, reason)) return void field.current?.focus();
    const { id, name } = current.account;
    grace.start({ id, name, decision, reason: reason.trim() });
    setReason('');
    setChosen(null);
    setProblem(null);
    const next = after(ids, id);
    go(next === null ? '/verification' : `/verification/${next}`);
  }

  function takeBack() {
    const asked = grace.waiting;
    grace.cancel();
    if (asked === null) return;
    setReason(asked.reason);
    go(`/verification/${asked.id}`);
  }

  useKeys((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    switch (event.key.toLowerCase()) {
      case 'j':
      case 'k': {
        const to = move(ids, current?.account.id ?? null, event.key.toLowerCase() === 'j' ? 1 : -1);
        if (to !== null) go(`/verification/${to}`);
        return true;
      }
      case 'a':
        choose('approve');
        return current !== null;
      case 'r':
        if (current?.account.state !== 'pending') return false;
        choose('refuse');
        return true;
      default:
        return false;
    }
  });

  return (
    <Page
      title={t('verification.title')}
      note={
        items === undefined
          ? undefined
          : oldest === undefined
            ? t('verification.noneNote')
            : t('verification.note', {
                count: rows.length,
                since: format.shortDate(oldest.waitingSince ?? oldest.account.createdAt),
              })
      }
      back={phone && current !== null ? '/verification' : undefined}
      flush
    >
      <div className={styles.split}>
        {!(phone && current !== null) && (
          <section className={styles.queue} aria-label={t('verification.queue')}>
            {pages.isError ? (
              <Failed what={t('verification.failed')} error={pages.error} retry={() => void pages.refetch()} />
            ) : items === undefined ? (
              <div className={styles.pad}>
                <Loading rows={8} label={t('loading')} />
              </div>
            ) : rows.length === 0 ? (
              <Empty title={t('verification.none')} text={t('verification.noneWhy')} />
            ) : (
              <ul>
                {rows.map((row) => (
                  <li key={row.account.id}>
                    <RouteLink
                      to={`/verification/${row.account.id}`}
                      className={styles.queueRow}
                      aria-current={row.account.id === current?.account.id ? 'true' : undefined}
                    >
                      <PartyPicture
                        party={{
                          kind: 'account',
                          id: row.account.id,
                          name: row.account.name,
                          picture: row.account.picture,
                        }}
                        size={44}
                      />
                      <span>
                        <strong>
                          <bdi>{row.account.name}</bdi>
                        </strong>
                        <span>{categoryName(row.account.category)}</span>
                      </span>
                      <time dateTime={row.waitingSince ?? row.account.createdAt}>
                        {waited(Date.parse(row.waitingSince ?? row.account.createdAt), now, t)}
                      </time>
                    </RouteLink>
                  </li>
                ))}
              </ul>
            )}
            {pages.hasNextPage && (
              <Button m="sm" variant="subtle" onClick={() => void pages.fetchNextPage()}>
                {t('more')}
              </Button>
            )}
            {!phone && (
              <p className={office.keyHints}>
                <span>
                  <Key>J</Key> <Key>K</Key> {t('verification.keyMove')}
                </span>
                <span>
                  <Key>A</Key> {t('verification.keyApprove')}
                </span>
                <span>
                  <Key>R</Key> {t('verification.keyRefuse')}
                </span>
                <span>
                  <Key name="Ctrl" /> <Key name="Enter" /> {t('verification.keyDecide')}
                </span>
              </p>
            )}
          </section>
        )}
        {current !== null ? (
          <section className={styles.request} aria-label={t('verification.request', { name: current.account.name })}>
            <header className={styles.who}>
              <PartyPicture
                party={{
                  kind: 'account',
                  id: current.account.id,
                  name: current.account.name,
                  picture: current.account.picture,
                }}
                size={64}
              />
              <div>
                <h2>
                  <bdi>{current.account.name}</bdi>
                </h2>
                <p>
                  {t('verification.opened', {
                    handle: current.account.handle,
                    category: categoryName(current.account.category),
                    at: format.shortDate(current.account.createdAt),
                    owner: current.owner.name,
                  })}
                </p>
              </div>
            </header>
            <Card title={t('verification.claims')}>
              <Facts
                items={[
                  [t('verification.name'), current.account.name],
                  [t('verification.handle'), `@${current.account.handle}`],
                  [t('verification.category'), categoryName(current.account.category)],
                  [
                    t('verification.description'),
                    <span key="text" dir="auto">
                      {current.account.description || t('verification.noDescription')}
                    </span>,
                  ],
                  [
                    t('verification.owner'),
                    current.owner.handle === null
                      ? current.owner.name
                      : `${current.owner.name}, @${current.owner.handle}`,
                  ],
                  [t('verification.link'), current.account.link],
                ]}
              />
            </Card>
            {current.account.state === 'refused' && (
              <Card title={t('verification.wasRefused')}>
                <p className={styles.help}>
                  {current.account.stateReason
                    ? t('verification.becauseThen', { reason: current.account.stateReason })
                    : t('verification.canStillApprove')}
                </p>
              </Card>
            )}
            <Card title={t('verification.decision')}>
              <form
                className={styles.decision}
                onSubmit={(event) => event.preventDefault()}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                    event.preventDefault();
                    ask(chosen ?? 'approve');
                  }
                  if (event.key === 'Escape') field.current?.blur();
                }}
              >
                <Textarea
                  ref={field}
                  label={t('verification.reason')}
                  description={
                    chosen === null
                      ? t('reason.help')
                      : t(chosen === 'approve' ? 'verification.willApprove' : 'verification.willRefuse')
                  }
                  autosize
                  minRows={2}
                  maxLength={500}
                  value={reason}
                  error={chosen === 'refuse' && reason.trim() === '' ? t('verification.reasonNeeded') : null}
                  onChange={(event) => setReason(event.currentTarget.value)}
                />
                <div className={styles.decisionActs}>
                  <Button
                    leftSection={<Check size={18} strokeWidth={1.9} aria-hidden />}
                    disabled={grace.waiting !== null}
                    onClick={() => ask('approve')}
                  >
                    {t('verification.approve')}
                  </Button>
                  {current.account.state === 'pending' && (
                    <Button
                      variant="outline"
                      color="red"
                      leftSection={<X size={18} strokeWidth={1.9} aria-hidden />}
                      disabled={grace.waiting !== null}
                      onClick={() => ask('refuse')}
                    >
                      {t('verification.refuse')}
                    </Button>
                  )}
                  <span>{grace.waiting === null ? t('verification.waits') : t('verification.oneAtATime')}</span>
                </div>
                {problem !== null && <Refusal problem={problem} title={t('verification.notDecided')} />}
              </form>
            </Card>
            <AuditCard stream={current.account.id} title={t('verification.soFar')} />
          </section>
        ) : (
          !phone && (
            <section className={styles.request}>
              {items !== undefined && (
                <Empty
                  title={open !== null && rows.length > 0 ? t('verification.notHere') : t('verification.none')}
                  text={t('verification.noneWhy')}
                />
              )}
            </section>
          )
        )}
      </div>
      <div className={office.graceFloat}>
        <GraceBar
          grace={{ ...grace, cancel: takeBack }}
          what={
            grace.waiting === null
              ? ''
              : t(grace.waiting.decision === 'approve' ? 'verification.aboutApprove' : 'verification.aboutRefuse', {
                  name: grace.waiting.name,
                })
          }
        />
      </div>
    </Page>
  );
}

function waited(since: number, now: number, t: (key: string, values: { count: number }) => string): string {
  const hours = Math.max(0, Math.floor((now - since) / 3_600_000));
  return hours < 48
    ? t('verification.hours', { count: hours })
    : t('verification.days', { count: Math.floor(hours / 24) });
}
