import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** The kinds of official accounts the directory knows. */
export const CATEGORIES = [
  'food',
  'shops',
  'travel',
  'culture',
  'news',
  'finance',
  'health',
  'education',
  'sport',
  'public',
  'other',
] as const;

/** The word for a category. */
export function useCategoryName(): (category: string) => string {
  const { t } = useTranslation('dashboard');
  return useCallback(
    (category) => ((CATEGORIES as readonly string[]).includes(category) ? t(`category.${category}`) : category),
    [t],
  );
}
