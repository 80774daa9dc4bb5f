import { useTranslation } from 'react-i18next';
import type { Role } from '@shared/protocol/types';

/** What the roles of a team are called. */
export function useRoleNames(): Record<Role, string> {
  const { t } = useTranslation('dashboard');
  return { owner: t('role.owner'), editor: t('role.editor'), agent: t('role.agent'), analyst: t('role.analyst') };
}
