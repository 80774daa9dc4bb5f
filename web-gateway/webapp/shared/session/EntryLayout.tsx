import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../i18n/i18n';
import { LanguageSwitch, ThemeSwitch } from '../ui/Choices';
import { Logo } from '../ui/Logo';
import { PartyName } from '../ui/PartyName';
import { PartyPicture } from '../ui/PartyPicture';
import { Ticks } from '../ui/Ticks';
import css from './EntryLayout.module.css';

/** Form at the right, a panel with a live sample at the left; under 960 px only the form. */
export function EntryLayout({
  title,
  subtitle,
  children,
  onLanguage,
}: {
  title: string;
  subtitle?: ReactNode;
  children: ReactNode;
  onLanguage?: (language: Language) => void;
}) {
  const { t } = useTranslation('shared');
  return (
    <div className={css.entry}>
      <aside className={css.panel} aria-label={t('entry.panel')}>
        <div className={css.brand}>
          <Logo size={30} onDark />
          Parley
        </div>
        <Sample />
        <div>
          <p className={css.slogan}>{t('entry.slogan')}</p>
          <p className={css.promise}>{t('entry.promise')}</p>
        </div>
      </aside>
      <main className={css.main}>
        <div className={css.choices}>
          <LanguageSwitch onChosen={onLanguage} />
          <ThemeSwitch />
        </div>
        <div className={css.form}>
          <div className={css.smallBrand}>
            <Logo />
            Parley
          </div>
          <h1 className={css.title}>{title}</h1>
          {subtitle ? <p className={css.subtitle}>{subtitle}</p> : null}
          {children}
        </div>
      </main>
    </div>
  );
}

/** Invented people and a bakery: what the list and the dosage look like. */
function Sample() {
  const { t } = useTranslation('shared');
  return (
    <div className={css.sample} aria-hidden="true">
      <div className={css.rows}>
        <div className={css.row}>
          <PartyPicture party={{ kind: 'user', id: 'mara', name: 'Mara Ellisgard' }} online />
          <span className={css.words}>
            <strong>Mara Ellisgard</strong>
            <span className={css.last}>{t('entry.sample-mara')}</span>
          </span>
          <span className={css.end}>
            <b>10:42</b>
            <span className={css.badge}>1</span>
          </span>
        </div>
        <div className={css.row}>
          <PartyPicture party={{ kind: 'account', id: 'bakery-b', name: 'Morrow & Rye' }} />
          <span className={css.words}>
            <strong>
              <PartyName name="Morrow & Rye" verified />
            </strong>
            <span className={css.last}>{t('entry.sample-bakery')}</span>
          </span>
          <span className={css.end}>09:30</span>
        </div>
        <div className={css.row}>
          <PartyPicture party={{ kind: 'user', id: 'ruth', name: 'Oma Ruth' }} />
          <span className={css.words}>
            <strong>Oma Ruth</strong>
            <span className={css.last}>{t('entry.sample-ruth')}</span>
          </span>
          <span className={css.end}>
            <Ticks state="displayed" />
          </span>
        </div>
      </div>
      <div className={css.strip}>
        <strong>{t('entry.sample-dosage')}</strong>
        <svg viewBox="0 0 264 92" className={css.bars}>
          {[
            [22, 0, 2],
            [86, 1, 2],
            [150, 0, 1],
            [214, 2, 2],
          ].map(([x, held, full]) => (
            <g key={x}>
              {Array.from({ length: full! }, (_, bar) => (
                <rect key={bar} x={x} y={74 - bar * 14} width="28" height="10" rx="5" fill="var(--p-primary)" />
              ))}
              {Array.from({ length: held! }, (_, bar) => (
                <rect
                  key={bar}
                  x={x! + 0.75}
                  y={40 - bar * 14}
                  width="26.500"
                  height="9"
                  rx="4.500"
                  fill="none"
                  stroke="var(--p-primary)"
                  strokeWidth="1.500"
                  strokeDasharray="3 2.500"
                />
              ))}
            </g>
          ))}
          <path d="M2 54.500h244" stroke="var(--p-text)" strokeWidth="1.600" />
          <circle cx="254" cy="54.500" r="7" fill="var(--p-surface)" stroke="var(--p-text)" strokeWidth="1.500" />
          <path d="M2 88.500h260" stroke="var(--p-border)" />
        </svg>
      </div>
    </div>
  );
}
