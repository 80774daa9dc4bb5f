import type { ReactNode } from 'react';
import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './office.module.css';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
}

/** The navigation of a narrow screen. */
export function NavDrawer({ opened, onClose, title, children }: Props) {
  const { t } = useTranslation('office');
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      size={280}
      padding={0}
      title={title}
      classNames={{ header: styles.drawerHead }}
      closeButtonProps={{ 'aria-label': t('close') }}
      transitionProps={{ duration: 200 }}
    >
      {children}
    </Drawer>
  );
}
