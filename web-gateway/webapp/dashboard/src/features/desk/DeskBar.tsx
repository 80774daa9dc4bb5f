import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { Key } from '@shared/office/states';
import type { DeskAgent, OpeningHours } from '@shared/protocol/types';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { deskReads } from './deskReads';
import styles from './bar.module.css';

interface Props {
  account: string;
  agents: readonly DeskAgent[];
  phone: boolean;
  onCommands: () => void;
}

/** In the head of the page: search and commands, whether the account is open now, and who is here. */
export function DeskBar({ account, agents, phone, onCommands }: Props) {
  const { t } = useTranslation('desk');
  const hours = useQuery(deskReads.hours(account)).data;
  const here = agents.filter((agent) => agent.presence === 'here');
  return (
    <div className={styles.bar}>
      <button type="button" className={styles.searchButton} aria-label={t('commands.open')} onClick={onCommands}>
        <Search size={17} strokeWidth={1.9} aria-hidden />
        {!phone && (
          <>
            <span>{t('commands.placeholder')}</span>
            <span>
              <Key name="Ctrl" /> <Key>K</Key>
            </span>
          </>
        )}
      </button>
      {!phone && hours !== undefined && hours.week.length > 0 && <OpenNow hours={hours} />}
      {!phone && here.length > 0 && (
        <span className={styles.faces} role="img" aria-label={t('hereNow', { names: names(here) })}>
          {here.slice(0, 4).map((agent) => (
            <PartyPicture key={agent.user.id} party={agent.user} size={28} />
          ))}
        </span>
      )}
    </div>
  );
}

function names(agents: readonly DeskAgent[]): string {
  return agents.map((agent) => agent.user.name).join(', ');
}

function OpenNow({ hours }: { hours: OpeningHours }) {
  const { t } = useTranslation('desk');
  const format = useFormat(hours.timeZone);
  const today = hours.until !== null && format.dayLabel(hours.until) === format.dayLabel(new Date());
  const at = hours.until === null ? '' : today ? format.clock(hours.until) : format.dayAndTime(hours.until);
  return (
    <span className={styles.openNow} data-open={hours.open || undefined} title={hours.timeZone}>
      <i aria-hidden />
      {hours.until === null
        ? t(hours.open ? 'openNow' : 'closedNow')
        : hours.open
          ? t('openUntil', { at })
          : t('closedUntil', { at })}
    </span>
  );
}
