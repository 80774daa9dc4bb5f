import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PictureView } from '@shared/protocol/bodies';
import css from './ConversationView.module.css';

/** An image in full, with its description. */
export function ImageView({ image, onClose }: { image: PictureView; onClose: () => void }) {
  const { t } = useTranslation('client');
  return (
    <Modal
      opened
      onClose={onClose}
      size="auto"
      padding="xs"
      title={image.description || t('shared:message.image-without-description')}
      closeButtonProps={{ 'aria-label': t('shared:act.close') }}
    >
      <img className={css.large} src={image.url} alt={image.description} />
    </Modal>
  );
}
