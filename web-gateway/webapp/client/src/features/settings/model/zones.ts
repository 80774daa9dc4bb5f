/** Every time zone the browser knows, the given ones among them even when it does not. */
export function timeZones(...wanted: string[]): string[] {
  const known = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set([...known, ...wanted])].sort((a, b) => a.localeCompare(b, 'en'));
}

/** "Europe/Berlin" is read more easily as "Europe, Berlin". */
export function zoneName(zone: string): string {
  return zone.replaceAll('/', ', ').replaceAll('_', ' ');
}
