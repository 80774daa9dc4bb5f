import { useState } from 'react';
import { Button, Modal, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hourOfDay } from '@shared/dosage/words';
import type { DigestSettings, Weekday } from '@shared/protocol/types';

const days: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

interface DigestTimeDialogProps {
  opened: boolean;
  settings: DigestSettings;
  timeZone: string;
  onSave: (settings: DigestSettings) => Promise<unknown>;
  onClose: () => void;
}

/** Day and hour of the digest; a choice is saved at once. */
export function DigestTimeDialog({ opened, settings, timeZone, onSave, onClose }: DigestTimeDialogProps) {
  const { t, i18n } = useTranslation('digest');
  const [chosen, setChosen] = useState<DigestSettings | null>(null);
  const [failed, setFailed] = useState(false);
  const shown = chosen ?? settings;

  const save = (next: DigestSettings) => {
    setChosen(next);
    setFailed(false);
    onSave(next).then(
      () => setChosen(null),
      () => {
        setChosen(null);
        setFailed(true);
      },
    );
  };

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('settingsTitle')}
      size="sm"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div style={{ display: 'grid', gap: '1rem' }}>
        <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(8rem, 1fr))', gap: '0.75rem' }}>
          <NativeSelect
            label={t('day')}
            value={shown.day}
            onChange={(event) => save({ ...shown, day: event.currentTarget.value as Weekday })}
            data={days.map((day) => ({ value: day, label: t(`days.${day}`) }))}
          />
          <NativeSelect
            label={t('hour')}
            value={String(shown.hour)}
            onChange={(event) => save({ ...shown, hour: Number(event.currentTarget.value) })}
            data={Array.from({ length: 24 }, (_, hour) => ({
              value: String(hour),
              label: hourOfDay(hour, i18n.language),
            }))}
          />
        </div>
        <p className="p-help">{t('settingsHelp', { zone: timeZone.replaceAll('_', ' ') })}</p>
        {failed ? (
          <p role="alert" style={{ color: 'var(--p-danger)' }}>
            {t('failed')}
          </p>
        ) : null}
        <Button onClick={onClose}>{t('done')}</Button>
      </div>
    </Modal>
  );
}
