import { ArrowLeft, Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import type { Account, MessageBody } from '@shared/protocol/types';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { PartyName } from '@shared/ui/PartyName';
import styles from './push.module.css';

interface Props {
  account: Account;
  body: MessageBody;
  at: string | null;
  small?: boolean;
}

/** The push message as a follower sees it on a phone. */
export function PhonePreview({ account, body, at, small = false }: Props) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const empty = isBlank(body);
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
        {empty ? (
          <p className={styles.phoneEmpty}>{t('compose.previewEmpty')}</p>
        ) : (
          <div className={styles.pushCard} data-kind={body.type}>
            <PreviewBody body={body} />
            <div className={styles.pushFoot}>
              <span>
                <Megaphone size={12} strokeWidth={1.9} aria-hidden /> {t('push.one')}
              </span>
              <b>{t('compose.less')}</b>
              <time>{at === null ? t('compose.now') : format.clock(at)}</time>
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

function PreviewBody({ body }: { body: MessageBody }) {
  const { t } = useTranslation('dashboard');
  switch (body.type) {
    case 'text':
      return (
        <p className={styles.pushText} dir="auto">
          {body.text}
        </p>
      );
    case 'image':
      return (
        <>
          {body.url !== '' && (
            <img
              className={styles.pushImage}
              src={body.thumbnailUrl || body.url}
              alt={body.description}
              width={body.widthPx}
              height={body.heightPx}
              style={{ backgroundColor: body.placeholderColor }}
            />
          )}
          {body.caption !== undefined && body.caption !== null && body.caption !== '' && (
            <p className={styles.pushText} dir="auto">
              {body.caption}
            </p>
          )}
        </>
      );
    case 'article':
      return (
        <>
          {body.cover !== null && (
            <img
              className={styles.pushImage}
              src={body.cover.thumbnailUrl || body.cover.url}
              alt={body.cover.description}
              width={body.cover.widthPx}
              height={body.cover.heightPx}
              style={{ backgroundColor: body.cover.placeholderColor }}
            />
          )}
          <div className={styles.pushText} dir="auto">
            <strong>{body.title || t('compose.noTitleYet')}</strong>
            {body.summary !== '' && <p>{body.summary}</p>}
            {body.link !== '' && <span className={styles.pushLink}>{host(body.link)}</span>}
          </div>
        </>
      );
    default:
      return body satisfies never;
  }
}

function host(link: string): string {
  try {
    return new URL(link).hostname;
  } catch {
    return link;
  }
}

function isBlank(body: MessageBody): boolean {
  switch (body.type) {
    case 'text':
      return body.text.trim() === '';
    case 'image':
      return body.url === '' && (body.caption ?? '') === '';
    case 'article':
      return body.title === '' && body.summary === '' && body.cover === null;
    default:
      return body satisfies never;
  }
}
