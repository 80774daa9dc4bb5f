import { Clock, OctagonX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
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
      </div>
    </div>
  );
}
