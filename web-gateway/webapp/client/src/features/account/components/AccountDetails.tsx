import type { ReactNode } from 'react';
import { Clock, QrCode, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import type { Conversation, DirectoryEntry } from '@shared/protocol/types';
import classes from './AccountDetails.module.css';

interface AccountDetailsProps {
  conversation: Conversation;
  /** Description and category, once they are known. */
  entry: DirectoryEntry | null | undefined;
  /** Dosage with its strip. */
  dosage: ReactNode;
  /** Less and Unfollow. */
  acts: ReactNode;
  /** How much it annoys. */
  annoyance: ReactNode;
  onShare: (() => void) | null;
}

/** Below an account's name: what it is, its dosage, when it may write, and what it knows. */
export function AccountDetails({ conversation, entry, dosage, acts, annoyance, onShare }: AccountDetailsProps) {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const format = useFormat();
  const { party, follow } = conversation;
  const window = follow?.window ?? null;
  const open = window !== null && new Date(window.closesAt) > new Date();
  return (
    <div className={classes.details}>
      {entry?.category || entry?.description ? (
        <div className={classes.who}>
          {entry.category ? <p className={classes.handle}>{shared(`category.${entry.category}`)}</p> : null}
          {entry.description ? (
            <p className={classes.description} dir="auto">
              {entry.description}
            </p>
          ) : null}
        </div>
      ) : null}
      {party.state === 'suspended' ? (
        <p className={classes.suspended} role="note">
          <b>{t('suspended', { name: party.name })}</b> {t('suspendedHelp')}
        </p>
      ) : null}
      {follow ? (
        <div className={classes.part}>
          {dosage}
          {acts}
        </div>
      ) : null}
      {annoyance ? <div className={classes.part}>{annoyance}</div> : null}
      <div className={classes.part}>
        {follow ? (
          <Fact
            icon={<Clock size={18} strokeWidth={1.9} aria-hidden="true" />}
            text={open && window ? t('window.open', { when: format.dayAndTime(window.closesAt) }) : t('window.closed')}
            help={open ? t('window.openHelp') : t('window.closedHelp')}
          />
        ) : null}
        <Fact
          icon={<ShieldCheck size={18} strokeWidth={1.9} aria-hidden="true" />}
          text={t('knows')}
          help={t('knowsHelp')}
        />
        {onShare ? (
          <button type="button" className={classes.share} onClick={onShare}>
            <QrCode size={18} strokeWidth={1.9} aria-hidden="true" /> {t('share')}
          </button>
        ) : null}
      </div>
    </div>
  );
}

function Fact({ icon, text, help }: { icon: ReactNode; text: string; help: string }) {
  return (
    <div className={classes.fact}>
      {icon}
      <div>
        <p>{text}</p>
        <p className={classes.help}>{help}</p>
      </div>
    </div>
  );
}
