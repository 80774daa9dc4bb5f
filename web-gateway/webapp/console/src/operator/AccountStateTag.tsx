import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '@shared/office/states';
import type { Account } from '@shared/protocol/types';

const TONES: Record<Account['state'], Tone> = {
  pending: 'warn',
  verified: 'ok',
  refused: 'danger',
  suspended: 'danger',
};

export function AccountStateTag({ state }: { state: Account['state'] }) {
  const { t } = useTranslation('console');
  return <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>;
}
