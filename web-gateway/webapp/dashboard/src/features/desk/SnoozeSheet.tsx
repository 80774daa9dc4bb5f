import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Sheet } from '@shared/ui/Sheet';
import { fieldValue, tomorrow } from './model/snooze';

/** Until when a conversation is put aside. */
export function SnoozeSheet({ onClose, onChoose }: { onClose: () => void; onChoose: (until: Date) => void }) {
  const { t } = useTranslation('desk');
  const [value, setValue] = useState(() => fieldValue(tomorrow(new Date())));
  const at = new Date(value);
  const possible = at.getTime() > Date.now();
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('snoozeUntil')}
      width={380}
      foot={
        <Button
          disabled={!possible}
          onClick={() => {
            onChoose(at);
            onClose();
          }}
        >
          {t('snooze')}
        </Button>
      }
    >
      <TextInput
        type="datetime-local"
        label={t('snoozeAt')}
        value={value}
        data-autofocus
        error={possible ? null : t('snoozePast')}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
    </Sheet>
  );
}
