import { formatLocale } from './locale';

export interface TimeOptions {
  language: string;
  /** Left out: the device's own zone. */
  timeZone?: string;
  now?: Date;
}

type When = string | number | Date;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: TimeOptions, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = formatLocale(options.language);
  const key = JSON.stringify([locale, options.timeZone, parts]);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { ...parts, timeZone: options.timeZone });
    formats.set(key, found);
  }
  return found;
}

/** 10:42, in the clock of the locale. */
export function clock(when: When, options: TimeOptions): string {
  return format(options, { hour: '2-digit', minute: '2-digit' }).format(new Date(when));
}

/** The calendar day as YYYY-MM-DD in the zone, for grouping. */
export function dayKey(when: When, options: Pick<TimeOptions, 'timeZone'> = {}): string {
  const parts = format({ language: 'en', ...options }, { year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(new Date(when)) // by part: no locale that writes it this way is sure to be there
    .map(({ type, value }) => [type, value] as const);
  const { year, month, day } = Object.fromEntries(parts);
  return `${year}-${month}-${day}`;
}

function daysAgo(when: When, options: TimeOptions): number {
  const then = Date.parse(dayKey(when, options));
  const today = Date.parse(dayKey(options.now ?? new Date(), options));
  return Math.round((today - then) / 86_400_000);
}

function relativeDay(days: number, language: string): string {
  const text = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-days, 'day');
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

/** In lists: 10:42 → Yesterday → Tue → 9 Nov → 9 Nov 2024. */
export function listTime(when: When, options: TimeOptions): string {
  const days = daysAgo(when, options);
  if (days <= 0) return clock(when, options);
  if (days === 1) return relativeDay(1, options.language);
  if (days < 7) return format(options, { weekday: 'short' }).format(new Date(when));
  return shortDate(when, options);
}

/** 9 Nov, with the year when it is another one. */
export function shortDate(when: When, options: TimeOptions): string {
  const now = options.now ?? new Date();
  const sameYear = dayKey(when, options).slice(0, 4) === dayKey(now, options).slice(0, 4);
  return format(options, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(
    new Date(when),
  );
}

/** Above a day's messages: Today → Yesterday → Tuesday → 9 November → 9 November 2024. */
export function dayLabel(when: When, options: TimeOptions): string {
  const days = daysAgo(when, options);
  if (days >= 0 && days <= 1) return relativeDay(days, options.language);
  if (days > 1 && days < 7) return format(options, { weekday: 'long' }).format(new Date(when));
  const sameYear = dayKey(when, options).slice(0, 4) === dayKey(options.now ?? new Date(), options).slice(0, 4);
  return format(options, { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) }).format(
    new Date(when),
  );
}

/** Within a sentence, "since …": today → yesterday → Tuesday → 9 November. */
export function dayInSentence(when: When, options: TimeOptions): string {
  const days = daysAgo(when, options);
  const label = dayLabel(when, options);
  return days === 0 || days === 1 ? label.toLocaleLowerCase(options.language) : label;
}

/** Tue 08:00: a weekday and a time, for days near by; else the date and the time. */
export function dayAndTime(when: When, options: TimeOptions): string {
  const days = daysAgo(when, options);
  if (Math.abs(days) < 7)
    return format(options, { weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(when));
  return `${shortDate(when, options)}, ${clock(when, options)}`;
}

/** Full date, seconds and zone, for hover and focus. */
export function fullTime(when: When, options: TimeOptions): string {
  return format(options, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(when));
}

/** March 2024. */
export function monthAndYear(when: When, options: TimeOptions): string {
  return format(options, { month: 'long', year: 'numeric' }).format(new Date(when));
}

/** The length of what is left: days above 48 h, hours above 90 min, then hours and minutes, seconds in the last. */
export function timeLeft(until: When, options: TimeOptions): string {
  const seconds = Math.max(0, Math.round((new Date(until).getTime() - (options.now ?? new Date()).getTime()) / 1000));
  const unit = (value: number, name: 'day' | 'hour' | 'minute' | 'second') =>
    new Intl.NumberFormat(formatLocale(options.language), {
      style: 'unit',
      unit: name,
      unitDisplay: name === 'day' ? 'long' : 'short',
    })
      .format(value)
      .replace('hrs', 'h')
      .replace('hr', 'h')
      .replace('mins', 'min')
      .replace('Std.', 'h')
      .replace('Min.', 'min')
      .replace('Sek.', 's')
      .replace('secs', 's')
      .replace('sec', 's');
  if (seconds > 48 * 3600) return unit(Math.floor(seconds / 86_400), 'day');
  if (seconds > 90 * 60) return unit(Math.floor(seconds / 3600), 'hour');
  if (seconds >= 3600) return `${unit(1, 'hour')} ${unit(Math.floor((seconds - 3600) / 60), 'minute')}`;
  if (seconds >= 60) return unit(Math.floor(seconds / 60), 'minute');
  return unit(seconds, 'second');
}
