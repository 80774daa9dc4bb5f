import { useState, type FormEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, problemOf } from '@shared/api/http';
import type { Me, Problem } from '@shared/protocol/types';
import { EntryLayout } from '@shared/session/EntryLayout';
import { EntryProblem } from '@shared/session/EntryPage';
import { HANDLE, meQuery, SHORTEST_PASSWORD } from '@shared/session/session';
import styles from './setup.module.css';

/** The first operator: with the code that the server printed at its first start, once. */
export function SetupPage({ code: given, onDone }: { code: string; onDone: () => void }) {
  const { t } = useTranslation('console');
  const queries = useQueryClient();
  const [code, setCode] = useState(given);
  const [name, setName] = useState('');
  const [handle, setHandle] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const clean = handle.trim().replace(/^@/, '').toLowerCase();
  const missing =
    code.trim() === ''
      ? t('setup.missingCode')
      : name.trim() === ''
        ? t('setup.missingName')
        : !HANDLE.test(clean)
          ? t('setup.missingHandle')
          : password.length < SHORTEST_PASSWORD
            ? t('setup.missingCharacters', { count: SHORTEST_PASSWORD - password.length })
            : null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (missing !== null) return;
    setBusy(true);
    setProblem(null);
    try {
      const { me } = await api<{ me: Me }>('/operator/setup', {
        body: { code: code.trim(), name: name.trim(), handle: clean, password },
      });
      const known = await queries.fetchQuery({ ...meQuery, staleTime: 0 });
      if (known === null) {
        await api('/sessions', { body: { handle: me.handle, password, transport: 'cookie' } });
        await queries.fetchQuery({ ...meQuery, staleTime: 0 });
      }
      onDone();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  }

  return (
    <EntryLayout title={t('setup.title')} subtitle={t('setup.subtitle')}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        {problem !== null &&
          (problem.problem === 'not-found' ? (
            <p className={styles.used} role="alert">
              {t('setup.used')} <a href="/console/">{t('setup.toLogIn')}</a>
            </p>
          ) : (
            <EntryProblem problem={problem} />
          ))}
        <TextInput
          label={t('setup.code')}
          description={t('setup.codeHelp')}
          value={code}
          autoComplete="one-time-code"
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <TextInput
          label={t('setup.name')}
          autoComplete="name"
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('setup.handle')}
          leftSection="@"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          value={handle}
          error={problem?.problem === 'handle-taken' ? t('setup.handleTaken') : null}
          onChange={(event) => setHandle(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('setup.password')}
          name="new-password"
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('setup.showPassword') }}
        />
        <Button type="submit" size="md" loading={busy} disabled={missing !== null}>
          {missing ?? t('setup.act')}
        </Button>
      </form>
    </EntryLayout>
  );
}
