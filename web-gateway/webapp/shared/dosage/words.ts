import type { TFunction } from 'i18next';
import { formatLocale } from '../format/locale';
import type { DigestSettings, Dosage } from '../protocol/types';

type Words = TFunction<'dosage'>;

/** "At most 2 a week"; a digest with its day and hour when they are known. */
export function dosageName(t: Words, dosage: Dosage, when?: string): string {
  if (dosage.type === 'at-most') return t(`name.at-most.${dosage.period}`, { count: dosage.count });
  if (dosage.type === 'digest' && when) return t('dosage:name.digest-at', { when });
  return t(`name.${dosage.type}`);
}

/** "1 a week": what Less would choose, beside the word Less. */
export function dosageShort(t: Words, dosage: Dosage): string {
  return dosage.type === 'at-most'
    ? t(`short.at-most.${dosage.period}`, { count: dosage.count })
    : t(`short.${dosage.type}`);
}

/** "Fridays at 18:00", written as the reader's language writes the hour. */
export function digestWhen(t: Words, digest: DigestSettings, language: string): string {
  return t('dosage:when', { day: t(`days.${digest.day}`), time: hourOfDay(digest.hour, language) });
}

export function hourOfDay(hour: number, language: string): string {
  return new Intl.DateTimeFormat(formatLocale(language), {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(new Date(Date.UTC(2024, 0, 1, hour)));
}

export function sameDosage(a: Dosage, b: Dosage): boolean {
  if (a.type !== b.type) return false;
  return a.type !== 'at-most' || b.type !== 'at-most' || (a.count === b.count && a.period === b.period);
}
