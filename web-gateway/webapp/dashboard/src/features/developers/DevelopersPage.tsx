import { useState, type FormEvent } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, CopyButton, TextInput } from '@mantine/core';
import { Copy, Trash2, Webhook } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, newIdempotencyKey, problemOf } from '@shared/api/http';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { Card, Page, TableFrame } from '@shared/office/Page';
import office from '@shared/office/office.module.css';
import { Loading, Tag } from '@shared/office/states';
import type { AddedWebhookEndpoint, Problem, WebhookEndpoint } from '@shared/protocol/types';
import { ConfirmByName } from '@shared/ui/ConfirmByName';
import { Empty } from '@shared/ui/Empty';
import { Refusal, useProblemWords } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';
import { reads } from '@dashboard/account/reads';
import { useAccount } from '@dashboard/account/useAccount';
import styles from './developers.module.css';

/** Endpoints that hear of new followers: added with a secret that is shown once, tried out, and watched. */
export function DevelopersPage() {
  const { t, i18n } = useTranslation('dashboard');
  const account = useAccount();
  const queries = useQueryClient();
  const endpoints = useQuery(reads.endpoints(account.id));
  const [address, setAddress] = useState('');
  const [made, setMade] = useState<AddedWebhookEndpoint | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = useMutation({
    mutationFn: (url: string) =>
      api<AddedWebhookEndpoint>(`/accounts/${account.id}/webhook-endpoints`, {
        body: { url, events: ['follow.started'] },
        idempotencyKey: newIdempotencyKey(),
      }),
    onSuccess: (endpoint) => {
      setMade(endpoint);
      setAddress('');
      setProblem(null);
    },
    onError: (error) => setProblem(problemOf(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['account', account.id, 'endpoints'] }),
  });

  /** The rule of the address that was broken, in words; its name says no more than they do. */
  const why = (refused: Problem) => {
    const rule = refused.errors?.[0]?.rule;
    return rule !== undefined && i18n.exists(`dashboard:developers.wrong.${rule}`)
      ? t(`developers.wrong.${rule}`)
      : refused.errors?.[0]?.detail;
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    if (address.trim() !== '') add.mutate(address.trim());
  }

  return (
    <Page title={t('developers.title')}>
      <Card title={t('developers.add')}>
        <p className={styles.help}>{t('developers.what')}</p>
        <form className={styles.add} onSubmit={submit}>
          <TextInput
            label={t('developers.address')}
            type="url"
            inputMode="url"
            placeholder="https://"
            value={address}
            onChange={(event) => {
              setAddress(event.currentTarget.value);
              setProblem(null);
            }}
          />
          <Button type="submit" size="md" loading={add.isPending} disabled={address.trim() === ''}>
            {address.trim() === '' ? t('developers.addressMissing') : t('developers.addButton')}
          </Button>
        </form>
        {problem !== null && <Refusal problem={problem} title={t('developers.notAdded')} safe={why(problem)} />}
        {made !== null && (
          <div className={styles.secret} role="status">
            <strong>{t('developers.secretTitle')}</strong>
            <p>{t('developers.secretWhy')}</p>
            <div>
              <code>{made.secret}</code>
              <CopyButton value={made.secret}>
                {({ copied, copy }) => (
                  <Button size="xs" variant="default" leftSection={<Copy size={14} aria-hidden />} onClick={copy}>
                    {copied ? t('developers.copied') : t('developers.copy')}
                  </Button>
                )}
              </CopyButton>
              <Button size="xs" variant="subtle" color="gray" onClick={() => setMade(null)}>
                {t('developers.kept')}
              </Button>
            </div>
          </div>
        )}
      </Card>
      {endpoints.isError ? (
        <Card>
          <Failed what={t('developers.failed')} error={endpoints.error} retry={() => void endpoints.refetch()} />
        </Card>
      ) : endpoints.data === undefined ? (
        <Card>
          <Loading rows={3} label={t('loading')} />
        </Card>
      ) : endpoints.data.items.length === 0 ? (
        <Card>
          <Empty
            picture={<Webhook size={36} strokeWidth={1.6} aria-hidden />}
            title={t('developers.none')}
            text={t('developers.noneWhy')}
          />
        </Card>
      ) : (
        endpoints.data.items.map((endpoint) => <Endpoint key={endpoint.id} endpoint={endpoint} />)
      )}
    </Page>
  );
}

