import { Clock, OctagonX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { api, problemOf } from '@shared/api/http';
import { RouteLink, usePath } from '@shared/office/RouteLink';
import { Refusal } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';
import { may } from '@dashboard/account/may';
import type { Account } from '@shared/protocol/types';
import styles from './push.module.css';

/** What an account that is not verified can and cannot do at the moment, and why. */
export function StateNotice({ account }: { account: Account }) {
  const { t } = useTranslation('dashboard');
  if (account.state === 'verified') return null;
  const danger = account.state !== 'pending';
  const Icon = danger ? OctagonX : Clock;
  const words = {
    pending: [t('state.pendingTitle'), t('state.pendingWhy')],
    refused: [t('state.refusedTitle'), t('state.refusedWhy')],
    suspended: [t('state.suspendedTitle'), t('state.suspendedWhy')],
  }[account.state];
  return (
    <div className={styles.notice} data-tone={danger ? 'danger' : 'warn'} role="status">
      <Icon size={18} strokeWidth={1.9} aria-hidden />
      <div>
        <strong>{words[0]}</strong>
        {words[1]}
        {account.stateReason !== null && account.stateReason !== '' && (
          <> {t('state.reason', { reason: account.stateReason })}</>
        )}
        {account.state === 'refused' && may(account.role, 'change-account') && <AskAgain account={account} />}
      </div>
    </div>
  );
}

/** Back into the operators' queue, after the profile was put right. */
function AskAgain({ account }: { account: Account }) {
  const { t } = useTranslation('dashboard');
  const queries = useQueryClient();
  const profile = `/${account.id}/settings`;
  const there = usePath() === profile;
  const ask = useMutation({
    mutationFn: () => api<Account>(`/accounts/${account.id}/verification-request`, { method: 'POST' }),
    onSuccess: () => toast({ message: t('state.askedAgain', { name: account.name }) }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['account', account.id] }),
  });
  return (
    <>
      <div className={styles.noticeActs}>
        {!there && (
          <RouteLink to={profile} className="p-link">
            {t('state.toProfile')}
          </RouteLink>
        )}
        <Button size="xs" variant="default" loading={ask.isPending} onClick={() => ask.mutate()}>
          {t('state.askAgain')}
        </Button>
      </div>
      {ask.isError && <Refusal compact problem={problemOf(ask.error)} title={t('state.notAskedAgain')} />}
    </>
  );
}
