import { useState } from 'react';
import { ArrowLeft, Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BodyView } from '@shared/protocol/bodies';
import type { Account } from '@shared/protocol/types';
import { Bubble } from '@shared/ui/Bubble';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { PartyName } from '@shared/ui/PartyName';
import { Chips } from '@dashboard/message/Preview';
import { oneOf } from '@dashboard/message/model/bodies';
import styles from './push.module.css';

interface Props {
  account: Account;
  bodies: readonly BodyView[];
  at: string | null;
  small?: boolean;
}

/** The push message as a follower sees it on a phone. */
export function PhonePreview({ account, bodies, at, small = false }: Props) {
  const { t } = useTranslation('dashboard');
  const [now] = useState(() => new Date().toISOString());
  const last = bodies.at(-1);
  const offering = last?.type === 'several' ? last.bodies.at(-1) : last;
  const replies = offering && offering.type !== 'several' ? (offering.quickReplies ?? []) : [];
  return (
    <div className={styles.phone} data-small={small || undefined} role="group" aria-label={t('compose.preview')}>
      <div className={styles.phoneHead}>
        {!small && <ArrowLeft size={16} strokeWidth={1.9} aria-hidden />}
        <PartyPicture
          party={{ kind: 'account', id: account.id, name: account.name, picture: account.picture }}
          size={28}
        />
        <PartyName name={account.name} verified={account.state === 'verified'} />
      </div>
      <div className={styles.phoneBody}>
        {bodies.length === 0 ? (
          <p className={styles.phoneEmpty}>{t('compose.previewEmpty')}</p>
        ) : (
          <>
            <Bubble
              body={oneOf(bodies)}
              mine={false}
              sentAt={at ?? now}
              foot={
                <span className={styles.pushFoot}>
                  <span>
                    <Megaphone size={12} strokeWidth={1.9} aria-hidden /> {t('push.one')}
                  </span>
                  <b>{t('compose.less')}</b>
                </span>
              }
            />
            <Chips replies={replies} />
          </>
        )}
      </div>
    </div>
  );
}
