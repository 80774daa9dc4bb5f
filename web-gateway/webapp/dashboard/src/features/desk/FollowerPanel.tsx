import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { Facts } from '@shared/office/Page';
import type { DeskConversation } from '@shared/protocol/types';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { windowAt } from './model/window';
import { WindowRing } from './WindowRing';
import styles from './desk.module.css';

/** How long may I still write, and what the account knows of the follower: no name, no picture, no presence. */
export function FollowerPanel({ conversation, now }: { conversation: DeskConversation; now: number }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const at = windowAt(conversation.window, now);
  return (
    <aside className={styles.panel} aria-label={t('desk.follower')}>
      <section className={styles.panelWindow}>
        <WindowRing window={conversation.window} now={now} size={48} />
        <div>
          <h2>
            {at.state === 'open'
              ? t('desk.left', { left: format.timeLeft(at.closesAt, new Date(now)) })
              : at.state === 'closed'
                ? t('desk.windowClosed')
                : t('desk.noWindow')}
          </h2>
          <p>
            {at.state === 'open'
              ? t('desk.windowOpen', { at: format.dayAndTime(at.closesAt) })
              : at.state === 'closed'
                ? t('desk.windowWas', { at: format.dayAndTime(at.closedAt) })
                : t('desk.windowNever')}
          </p>
        </div>
      </section>
      <section>
        <div className={styles.person}>
          <PartyPicture
            party={{ kind: 'follower', id: conversation.follower.id, name: conversation.follower.name }}
            shape={conversation.follower.shape}
            size={44}
          />
          <div>
            <strong>{conversation.follower.name}</strong>
            <p>{t('desk.showsNoName')}</p>
          </div>
        </div>
        <Facts
          items={[
            [
              t('desk.followsSince'),
              conversation.followedSince !== null ? format.shortDate(conversation.followedSince) : t('desk.nowNot'),
            ],
            [
              t('desk.waitingSince'),
              conversation.waitingSince === null
                ? t('desk.nothingWaits')
                : format.dayAndTime(conversation.waitingSince),
            ],
            [t('desk.assignedTo'), conversation.assignee?.name ?? t('desk.nobody')],
            [t('desk.state'), conversation.state === 'open' ? t('desk.open') : t('desk.closed')],
          ]}
        />
      </section>
      <p className={styles.privacy}>{t('desk.privacy')}</p>
    </aside>
  );
}
