import {
  AlarmClock,
  Bot,
  CircleCheck,
  CircleDashed,
  RotateCcw,
  Star,
  Tag,
  UserRound,
  UserRoundCheck,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import type { DeskEvent } from '@shared/protocol/types';
import { useMyself } from '@shared/session/session';
import styles from './notes.module.css';

const ICONS: Record<DeskEvent['kind'], typeof Bot> = {
  assigned: UserRound,
  taken: UserRoundCheck,
  released: CircleDashed,
  closed: CircleCheck,
  reopened: RotateCcw,
  snoozed: AlarmClock,
  woken: AlarmClock,
  tagged: Tag,
  'asked-for-a-person': Bot,
  'no-rule-fits': Bot,
  rated: Star,
};

/** One line of what happened, between the messages. */
export function EventLine({ event, follower }: { event: DeskEvent; follower: string }) {
  const format = useFormat();
  const words = useWords(event, follower);
  const Icon = ICONS[event.kind];
  const machine = event.kind === 'asked-for-a-person' || event.kind === 'no-rule-fits';
  return (
    <p className={styles.event} data-machine={machine || undefined}>
      <Icon size={14} strokeWidth={1.9} aria-hidden />
      <span>
        <time dateTime={event.at} title={format.fullTime(event.at)}>
          {format.clock(event.at)}
        </time>{' '}
        {words}
      </span>
    </p>
  );
}

function useWords(event: DeskEvent, follower: string): string {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const me = useMyself();
  const mine = event.actor?.id === me.id;
  const name = event.actor?.name ?? '';
  const detail = event.detail ?? '';
  const ruled = event.actor === null;
  switch (event.kind) {
    case 'taken':
      return mine ? t('event.youTook') : t('event.took', { name });
    case 'assigned':
      if (ruled) return t('event.ruleAssigned', { to: detail });
      return mine ? t('event.youAssigned', { to: detail }) : t('event.assigned', { name, to: detail });
    case 'released':
      return mine ? t('event.youReleased') : t('event.released', { name });
    case 'closed':
      return mine ? t('event.youClosed') : t('event.closed', { name });
    case 'reopened':
      return mine ? t('event.youReopened') : t('event.reopened', { name });
    case 'snoozed': {
      const until = event.detail === null ? t('untilAnswer') : format.dayAndTime(event.detail);
      return mine ? t('event.youSnoozed', { until }) : t('event.snoozed', { name, until });
    }
    case 'woken':
      if (ruled) return t('event.awake');
      return mine ? t('event.youWoke') : t('event.woke', { name });
    case 'tagged':
      if (detail === '') return mine ? t('event.youUntagged') : t('event.untagged', { name });
      return mine ? t('event.youTagged', { tags: detail }) : t('event.tagged', { name, tags: detail });
    case 'asked-for-a-person':
      return t('event.askedForPerson', { follower });
    case 'no-rule-fits':
      return t('event.noRuleFits');
    case 'rated':
      return t('event.rated', { follower, rating: detail });
    default:
      return event.kind satisfies never;
  }
}
