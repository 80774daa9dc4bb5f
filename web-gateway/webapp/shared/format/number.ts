import { formatLocale } from './locale';

/** In full, with the locale's grouping and a true minus. */
export function full(value: number, language: string): string {
  return minus(new Intl.NumberFormat(formatLocale(language)).format(value));
}

/** With so many digits behind the point and no more: 1.4. */
export function decimal(value: number, language: string, digits = 1): string {
  return minus(
    new Intl.NumberFormat(formatLocale(language), {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value),
  );
}

/** Compact from 10,000 on (12.4K), for the client. */
export function compact(value: number, language: string): string {
  if (Math.abs(value) < 10_000) return full(value, language);
  return minus(
    new Intl.NumberFormat(formatLocale(language), { notation: 'compact', maximumFractionDigits: 1 }).format(value),
  );
}

/** 0.226 → 22.6% / 22,6 %. */
export function percent(share: number, language: string, digits = 1): string {
  return minus(
    new Intl.NumberFormat(formatLocale(language), { style: 'percent', maximumFractionDigits: digits }).format(share),
  );
}

/** With its sign: +12, −3, 0. */
export function signed(value: number, language: string): string {
  return minus(new Intl.NumberFormat(formatLocale(language), { signDisplay: 'exceptZero' }).format(value));
}

/** Decimal kB and MB. */
export function bytes(value: number, language: string): string {
  const [amount, unit, digits] =
    value < 1000 ? [value, 'B', 0] : value < 1_000_000 ? [value / 1000, 'kB', 0] : [value / 1_000_000, 'MB', 1];
  return `${new Intl.NumberFormat(formatLocale(language), { maximumFractionDigits: digits }).format(amount)} ${unit}`;
}

/** On badges: up to 99, then 99+. */
export function badge(value: number): string {
  return value > 99 ? '99+' : String(value);
}

function minus(text: string): string {
  return text.replace('-', '−');
}
