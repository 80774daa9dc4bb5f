import { useId, useState, type ReactNode } from 'react';
import { Ban, ChevronRight, Keyboard, LogOut, Store } from 'lucide-react';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hourOfDay } from '@shared/dosage/words';
import { chooseLanguage, LANGUAGES, type Language } from '@shared/i18n/i18n';
import type { Me, Weekday } from '@shared/protocol/types';
import { useTheme, type Theme } from '@shared/theme/scheme';
import { faultOf } from '../model/name';
import { timeZones, zoneName } from '../model/zones';
import { Devices } from './Devices';
import { MyPicture } from './MyPicture';
import { Segments } from './Segments';
import classes from './YouPage.module.css';

const days: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const themes: Theme[] = ['system', 'light', 'dark'];

export type MeChange = Partial<Pick<Me, 'name' | 'locale' | 'timeZone' | 'digest'>> & { picture?: string | null };

interface YouPageProps {
  me: Me;
  onChange: (change: MeChange) => Promise<unknown>;
  onLogOut: () => void;
  onKeys: () => void;
  /** The link around the way to the blocked list. */
  renderBlockedLink: (className: string, children: ReactNode) => ReactNode;
  back?: ReactNode;
}

/** My profile, how the app looks and speaks, when my digest comes, and my devices. */
export function YouPage({ me, onChange, onLogOut, onKeys, renderBlockedLink, back }: YouPageProps) {
  const { t, i18n } = useTranslation('settings');
  const { chosen, choose } = useTheme();
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const saving = useSaving(onChange);

  return (
    <div className={classes.page}>
      <header className={classes.head}>
        {back}
        <h1>{t('title')}</h1>
        <p className={classes.state} role="status">
          {saving.state === 'saved' ? t('saved') : ''}
        </p>
      </header>
      <div className={classes.scroll}>
        <div className={classes.column}>
          {saving.state === 'failed' ? (
            <p className={classes.failed} role="alert">
              {t('saveFailed')}
            </p>
          ) : null}

          <Part title={t('profile')}>
            <MyPicture me={me} onPicture={(picture) => saving.save({ picture })} />
            <NameField name={me.name} onSave={(name) => saving.save({ name })} />
            <TextInput label={t('handle')} description={t('handleHelp')} value={`@${me.handle}`} readOnly />
          </Part>

          <Part title={t('language')}>
            <Segments
              label={t('language')}
              value={i18n.language as Language}
              options={LANGUAGES.map((language) => ({
                value: language,
                label: t(`languages.${language}`),
                lang: language,
              }))}
              onChange={(language) => {
                void chooseLanguage(language);
                saving.save({ locale: language });
              }}
            />
          </Part>

          <Part title={t('theme')} help={t('themeHelp')}>
            <Segments
              label={t('theme')}
              value={chosen}
              options={themes.map((theme) => ({ value: theme, label: t(`themes.${theme}`) }))}
              onChange={choose}
            />
          </Part>

          <Part title={t('timeZone')} help={t('timeZoneHelp')}>
            <NativeSelect
              aria-label={t('timeZone')}
              value={me.timeZone}
              data={timeZones(me.timeZone, here).map((zone) => ({ value: zone, label: zoneName(zone) }))}
              onChange={(event) => saving.save({ timeZone: event.currentTarget.value })}
            />
            {here && here !== me.timeZone ? (
              <button type="button" className="p-link" onClick={() => saving.save({ timeZone: here })}>
                {t('timeZoneHere', { zone: zoneName(here) })}
              </button>
            ) : null}
          </Part>

          <Part title={t('digest')} help={t('digestHelp')}>
            <div className={classes.pair}>
              <NativeSelect
                label={t('digestDay')}
                value={me.digest.day}
                data={days.map((day) => ({ value: day, label: t(`days.${day}`) }))}
                onChange={(event) =>
                  saving.save({ digest: { ...me.digest, day: event.currentTarget.value as Weekday } })
                }
              />
              <NativeSelect
                label={t('digestHour')}
                value={String(me.digest.hour)}
                data={Array.from({ length: 24 }, (_, hour) => ({
                  value: String(hour),
                  label: hourOfDay(hour, i18n.language),
                }))}
                onChange={(event) => saving.save({ digest: { ...me.digest, hour: Number(event.currentTarget.value) } })}
              />
            </div>
          </Part>

          <Part title={t('devices')} help={t('devicesHelp')}>
            <Devices />
          </Part>

          <nav className={classes.ways} aria-label={t('more')}>
            {renderBlockedLink(
              classes.way!,
              <Way icon={<Ban size={18} aria-hidden="true" />} name={t('blocked')} help={t('blockedHelp')} />,
            )}
            <button type="button" className={classes.way} onClick={onKeys}>
              <Way icon={<Keyboard size={18} aria-hidden="true" />} name={t('keys')} help={t('keysHelp')} />
            </button>
            <a className={classes.way} href="/dashboard">
              <Way icon={<Store size={18} aria-hidden="true" />} name={t('official')} help={t('officialHelp')} />
            </a>
          </nav>

          <Button variant="default" leftSection={<LogOut size={16} aria-hidden="true" />} onClick={onLogOut}>
            {t('logOut')}
          </Button>
        </div>
      </div>
    </div>
  );
}

function Part({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {help ? <p className={classes.help}>{help}</p> : null}
      </div>
      {children}
    </section>
  );
}

function Way({ icon, name, help }: { icon: ReactNode; name: string; help: string }) {
  return (
    <>
      {icon}
      <span>
        <b>{name}</b>
        <small>{help}</small>
      </span>
      <ChevronRight size={18} aria-hidden="true" />
    </>
  );
}

function NameField({ name, onSave }: { name: string; onSave: (name: string) => void }) {
  const { t } = useTranslation('settings');
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? name;
  const fault = faultOf(shown);
  const save = () => {
    if (typed !== null && !fault && typed.trim() !== name) onSave(typed.trim());
    if (!fault) setTyped(null);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextInput
        label={t('name')}
        description={t('nameHelp')}
        autoComplete="name"
        value={shown}
        error={
          fault === 'missing'
            ? t('nameMissing')
            : fault === 'too-long'
              ? t('nameTooLong', { count: [...shown.trim()].length })
              : null
        }
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={save}
      />
    </form>
  );
}

function useSaving(onChange: (change: MeChange) => Promise<unknown>) {
  const [state, setState] = useState<'rest' | 'saved' | 'failed'>('rest');
  return {
    state,
    save(change: MeChange) {
      setState('rest');
      onChange(change).then(
        () => setState('saved'),
        () => setState('failed'),
      );
    },
  };
}
