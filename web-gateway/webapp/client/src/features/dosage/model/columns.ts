import { formatLocale } from '@shared/format/locale';
import type { Period, StripColumn } from '@shared/protocol/types';

type Words = (key: string) => string;

const thisPeriod: Record<Period, string> = {
  day: 'column.thisDay',
  week: 'column.thisWeek',
  month: 'column.thisMonth',
};

/** What a column is called: "26 Oct", "October", or "this week" for the one that still runs. */
export function columnName(
  column: Pick<StripColumn, 'start' | 'current'>,
  period: Period,
  language: string,
  t: Words,
): string {
  if (column.current) return t(thisPeriod[period]);
  const day = new Date(`${column.start}T00:00:00Z`);
  const shape: Intl.DateTimeFormatOptions =
    period === 'month' ? { month: 'long', timeZone: 'UTC' } : { day: 'numeric', month: 'short', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(formatLocale(language), shape).format(day);
}

/** Up to six names all stand; of more only the first and the last, the others are empty. */
export function thinnedLabels(names: string[]): string[] {
  if (names.length <= 6) return names;
  return names.map((name, index) => (index === 0 || index === names.length - 1 ? name : ''));
}
