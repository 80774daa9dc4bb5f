import { useState } from 'react';
import { Button } from '@mantine/core';
import { Copy, Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DirectoryEntry } from '@shared/protocol/types';
import { Sheet } from '@shared/ui/Sheet';
import { qrUrl } from '../api';
import classes from './ShareSheet.module.css';

interface ShareSheetProps {
  entry: Pick<DirectoryEntry, 'party' | 'link'>;
  opened: boolean;
  onClose: () => void;
}

/** The link to an account and its QR code. */
export function ShareSheet({ entry, opened, onClose }: ShareSheetProps) {
  const { t } = useTranslation('discover');
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const { party, link } = entry;
  const handle = party.handle ?? '';

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied('yes');
    } catch {
      setCopied('no');
    }
  };
  const close = () => {
    setCopied(null);
    onClose();
  };

  return (
    <Sheet opened={opened} onClose={close} title={t('shareTitle', { name: party.name })} width={400}>
      <div className={classes.share}>
        <img
          className={classes.code}
          src={qrUrl(handle, 'svg')}
          width={224}
          height={224}
          alt={t('qr', { name: party.name, link })}
        />
        <p className={classes.help}>{t('qrHelp')}</p>
        <p className={classes.link}>
          <bdi>{link}</bdi>
        </p>
        <div className={classes.ways}>
          <Button leftSection={<Copy size={16} aria-hidden="true" />} onClick={() => void copy()}>
            {t('copyLink')}
          </Button>
          <Button
            component="a"
            variant="default"
            href={qrUrl(handle, 'png')}
            download={`${handle}.png`}
            leftSection={<Download size={16} aria-hidden="true" />}
          >
            {t('qrDownload')}
          </Button>
        </div>
        <p className={classes.help} role="status">
          {copied === 'yes' ? t('copied') : copied === 'no' ? t('copyFailed', { link }) : ''}
        </p>
      </div>
    </Sheet>
  );
}
