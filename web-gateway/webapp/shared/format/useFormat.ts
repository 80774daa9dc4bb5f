import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import * as numbers from './number';
import * as times from './time';

/** The formats of times and numbers in the present language. `timeZone`: a company's own, else the device's. */
export function useFormat(timeZone?: string) {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return useMemo(() => {
    const options: times.TimeOptions = { language, timeZone };
    return {
      language,
      clock: (when: string | Date) => times.clock(when, options),
      listTime: (when: string | Date) => times.listTime(when, options),
      shortDate: (when: string | Date) => times.shortDate(when, options),
      dayLabel: (when: string | Date) => times.dayLabel(when, options),
      dayInSentence: (when: string | Date) => times.dayInSentence(when, options),
      dayAndTime: (when: string | Date) => times.dayAndTime(when, options),
      fullTime: (when: string | Date) => times.fullTime(when, options),
      monthAndYear: (when: string | Date) => times.monthAndYear(when, options),
      timeLeft: (until: string | Date, now?: Date) => times.timeLeft(until, { ...options, now }),
      full: (value: number) => numbers.full(value, language),
      decimal: (value: number, digits?: number) => numbers.decimal(value, language, digits),
      compact: (value: number) => numbers.compact(value, language),
      percent: (share: number, digits?: number) => numbers.percent(share, language, digits),
      signed: (value: number) => numbers.signed(value, language),
      bytes: (value: number) => numbers.bytes(value, language),
    };
  }, [language, timeZone]);
}
