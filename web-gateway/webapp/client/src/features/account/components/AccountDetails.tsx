import type { ReactNode } from 'react';
import { Ban, Bell, BellOff, Clock, Flag, ShieldCheck, Share2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import type { Conversation, DirectoryEntry } from '@shared/protocol/types';
import { PartyName } from '@shared/ui/PartyName';
import { PartyPicture } from '@shared/ui/PartyPicture';
import classes from './AccountDetails.module.css';

interface AccountDetailsProps {
  conversation: Conversation;
  /** Description and category, once they are known. */
  entry: DirectoryEntry | null | undefined;
  muted: boolean;
  /** Dosage with its strip. */
  dosage: ReactNode;
  /** Less and Unfollow. */
  acts: ReactNode;
  onMute: (muted: boolean) => void;
  onShare: (() => void) | null;
  onReport: () => void;
  onBlock: () => void;
}

/** Who an account is, its dosage, when it may write, what it knows, and what can be done about it. */
export function AccountDetails({
  conversation,
  entry,
  muted,
  dosage,
  acts,
  onMute,
  onShare,
  onReport,
  onBlock,
}: AccountDetailsProps) {
  const { t } = useTranslation('account');
  const format = useFormat();
  const { party, follow } = conversation;
  const window = follow?.window ?? null;
  const open = window !== null && new Date(window.closesAt) > new Date();
  return (
    <div className={classes.details}>
      <div className={classes.who}>
        <PartyPicture party={party} size={80} />
        <h2>
          <PartyName name={party.name} verified={party.verified} badgeSize={18} />
        </h2>
        <p className={classes.handle}>
          {entry?.category
            ? t('handleCategory', { handle: party.handle, category: entry.category })
            : `@${party.handle}`}
        </p>
        {entry?.description ? (
          <p className={classes.description} dir="auto">
            {entry.description}
          </p>
        ) : null}
      </div>
      {party.state === 'suspended' ? <Suspended name={party.name} /> : null}
      {follow ? (
        <div className={classes.part}>
          {dosage}
          <div className={classes.acts}>{acts}</div>
        </div>
      ) : null}
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
        {follow ? <p className={classes.since}>{t('follows', { date: format.monthAndYear(follow.since) })}</p> : null}
      </div>
      <div className={classes.tools}>
        {follow ? (
          <button type="button" aria-pressed={muted} onClick={() => onMute(!muted)}>
            {muted ? <Bell size={17} aria-hidden="true" /> : <BellOff size={17} aria-hidden="true" />}
            {muted ? t('unmute') : t('mute')}
          </button>
        ) : null}
        {onShare ? (
          <button type="button" onClick={onShare}>
            <Share2 size={17} aria-hidden="true" /> {t('share')}
          </button>
        ) : null}
        <button type="button" onClick={onReport}>
          <Flag size={17} aria-hidden="true" /> {t('report')}
        </button>
        <button type="button" onClick={onBlock}>
          <Ban size={17} aria-hidden="true" /> {t('block')}
        </button>
      </div>
      {muted ? <p className={classes.mutedHelp}>{t('muted')}</p> : null}
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

/** An account the operators have suspended: what still works and what does not. */
export function Suspended({ name }: { name: string }) {
  const { t } = useTranslation('account');
  return (
    <p className={classes.suspended} role="note">
      <b>{t('suspended', { name })}</b> {t('suspendedHelp')}
    </p>
  );
}
