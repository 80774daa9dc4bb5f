import { ActionIcon, Drawer } from '@mantine/core';
import { ExternalLink, Globe, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { addressOf, hostOf } from '@shared/ui/body/model/address';
import { usePhone } from '@shared/ui/layout';
import css from './PagePanel.module.css';

interface Props {
  link: string;
  label: string;
  onClose: () => void;
}

/**
 * A page of somebody else beside the conversation. It runs in a sandbox of its own: without our cookies, our origin or a referrer, and it cannot
 * lead this window away. Whose page it is stands above it all the time.
 */
export function PagePanel({ link, label, onClose }: Props) {
  const { t } = useTranslation('rich');
  const phone = usePhone();
  const address = addressOf(link);
  return (
    <Drawer
      opened
      onClose={onClose}
      position={phone ? 'bottom' : 'right'}
      size={phone ? '94%' : 460}
      padding={0}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': t('page.label', { label, host: hostOf(link) }) } }}
      classNames={{ body: css.body, content: css.content }}
      transitionProps={{ duration: 200 }}
    >
      <header className={css.head}>
        <Globe size={18} strokeWidth={1.9} aria-hidden="true" />
        <span className={css.where}>
          <strong>
            <bdi>{hostOf(link)}</bdi>
          </strong>
          <small>{t('page.apart')}</small>
        </span>
        <ActionIcon
          component="a"
          href={address}
          target="_blank"
          rel="noopener noreferrer nofollow"
          aria-label={t('page.open-apart')}
          title={t('page.open-apart')}
        >
          <ExternalLink size={18} strokeWidth={1.9} />
        </ActionIcon>
        <ActionIcon onClick={onClose} aria-label={t('shared:act.close')}>
          <X size={20} strokeWidth={1.9} />
        </ActionIcon>
      </header>
      {address ? (
        <iframe
          className={css.page}
          src={address}
          title={label}
          sandbox="allow-scripts allow-forms allow-popups"
          referrerPolicy="no-referrer"
          allow=""
        />
      ) : null}
      <p className={css.note}>{t('page.empty')}</p>
    </Drawer>
  );
}
