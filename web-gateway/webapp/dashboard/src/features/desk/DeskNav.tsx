import { useQuery } from '@tanstack/react-query';
import { AlarmClock, CircleCheck, CircleDashed, Hourglass, Inbox, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RouteLink } from '@shared/office/RouteLink';
import { Key } from '@shared/office/states';
import type { DeskAgent, DeskList, DeskPage, DeskTag } from '@shared/protocol/types';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { DESK_LISTS } from '@dashboard/account/reads';
import { deskReads } from './deskReads';
import { useListNames } from './useListNames';
import type { Presence } from './usePresence';
import styles from './desk.module.css';

export const LIST_ICONS: Record<DeskList, typeof Inbox> = {
  waiting: Hourglass,
  mine: UserRound,
  unassigned: CircleDashed,
  all: Inbox,
  snoozed: AlarmClock,
  closed: CircleCheck,
};

interface Props {
  account: string;
  list: DeskList;
  tag: string | null;
  counts: DeskPage['counts'] | undefined;
  tags: readonly DeskTag[];
  me: string;
  presence: Presence;
  help: () => void;
}

/** Lists, tags and the team, at the left of the desk. */
export function DeskNav({ account, list, tag, counts, tags, me, presence, help }: Props) {
  const { t } = useTranslation('desk');
  const names = useListNames();
  const agents = useQuery(deskReads.agents(account));
  return (
    <nav className={styles.lists} aria-label={t('lists')}>
      <div>
        <ul>
          {DESK_LISTS.map((each) => {
            const Icon = LIST_ICONS[each];
            return (
              <li key={each}>
                <RouteLink
                  to={`/${account}/desk/${each}`}
                  className={styles.listItem}
                  aria-current={each === list && tag === null ? 'page' : undefined}
                >
                  <Icon size={18} strokeWidth={1.9} aria-hidden />
                  <span>{names[each]}</span>
                  {each !== 'closed' && <b>{counts?.[each] ?? ''}</b>}
                </RouteLink>
              </li>
            );
          })}
        </ul>
        {tags.length > 0 && (
          <>
            <h2 className={styles.listsHead}>{t('tags')}</h2>
            <ul>
              {tags.map((each) => (
                <li key={each.id}>
                  <RouteLink
                    to={`/${account}/desk/tag-${each.id}`}
                    className={styles.listItem}
                    aria-current={each.id === tag ? 'page' : undefined}
                  >
                    <i className={styles.tagDot} data-colour={each.colour} aria-hidden />
                    <span dir="auto">{each.name}</span>
                    <b>{each.open}</b>
                  </RouteLink>
                </li>
              ))}
            </ul>
          </>
        )}
        <h2 className={styles.listsHead}>{t('teamNow')}</h2>
        <ul>
          {(agents.data?.items ?? []).map((agent) => (
            <TeamRow key={agent.user.id} agent={agent} isMe={agent.user.id === me} presence={presence} />
          ))}
        </ul>
      </div>
      <div className={styles.hints}>
        <span>
          <Key>J</Key> <Key>K</Key> {t('hint.move')}
        </span>
        <span>
          <Key>E</Key> {t('hint.close')} <Key>S</Key> {t('hint.snooze')}
        </span>
        <button type="button" className="p-link" onClick={help}>
          <Key>?</Key> {t('hint.all')}
        </button>
      </div>
    </nav>
  );
}

function TeamRow({ agent, isMe, presence }: { agent: DeskAgent; isMe: boolean; presence: Presence }) {
  const { t } = useTranslation('desk');
  const shown = isMe ? (presence.away ? 'away' : 'here') : agent.presence;
  const words = { here: t('presence.here'), away: t('presence.away'), absent: t('presence.absent') };
  const inside = (
    <>
      <span className={styles.agentPicture} data-presence={shown}>
        <PartyPicture party={agent.user} size={24} />
      </span>
      <span>{isMe ? t('you') : <bdi>{agent.user.name.split(' ')[0]}</bdi>}</span>
      <b>{shown === 'here' ? agent.open : words[shown]}</b>
      {shown === 'here' && <span className="p-hidden">{words.here}</span>}
    </>
  );
  return (
    <li>
      {isMe ? (
        <button
          type="button"
          className={styles.listItem}
          title={presence.away ? t('presence.comeBack') : t('presence.goAway')}
          onClick={presence.toggle}
        >
          {inside}
        </button>
      ) : (
        <span className={styles.listItem}>{inside}</span>
      )}
    </li>
  );
}
