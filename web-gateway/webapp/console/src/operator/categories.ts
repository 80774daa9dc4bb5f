import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** The word for the category of an official account; one not known here stands as it is. */
export function useCategoryName(): (category: string) => string {
  const { t, i18n } = useTranslation('console');
  return useCallback(
    (category) => (i18n.exists(`console:category.${category}`) ? t(`category.${category}`) : category),
    [t, i18n],
  );
}
