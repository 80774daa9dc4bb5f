/** The locale for dates and numbers: the chosen language with the region of the device. */
export function formatLocale(language: string, preferred: readonly string[] = browserLanguages()): string {
  return (
    preferred.find((tag) => tag.slice(0, 2) === language && tag.length > 2) ?? (language === 'en' ? 'en-GB' : language)
  );
}

function browserLanguages(): readonly string[] {
  return typeof navigator === 'undefined' ? [] : navigator.languages;
}
