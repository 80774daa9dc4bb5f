import { useTranslation } from 'react-i18next';

/** A length of time in its two largest units; a dash for none. */
export function useSpan(): (seconds: number | null) => string {
  const { t } = useTranslation('deskreport');
  return (seconds) => {
    if (seconds === null) return '–';
    if (seconds < 60) return t('seconds', { count: seconds });
    const minutes = Math.round(seconds / 60);
    if (minutes < 90) return t('minutes', { count: minutes });
    const hours = Math.floor(minutes / 60);
    if (hours < 48) return t('hours', { hours, minutes: minutes % 60 });
    return t('days', { days: Math.floor(hours / 24), hours: hours % 24 });
  };
}
