import { Menu } from '@mantine/core';
import { FileText, ImagePlus, MapPin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IMAGE_TYPES, VIDEO_TYPES } from '@shared/api/upload';

interface Props {
  /** Opens the device's files for these types; all of them when none is named. */
  onFiles: (accept: string) => void;
  onLocation: () => void;
}

/** What else one can send. */
export function AttachMenu({ onFiles, onLocation }: Props) {
  const { t } = useTranslation('rich');
  const icon = { size: 18, strokeWidth: 1.9, 'aria-hidden': true };
  return (
    <>
      <Menu.Item
        leftSection={<ImagePlus {...icon} />}
        onClick={() => onFiles([...IMAGE_TYPES, ...VIDEO_TYPES].join(','))}
      >
        {t('attach.pictures')}
      </Menu.Item>
      <Menu.Item leftSection={<FileText {...icon} />} onClick={() => onFiles('')}>
        {t('attach.files')}
      </Menu.Item>
      <Menu.Item leftSection={<MapPin {...icon} />} onClick={onLocation}>
        {t('attach.location')}
      </Menu.Item>
    </>
  );
}
