import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Compass, UserPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@shared/ui/Empty';
import { openPeople } from './sheets';

/** The first minute: whom to write to. */
export function FirstSteps() {
  const { t } = useTranslation('client');
  const navigate = useNavigate();
  return (
    <Empty title={t('home.first')} text={t('home.first-text')}>
      <Button size="md" leftSection={<UserPlus size={18} strokeWidth={1.9} />} onClick={() => openPeople()}>
        {t('home.find')}
      </Button>
      <Button
        size="md"
        variant="default"
        leftSection={<Compass size={18} strokeWidth={1.9} />}
        onClick={() => void navigate({ to: '/discover' })}
      >
        {t('home.discover')}
      </Button>
    </Empty>
  );
}
