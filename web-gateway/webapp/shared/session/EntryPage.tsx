import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/http';
import { useFormat } from '../format/useFormat';
import type { Problem } from '../protocol/types';
import { useProblemWords } from '../ui/Refusal';
import { EntryLayout } from './EntryLayout';
import css from './EntryPage.module.css';
import { HANDLE, logIn, meQuery, SHORTEST_PASSWORD, signUp } from './session';

/** Log-in and sign-up; afterwards the query of `me` has the user, and the app shows itself. */
export function EntryPage({ appName, signUpAllowed = true }: { appName?: string; signUpAllowed?: boolean }) {
  const { t } = useTranslation('shared');
  const [signingUp, setSigningUp] = useState(signUpAllowed && location.hash === '#sign-up');
  const host = appName ? `${appName}, ${location.host}` : location.host;
  return (
    <EntryLayout
      key={String(signingUp)}
      title={signingUp ? t('entry.sign-up') : t('entry.welcome')}
      subtitle={signingUp ? t('entry.sign-up-subtitle') : host}
    >
      {signingUp ? <SignUpForm /> : <LogInForm />}
      {signUpAllowed ? (
        <p className={css.other}>
          {signingUp ? t('entry.already-here') : t('entry.new-here')}{' '}
          <button type="button" className="p-link" onClick={() => setSigningUp(!signingUp)}>
            {signingUp ? t('entry.log-in') : t('entry.sign-up')}
          </button>
        </p>
      ) : null}
    </EntryLayout>
  );
}

function LogInForm() {
  const { t } = useTranslation('shared');
  const queries = useQueryClient();
  const [handle, setHandle] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      queries.setQueryData(meQuery.queryKey, await logIn(clean(handle), password));
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  const missing =
    clean(handle) === '' ? t('entry.missing-handle') : password === '' ? t('entry.missing-password') : null;
  return (
    <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
      {problem ? <EntryProblem problem={problem} /> : null}
      <TextInput
        label={t('entry.handle')}
        leftSection="@"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={handle}
        onChange={(event) => setHandle(event.currentTarget.value)}
        autoFocus
      />
      <PasswordInput
        label={t('entry.password')}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('entry.show-password') }}
      />
      <Button type="submit" size="md" loading={busy} disabled={missing !== null}>
        {missing ?? t('entry.log-in')}
      </Button>
    </form>
  );
}

function SignUpForm() {
  const { t } = useTranslation('shared');
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [handle, setHandle] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const handleTaken = problem?.problem === 'handle-taken';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      queries.setQueryData(meQuery.queryKey, await signUp({ handle: clean(handle), name: name.trim(), password }));
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  const cleaned = clean(handle);
  const wrongHandle = handle !== '' && !HANDLE.test(cleaned) && cleaned.length >= 3;
  const missing =
    name.trim() === ''
      ? t('entry.missing-name')
      : cleaned.length < 3
        ? t('entry.missing-handle-characters', { count: 3 - cleaned.length })
        : wrongHandle
          ? t('entry.wrong-handle')
          : password.length < SHORTEST_PASSWORD
            ? t('entry.missing-characters', { count: SHORTEST_PASSWORD - password.length })
            : null;
  const suggestion = cleaned
    .replace(/\s+/g, '.')
    .replace(/[^a-z0-9._]/g, '')
    .slice(0, 30);
  return (
    <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
      {problem && !handleTaken ? <EntryProblem problem={problem} /> : null}
      <TextInput
        label={t('entry.name')}
        description={t('entry.name-help')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="name"
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        autoFocus
      />
      <TextInput
        label={t('entry.handle')}
        leftSection="@"
        description={t('entry.handle-help')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        error={
          handleTaken
            ? t('entry.handle-taken')
            : wrongHandle
              ? suggestion.length >= 3
                ? t('entry.handle-try', { handle: suggestion })
                : t('entry.wrong-handle')
              : null
        }
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        value={handle}
        onChange={(event) => {
          setHandle(event.currentTarget.value);
          if (handleTaken) setProblem(null);
        }}
      />
      <div>
        <PasswordInput
          label={t('entry.password')}
          name="new-password"
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('entry.show-password') }}
          aria-describedby="password-help"
        />
        <div className={css.meter} aria-hidden="true">
          {Array.from({ length: SHORTEST_PASSWORD }, (_, index) => (
            <span key={index} data-on={index < password.length || undefined} />
          ))}
        </div>
        <p id="password-help" className="p-help">
          {t('entry.password-help', { count: password.length, least: SHORTEST_PASSWORD })}
        </p>
      </div>
      <Button type="submit" size="md" loading={busy} disabled={missing !== null}>
        {missing ?? t('entry.sign-up')}
      </Button>
    </form>
  );
}

/** Why it was refused, above the fields. */
export function EntryProblem({ problem }: { problem: Problem }) {
  const { t } = useTranslation('shared');
  const words = useProblemWords()(problem);
  const format = useFormat();
  const tries = problem.problem === 'login-refused' && problem.value !== undefined;
  return (
    <div className={css.problem} role="alert">
      <CircleAlert size={18} strokeWidth={1.9} aria-hidden="true" />
      <div>
        <strong>{words.title}</strong>
        <p>
          {tries
            ? t('entry.tries', { limit: problem.limit ?? 5, count: Number(problem.value) })
            : problem.possibleAgainAt
              ? t('entry.again', { time: format.dayAndTime(problem.possibleAgainAt) })
              : words.detail}
        </p>
      </div>
    </div>
  );
}

function clean(handle: string): string {
  return handle.trim().replace(/^@/, '').toLowerCase();
}
