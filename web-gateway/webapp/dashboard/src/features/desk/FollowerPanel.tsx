import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { url } from '@shared/api/http';
import { useFormat } from '@shared/format/useFormat';
import { Facts } from '@shared/office/Page';
import type { CareCase, DeskConversation, DeskTag } from '@shared/protocol/types';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { deskReads } from './deskReads';
import { windowAt } from './model/window';
import { TagChip, TagMenu } from './TagMenu';
import type { DeskActs } from './useDeskActs';
import { WindowRing } from './WindowRing';
import styles from './panel.module.css';

interface Props {
  account: string;
  conversation: DeskConversation;
  now: number;
  tags: readonly DeskTag[];
  acts: DeskActs;
  tagging: boolean;
  onTagging: (on: boolean) => void;
}

/** How long may I still write, and what the account knows of the follower: no name, no picture, no presence. */
export function FollowerPanel({ account, conversation, now, tags, acts, tagging, onTagging }: Props) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const at = windowAt(conversation.window, now);
  const carried = tags.filter((tag) => conversation.tags.includes(tag.id));
  const path = `/accounts/${account}/conversations/${conversation.id}`;
  return (
    <aside className={styles.panel} aria-label={t('follower')}>
      <section className={styles.panelWindow}>
        <WindowRing window={conversation.window} now={now} size={48} />
        <div>
          <h2>
            {at.state === 'open'
              ? t('left', { left: format.timeLeft(at.closesAt, new Date(now)) })
              : at.state === 'closed'
                ? t('windowClosed')
                : t('noWindow')}
          </h2>
          <p>
            {at.state === 'open'
              ? t('windowOpen', { at: format.dayAndTime(at.closesAt) })
              : at.state === 'closed'
                ? t('windowWas', { at: format.dayAndTime(at.closedAt) })
                : t('windowNever')}
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
            <p>{t('showsNoName')}</p>
          </div>
        </div>
        <Facts
          items={[
            [
              t('followsSince'),
              conversation.followedSince !== null ? format.shortDate(conversation.followedSince) : t('nowNot'),
            ],
            [
              t('waitingSince'),
              conversation.waitingSince === null ? t('nothingWaits') : format.dayAndTime(conversation.waitingSince),
            ],
            [t('assignedTo'), conversation.assignee?.name ?? t('nobody')],
          ]}
        />
      </section>
      <section>
        <div className={styles.panelHead}>
          <h3>{t('tags')}</h3>
          <TagMenu
            account={account}
            conversation={conversation}
            tags={tags}
            acts={acts}
            opened={tagging}
            onOpened={onTagging}
          />
        </div>
        {carried.length === 0 ? (
          <p className={styles.quiet}>{t('noTags')}</p>
        ) : (
          <div className={styles.chips}>
            {carried.map((tag) => (
              <TagChip key={tag.id} tag={tag} />
            ))}
          </div>
        )}
      </section>
      <Earlier account={account} conversation={conversation.id} />
      <section>
        <div className={styles.panelHead}>
          <h3>{t('transcript')}</h3>
        </div>
        <div className={styles.chips}>
          {(['txt', 'html', 'json'] as const).map((kind) => (
            <a key={kind} className="p-link" href={url(`${path}/transcript.${kind}`)} download>
              {t(`transcriptAs.${kind}`)}
            </a>
          ))}
        </div>
        <p className={styles.quiet}>{t('transcriptWhy')}</p>
      </section>
      <p className={styles.privacy}>{t('privacy')}</p>
    </aside>
  );
}

/** Cases that were closed before. */
function Earlier({ account, conversation }: { account: string; conversation: string }) {
  const { t } = useTranslation('desk');
  const cases = useQuery(deskReads.cases(account, conversation));
  const closed = (cases.data?.items ?? []).filter((each) => each.closedAt !== null).slice(0, 5);
  if (closed.length === 0) return null;
  return (
    <section>
      <h3>{t('earlier')}</h3>
      <ul className={styles.earlier}>
        {closed.map((each) => (
          <EarlierCase key={each.id} each={each} />
        ))}
      </ul>
    </section>
  );
}

function EarlierCase({ each }: { each: CareCase }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  return (
    <li>
      <time dateTime={each.openedAt}>{format.shortDate(each.openedAt)}</time>
      <div>
        <span>
          {each.firstAnswerBy === null ? t('caseUnanswered') : t('caseAnswered', { name: each.firstAnswerBy.name })}
        </span>
        <small>
          {each.closedBy !== null && t('caseClosed', { name: each.closedBy.name })}
          {each.rating !== null && ` · ${t('caseRated', { rating: each.rating })}`}
        </small>
      </div>
    </li>
  );
}
