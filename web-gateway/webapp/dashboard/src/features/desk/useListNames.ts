import { useTranslation } from 'react-i18next';
import type { DeskList } from '@shared/protocol/types';

/** The lists of the desk as they are called. */
export function useListNames(): Record<DeskList, string> {
  const { t } = useTranslation('desk');
  return {
    waiting: t('list.waiting'),
    mine: t('list.mine'),
    unassigned: t('list.unassigned'),
    all: t('list.all'),
    snoozed: t('list.snoozed'),
    closed: t('list.closed'),
  };
}
