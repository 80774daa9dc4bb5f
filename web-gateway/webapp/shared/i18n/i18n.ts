import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Catalogs = Record<string, () => Promise<unknown>>;

const KEY = 'parley.language';
const sharedCatalogs: Catalogs = import.meta.glob('../locales/*/*.json', { import: 'default' });

/** The language chosen on this device, else the browser's, else English. */
export function startLanguage(): Language {
  const wanted = [stored(), ...(typeof navigator === 'undefined' ? [] : navigator.languages)];
  for (const tag of wanted) {
    const language = LANGUAGES.find((known) => tag?.slice(0, 2).toLowerCase() === known);
    if (language) return language;
  }
  return 'en';
}

/**
 * Starts i18n of one app. Catalogs are `locales/<language>/<namespace>.json`; a namespace is loaded when
 * `useTranslation(namespace)` first asks for it, `shared` and those named here before the first paint.
 */
export async function startI18n(catalogs: Catalogs, namespaces: string[]): Promise<I18n> {
  const all = { ...sharedCatalogs, ...catalogs };
  const load = (language: string, namespace: string) => {
    const path = Object.keys(all).find((candidate) => candidate.endsWith(`/${language}/${namespace}.json`));
    return path ? all[path]!() : Promise.reject(new Error(`no catalog ${language}/${namespace}`));
  };
  await i18next
    .use({
      type: 'backend' as const,
      init: () => undefined,
      read: (language: string, namespace: string, done: (error: unknown, data: unknown) => void) => {
        load(language, namespace).then(
          (data) => done(null, data),
          (error: unknown) => done(error, null),
        );
      },
    })
    .use(initReactI18next)
    .init({
      lng: startLanguage(),
      supportedLngs: LANGUAGES,
      fallbackLng: false,
      ns: ['shared', ...namespaces],
      defaultNS: namespaces[0],
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  document.documentElement.lang = i18next.language;
  return i18next;
}

/** Chooses the language of this device; the words change at once. */
export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // lasts until the page is closed
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