function Endpoint({ endpoint }: { endpoint: WebhookEndpoint }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const account = useAccount();
  const queries = useQueryClient();
  const words = useProblemWords();
  const [removing, setRemoving] = useState(false);
  const attempts = useQuery(reads.attempts(account.id, endpoint.id));
  const path = `/accounts/${account.id}/webhook-endpoints/${endpoint.id}`;
  const failed = (error: unknown) =>
    toast({ message: words(problemOf(error)).title, detail: words(problemOf(error)).detail });
  const test = useMutation({
    mutationFn: () => api(`${path}/test`, { method: 'POST' }),
    onSuccess: () => toast({ message: t('developers.tested') }),
    onError: failed,
    onSettled: () => attempts.refetch(),
  });
  const remove = useMutation({
    mutationFn: () => api(path, { method: 'DELETE' }),
    onSuccess: () => toast({ message: t('developers.removed') }),
    onError: failed,
    onSettled: () => {
      setRemoving(false);
      return queries.invalidateQueries({ queryKey: ['account', account.id, 'endpoints'] });
    },
  });
  const host = hostOf(endpoint.url);

  return (
    <Card
      flush
      title={<span className={styles.url}>{endpoint.url}</span>}
      aside={
        <>
          {endpoint.events.map((event) => (
            <Tag key={event}>{event}</Tag>
          ))}
          <Button size="xs" variant="default" loading={test.isPending} onClick={() => test.mutate()}>
            {t('developers.test')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            leftSection={<Trash2 size={14} aria-hidden />}
            onClick={() => setRemoving(true)}
          >
            {t('developers.remove')}
          </Button>
        </>
      }
    >
      {attempts.isError ? (
        <Failed what={t('developers.attemptsFailed')} error={attempts.error} retry={() => void attempts.refetch()} />
      ) : attempts.data === undefined ? (
        <Loading rows={3} label={t('loading')} />
      ) : attempts.data.items.length === 0 ? (
        <p className={styles.quiet}>{t('developers.noAttempts')}</p>
      ) : (
        <TableFrame label={t('developers.attempts')}>
          <table className={office.table}>
            <thead>
              <tr>
                <th scope="col">{t('developers.at')}</th>
                <th scope="col">{t('developers.event')}</th>
                <th scope="col">{t('developers.result')}</th>
                <th scope="col" data-number>
                  {t('developers.duration')}
                </th>
              </tr>
            </thead>
            <tbody>
              {attempts.data.items.map((attempt) => {
                const good = attempt.status !== null && attempt.status >= 200 && attempt.status < 300;
                return (
                  <tr key={attempt.id}>
                    <td>
                      <time dateTime={attempt.at} title={format.fullTime(attempt.at)}>
                        {format.dayAndTime(attempt.at)}
                      </time>
                    </td>
                    <td>
                      <code>{attempt.event}</code>
                    </td>
                    <td>
                      <Tag tone={good ? 'ok' : 'danger'}>
                        {good ? t('developers.taken', { status: attempt.status }) : t('developers.notTaken')}
                      </Tag>{' '}
                      {!good && <span className={styles.reason}>{attempt.error ?? attempt.status}</span>}
                    </td>
                    <td data-number>
                      {attempt.durationMs === null ? '–' : t('developers.ms', { ms: format.full(attempt.durationMs) })}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableFrame>
      )}
      <ConfirmByName
        opened={removing}
        onClose={() => setRemoving(false)}
        title={t('developers.removeTitle')}
        name={host}
        act={t('developers.remove')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
      >
        <p>{t('developers.removeWhy', { host })}</p>
      </ConfirmByName>
    </Card>
  );
}

function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}
