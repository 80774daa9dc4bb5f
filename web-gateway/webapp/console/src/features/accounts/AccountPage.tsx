import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, problemOf } from '@shared/api/http';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { Card, Facts, Page } from '@shared/office/Page';
import { RouteLink } from '@shared/office/RouteLink';
import { Loading } from '@shared/office/states';
import type { OperatorAccount } from '@shared/protocol/types';
import { PartyName } from '@shared/ui/PartyName';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { Refusal } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';
import { AccountStateTag } from '@console/operator/AccountStateTag';
import { AuditCard } from '@console/operator/AuditCard';
import { useCategoryName } from '@console/operator/categories';
import styles from '@console/operator/operator.module.css';
import { reads } from '@console/operator/reads';
import { Suspend } from '@console/operator/Suspend';
import { fill, problemsOf } from './model/quota';

/** Is it a nuisance, what may it send, who did what. */
export function AccountPage({
  id,
  standing,
}: {
  id: string;
  /** Score, sanctions and appeals. */
  standing: (name: string, suspended: boolean) => ReactNode;
}) {
  const { t } = useTranslation('console');
  const format = useFormat();
  const categoryName = useCategoryName();
  const it = useQuery(reads.account(id));
  const [asking, setAsking] = useState(false);

  if (it.isError || it.data === undefined) {
    return (
      <Page title={t('accounts.title')} back="/accounts">
        <Card>
          {it.isError ? (
            <Failed what={t('accounts.oneFailed')} error={it.error} retry={() => void it.refetch()} />
          ) : (
            <Loading rows={8} label={t('loading')} />
          )}
        </Card>
      </Page>
    );
  }
  const { account, owner } = it.data;
  const suspended = account.state === 'suspended';
  return (
    <Page title={t('accounts.title')} back="/accounts">
      <header className={styles.who}>
        <PartyPicture
          party={{ kind: 'account', id: account.id, name: account.name, picture: account.picture }}
          size={56}
        />
        <div>
          <h2>
            <PartyName name={account.name} verified={account.state === 'verified'} badgeSize={20} />{' '}
            <AccountStateTag state={account.state} />
          </h2>
          <p>
            {t('accounts.line', {
              handle: account.handle,
              category: categoryName(account.category),
              owner: owner.name,
              since: format.shortDate(account.createdAt),
            })}
          </p>
        </div>
        {(account.state === 'pending' || account.state === 'refused') && (
          <RouteLink to={`/verification/${account.id}`}>{t('accounts.toVerification')}</RouteLink>
        )}
        {account.state !== 'pending' && (
          <Button
            variant={suspended ? 'default' : 'outline'}
            color={suspended ? undefined : 'red'}
            onClick={() => setAsking(true)}
          >
            {t(suspended ? 'suspend.restoreDots' : 'suspend.actDots')}
          </Button>
        )}
      </header>
      <div className={styles.three}>
        <QuotaCard row={it.data} />
        <Card title={t('accounts.numbers')}>
          <Facts
            items={[
              [t('accounts.followers'), format.full(it.data.followers)],
              [t('accounts.pushes30d'), format.full(it.data.pushes30d)],
              [t('accounts.unfollows30d'), format.full(it.data.unfollows30d)],
              [t('accounts.reports'), format.full(it.data.reports)],
            ]}
          />
          <p className={styles.help}>
            <RouteLink to="/reports">{t('accounts.allReports')}</RouteLink>
          </p>
        </Card>
        <Card title={t('accounts.about')}>
          <Facts
            items={[
              [t('verification.owner'), owner.handle === null ? owner.name : `${owner.name}, @${owner.handle}`],
              [
                t('verification.description'),
                <span key="text" dir="auto">
                  {account.description || t('verification.noDescription')}
                </span>,
              ],
              [t('verification.link'), account.link],
              ...(account.stateReason ? [[t('accounts.stateReason'), account.stateReason] as const] : []),
            ]}
          />
        </Card>
      </div>
      {standing(account.name, suspended)}
      <AuditCard stream={account.id} title={t('accounts.trail')} />
      <Suspend
        path={`/operator/accounts/${account.id}`}
        name={account.name}
        what={t(suspended ? 'accounts.restoreWhat' : 'accounts.suspendWhat')}
        opened={asking}
        restore={suspended}
        onClose={() => setAsking(false)}
      />
    </Page>
  );
}

function QuotaCard({ row }: { row: OperatorAccount }) {
  const { t } = useTranslation('console');
  const format = useFormat();
  const queries = useQueryClient();
  const { quota, account } = row;
  const [changing, setChanging] = useState(false);
  const [day, setDay] = useState(quota.day.limit);
  const [month, setMonth] = useState(quota.month.limit);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  useEffect(() => {
    setDay(quota.day.limit);
    setMonth(quota.month.limit);
  }, [quota.day.limit, quota.month.limit]);

  const save = useMutation({
    mutationFn: (to: { releasesPerDay: number; releasesPerMonth: number; reason: string }) =>
      api(`/operator/accounts/${account.id}/quota`, { method: 'PUT', body: to }),
    onSuccess: () => {
      setChanging(false);
      setReason('');
      setTried(false);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['operator'] }),
  });
  const wrong = problemsOf(day, month, reason);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (wrong.length > 0) return;
    const before = { releasesPerDay: quota.day.limit, releasesPerMonth: quota.month.limit };
    save.mutate(
      { releasesPerDay: day, releasesPerMonth: month, reason: reason.trim() },
      {
        onSuccess: () =>
          toast({
            message: t('quota.saved', { name: account.name }),
            undo: () => save.mutate({ ...before, reason: t('quota.undone') }),
          }),
      },
    );
  }

  return (
    <Card
      title={t('quota.title')}
      aside={
        <button type="button" className="p-link" aria-expanded={changing} onClick={() => setChanging(!changing)}>
          {changing ? t('quota.leave') : t('quota.change')}
        </button>
      }
    >
      {(['day', 'month'] as const).map((period) => {
        const part = quota[period];
        return (
          <div key={period} className={styles.meter}>
            <div>
              <span>{t(`quota.${period}`)}</span>
              <span>
                <b>{format.full(part.used)}</b> {t('quota.of', { limit: format.full(part.limit) })}
              </span>
            </div>
            <span className={styles.track} aria-hidden>
              <i
                data-full={part.used >= part.limit || undefined}
                style={{ width: `${fill(part.used, part.limit)}%` }}
              />
            </span>
          </div>
        );
      })}
      {changing && (
        <form className={styles.quotaForm} onSubmit={submit}>
          <div className={styles.quotaFields}>
            <NumberInput
              label={t('quota.perDay')}
              min={0}
              max={1000}
              allowDecimal={false}
              value={day}
              onChange={(value) => setDay(Number(value))}
              error={tried && wrong.includes('day') ? t('quota.wrongNumber') : null}
            />
            <NumberInput
              label={t('quota.perMonth')}
              min={0}
              max={10_000}
              allowDecimal={false}
              value={month}
              onChange={(value) => setMonth(Number(value))}
              error={
                tried && wrong.includes('month')
                  ? t('quota.wrongNumber')
                  : tried && wrong.includes('less')
                    ? t('quota.less')
                    : null
              }
            />
          </div>
          <TextInput
            label={t('reason.label')}
            description={t('reason.help')}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={tried && wrong.includes('reason') ? t('reason.missing') : null}
          />
          {save.isError && <Refusal compact problem={problemOf(save.error)} title={t('quota.notSaved')} />}
          <div>
            <Button type="submit" loading={save.isPending}>
              {t('quota.save')}
            </Button>
          </div>
        </form>
      )}
    </Card>
  );
}
