import { ActionIcon, Drawer, Modal } from '@mantine/core';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePhone } from './layout';
import css from './Sheet.module.css';

export interface SheetProps {
  opened: boolean;
  onClose: () => void;
  title: ReactNode;
  /** The name of the dialog when the title is more than a text. */
  label?: string;
  children: ReactNode;
  /** Stays in sight: the acts of the sheet. */
  foot?: ReactNode;
  width?: number;
}

/** Fixed head, scrolling middle, fixed foot. From below on phones, in the middle elsewhere. Focus returns to the opener. */
export function Sheet({ opened, onClose, title, label, children, foot, width = 480 }: SheetProps) {
  const { t } = useTranslation('shared');
  const phone = usePhone();
  const inside = (
    <div className={css.sheet} data-phone={phone || undefined}>
      <header className={css.head}>
        {typeof title === 'string' ? <h2 className={css.title}>{title}</h2> : <div className={css.title}>{title}</div>}
        <ActionIcon onClick={onClose} aria-label={t('act.close')}>
          <X size={20} strokeWidth={1.9} />
        </ActionIcon>
      </header>
      <div className={css.middle}>{children}</div>
      {foot ? <footer className={css.foot}>{foot}</footer> : null}
    </div>
  );
  const name = label ?? (typeof title === 'string' ? title : undefined);
  return phone ? (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="bottom"
      size="auto"
      withCloseButton={false}
      padding={0}
      attributes={{ content: { 'aria-label': name } }}
      classNames={{ content: css.drawer }}
      transitionProps={{ duration: 200 }}
    >
      {inside}
    </Drawer>
  ) : (
    <Modal
      opened={opened}
      onClose={onClose}
      size={width}
      withCloseButton={false}
      padding={0}
      attributes={{ content: { 'aria-label': name } }}
    >
      {inside}
    </Modal>
  );
}
