import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from './Sheet';

export interface ConfirmByNameProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What will be gone. */
  children: ReactNode;
  /** What has to be typed. */
  name: string;
  /** The word on the button. */
  act: string;
  onConfirm: () => void;
  busy?: boolean;
}

/** Only for what cannot be taken back: says what will be gone and wants the name typed. */
export function ConfirmByName({ opened, onClose, title, children, name, act, onConfirm, busy }: ConfirmByNameProps) {
  const { t } = useTranslation('shared');
  const [typed, setTyped] = useState('');
  const matches = typed.trim() === name;
  return (
    <Sheet
      opened={opened}
      onClose={onClose}
      title={title}
      foot={
        <>
          <Button variant="default" onClick={onClose}>
            {t('act.cancel')}
          </Button>
          <Button color="red" variant="outline" disabled={!matches} loading={busy} onClick={onConfirm}>
            {matches ? act : t('confirm.type-first')}
          </Button>
        </>
      }
    >
      {children}
      <TextInput
        mt="md"
        label={t('confirm.label', { name })}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
      />
    </Sheet>
  );
}
