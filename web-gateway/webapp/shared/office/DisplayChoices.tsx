import { Menu } from '@mantine/core';
import { Check, Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, LANGUAGES } from '../i18n/i18n';
import { useTheme, type Theme } from '../theme/scheme';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const ICONS = { system: Monitor, light: Sun, dark: Moon };

/** Language and theme of this device, as entries of a menu. */
export function DisplayChoices() {
  const { t, i18n } = useTranslation('shared');
  const { chosen, choose } = useTheme();
  const check = <Check size={16} strokeWidth={1.9} aria-hidden />;
  return (
    <>
      <Menu.Divider />
      {LANGUAGES.map((language) => (
        <Menu.Item
          key={language}
          lang={language}
          closeMenuOnClick={false}
          rightSection={i18n.language === language ? check : null}
          onClick={() => void chooseLanguage(language)}
        >
          {t(`language.${language}`)}
        </Menu.Item>
      ))}
      <Menu.Divider />
      {THEMES.map((theme) => {
        const Icon = ICONS[theme];
        return (
          <Menu.Item
            key={theme}
            closeMenuOnClick={false}
            leftSection={<Icon size={16} strokeWidth={1.9} aria-hidden />}
            rightSection={chosen === theme ? check : null}
            onClick={() => choose(theme)}
          >
            {t(`theme.${theme}`)}
          </Menu.Item>
        );
      })}
    </>
  );
}
