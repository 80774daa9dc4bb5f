import { Button, Menu } from '@mantine/core';
import { Check, Languages, Monitor, Moon, Sun, SunMoon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, LANGUAGES, type Language } from '../i18n/i18n';
import { useTheme, type Theme } from '../theme/scheme';

/** Chooses the language of this device. `onChosen` may also tell the server. */
export function LanguageSwitch({ onChosen }: { onChosen?: (language: Language) => void }) {
  const { t, i18n } = useTranslation('shared');
  return (
    <Menu>
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-md" leftSection={<Languages size={18} strokeWidth={1.9} />}>
          {t(`language.${i18n.language}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            rightSection={i18n.language === language ? <Check size={16} /> : null}
            onClick={() => void chooseLanguage(language).then(() => onChosen?.(language))}
          >
            {t(`language.${language}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const icons = { system: Monitor, light: Sun, dark: Moon };

/** Chooses the theme of this device: like the system, light or dark. */
export function ThemeSwitch({ labelled = false }: { labelled?: boolean }) {
  const { t } = useTranslation('shared');
  const { chosen, choose } = useTheme();
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          aria-label={t('theme.label')}
          leftSection={labelled ? <SunMoon size={18} strokeWidth={1.9} /> : undefined}
        >
          {labelled ? t(`theme.${chosen}`) : <SunMoon size={18} strokeWidth={1.9} />}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['system', 'light', 'dark'] as Theme[]).map((theme) => {
          const Icon = icons[theme];
          return (
            <Menu.Item
              key={theme}
              leftSection={<Icon size={16} strokeWidth={1.9} />}
              rightSection={chosen === theme ? <Check size={16} /> : null}
              onClick={() => choose(theme)}
            >
              {t(`theme.${theme}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
