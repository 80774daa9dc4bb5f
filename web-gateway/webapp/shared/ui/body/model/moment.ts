import { formatLocale } from '../../../format/locale';

/** A chosen day, time or both (`2026-11-21`, `09:30`, `2026-11-21T09:30`) in words; it has no zone, it is what the person sees. */
export function momentWords(value: string, language: string): string {
  const time = /^\d{2}:\d{2}$/.test(value);
  const at = new Date(time ? `2000-01-01T${value}Z` : value.length > 10 ? `${value.slice(0, 16)}Z` : `${value}T00:00Z`);
  if (Number.isNaN(at.getTime())) return value;
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const day = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const parts = time ? clock : value.length > 10 ? { ...day, ...clock } : day;
  return new Intl.DateTimeFormat(formatLocale(language), { ...parts, timeZone: 'UTC' }).format(at);
}
