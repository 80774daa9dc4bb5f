import { useState, type ReactNode } from 'react';
import { Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import type { Message } from '@shared/protocol/types';
import { pictureOf, usePreview } from '@shared/ui/preview';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { VerifiedBadge } from '@shared/ui/PartyName';
import type { HeldGroup } from '../model/group';
import type { AccountActs } from './DigestPage';
import classes from './HeldCard.module.css';

interface HeldCardProps {
  group: HeldGroup;
  acts: AccountActs | null;
  renderBody: (message: Message) => ReactNode;
  watch: (element: Element | null, push: string) => void;
}

/** What one account sent and the digest holds: titles first, in full when asked for. */
export function HeldCard({ group, acts, renderBody, watch }: HeldCardProps) {
  const { t } = useTranslation('digest');
  const [open, setOpen] = useState(false);
  const { account, items } = group;
  return (
    <article className={classes.card} aria-label={account.name}>
      <header className={classes.head}>
        <PartyPicture party={account} size={36} />
        <div className={classes.who}>
          <h3>
            <bdi>{account.name}</bdi> {account.verified ? <VerifiedBadge /> : null}
          </h3>
          {acts?.dosage ? <p>{t('heldBecause', { dosage: acts.dosage })}</p> : null}
        </div>
        <span className={classes.count}>
          <span className="p-hidden">{t('heldCount', { count: items.length })}</span>
          <span className={classes.sign} aria-hidden="true" />
          <span aria-hidden="true">{items.length}</span>
        </span>
      </header>
      <ul className={classes.items}>
        {items.map((item) => (
          <li key={item.message.id} ref={open ? (element) => watch(element, item.message.id) : undefined}>
            {open ? (
              <Whole message={item.message}>{renderBody(item.message)}</Whole>
            ) : (
              <Teaser message={item.message} />
            )}
          </li>
        ))}
      </ul>
      <footer className={classes.foot}>
        <button type="button" className="p-link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('fold') : t('readAll', { count: items.length })}
        </button>
        {acts ? (
          <span className={classes.acts}>
            <button
              type="button"
              disabled={!acts.less}
              aria-label={t('less-help', { name: account.name })}
              onClick={acts.less ?? undefined}
            >
              {t('less')}
            </button>
            <button type="button" aria-label={t('more-help', { name: account.name })} onClick={acts.more}>
              {t('more')}
            </button>
            <button type="button" aria-label={t('unfollow-help', { name: account.name })} onClick={acts.unfollow}>
              {t('unfollow')}
            </button>
          </span>
        ) : null}
      </footer>
    </article>
  );
}

function Whole({ message, children }: { message: Message; children: ReactNode }) {
  const format = useFormat();
  return (
    <div className={classes.whole}>
      <time className={classes.time} dateTime={message.sentAt} title={format.fullTime(message.sentAt)}>
        {format.dayAndTime(message.sentAt)}
      </time>
      {children}
    </div>
  );
}

function Teaser({ message }: { message: Message }) {
  const { t } = useTranslation('digest');
  const format = useFormat();
  const preview = usePreview();
  const picture = pictureOf(message.body);
  return (
    <div className={classes.teaser}>
      {picture ? (
        <img
          src={picture.thumbnailUrl}
          alt=""
          width={48}
          height={48}
          loading="lazy"
          decoding="async"
          style={{ backgroundColor: picture.placeholderColor }}
        />
      ) : (
        <span className={classes.noPicture} aria-hidden="true">
          <Megaphone size={18} />
        </span>
      )}
      <div>
        <p dir="auto" className={classes.title}>
          {preview(message.body) || t('image')}
        </p>
        <time className={classes.time} dateTime={message.sentAt} title={format.fullTime(message.sentAt)}>
          {format.dayAndTime(message.sentAt)}
        </time>
      </div>
    </div>
  );
}
