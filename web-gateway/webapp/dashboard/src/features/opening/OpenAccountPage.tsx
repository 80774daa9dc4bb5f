import { useState, type FormEvent } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, newIdempotencyKey, problemOf } from '@shared/api/http';
import { Card, Page } from '@shared/office/Page';
import { useGo } from '@shared/office/RouteLink';
import type { Account, Picture, Problem } from '@shared/protocol/types';
import { HANDLE } from '@shared/session/session';
import { Refusal } from '@shared/ui/Refusal';
import { CATEGORIES, useCategoryName } from '@dashboard/parts/categories';
import { PictureField } from '@dashboard/parts/PictureField';
import parts from '@dashboard/parts/parts.module.css';

/** Opens an official account; it is findable once the operators have verified it. */
export function OpenAccountPage({ back }: { back?: string }) {
  const { t } = useTranslation('dashboard');
  const categoryName = useCategoryName();
  const queries = useQueryClient();
  const go = useGo();
  const [name, setName] = useState('');
  const [handle, setHandle] = useState('');
  const [category, setCategory] = useState<string>(CATEGORIES[0]);
  const [description, setDescription] = useState('');
  const [picture, setPicture] = useState<Picture | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [key, setKey] = useState(newIdempotencyKey);
  const clean = handle.trim().replace(/^@/, '').toLowerCase();

  const open = useMutation({
    mutationFn: () =>
      api<Account>('/accounts', {
        body: {
          name: name.trim(),
          handle: clean,
          category,
          description: description.trim(),
          picture: picture?.media ?? null,
        },
        idempotencyKey: key,
      }),
    onSuccess: async (account) => {
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      go(`/${account.id}/overview`);
    },
    onError: (error) => {
      setProblem(problemOf(error));
      setKey(newIdempotencyKey());
    },
  });

  const missing =
    name.trim() === ''
      ? t('opening.missingName')
      : clean === ''
        ? t('opening.missingHandle')
        : !HANDLE.test(clean)
          ? t('opening.wrongHandle')
          : description.trim() === ''
            ? t('opening.missingDescription')
            : null;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (missing === null) open.mutate();
  }

  return (
    <Page title={t('opening.title')} back={back}>
      <div className={parts.narrow}>
        <Card>
          <p className={parts.lead}>{t('opening.what')}</p>
          <form className={parts.form} onSubmit={submit} noValidate>
            <PictureField
              label={t('profile.picture')}
              name={name || '?'}
              id={clean || 'new'}
              picture={picture}
              onPicture={setPicture}
            />
            <TextInput
              label={t('profile.name')}
              maxLength={60}
              required
              autoComplete="organization"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              label={t('profile.handle')}
              description={t('profile.handleHelp')}
              leftSection="@"
              required
              maxLength={40}
              autoCapitalize="none"
              spellCheck={false}
              autoComplete="off"
              value={handle}
              error={
                problem?.problem === 'handle-taken'
                  ? t('opening.handleTaken')
                  : clean !== '' && clean.length >= 3 && !HANDLE.test(clean)
                    ? t('opening.wrongHandle')
                    : null
              }
              onChange={(event) => {
                setHandle(event.currentTarget.value);
                setProblem(null);
              }}
            />
            <NativeSelect
              label={t('profile.category')}
              size="md"
              value={category}
              onChange={(event) => setCategory(event.currentTarget.value)}
              data={CATEGORIES.map((each) => ({ value: each, label: categoryName(each) }))}
            />
            <Textarea
              label={t('profile.description')}
              description={t('profile.descriptionHelp')}
              autosize
              required
              minRows={3}
              maxLength={500}
              value={description}
              onChange={(event) => setDescription(event.currentTarget.value)}
            />
            {problem !== null && problem.problem !== 'handle-taken' && (
              <Refusal problem={problem} title={t('opening.refused')} />
            )}
            <p className={parts.quiet}>{t('opening.findable')}</p>
            <Button type="submit" size="md" loading={open.isPending} disabled={missing !== null}>
              {missing ?? t('opening.act')}
            </Button>
          </form>
        </Card>
      </div>
    </Page>
  );
}
