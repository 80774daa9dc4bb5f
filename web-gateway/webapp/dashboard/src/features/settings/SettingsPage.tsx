import { useEffect, useState, type FormEvent } from 'react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, CopyButton, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { Copy, Download, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, problemOf, url } from '@shared/api/http';
import { AuditTable } from '@shared/office/AuditTable';
import { Failed } from '@shared/office/Failed';
import { Card, Facts, Page } from '@shared/office/Page';
import { Loading } from '@shared/office/states';
import type { Account, AuditEntry, Page as Paged, Picture, Problem } from '@shared/protocol/types';
import { Refusal } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';
import { may } from '@dashboard/account/may';
import { useAccount } from '@dashboard/account/useAccount';
import { CATEGORIES, useCategoryName } from '@dashboard/parts/categories';
import { PictureField } from '@dashboard/parts/PictureField';
import { StateNotice } from '@dashboard/parts/StateNotice';
import parts from '@dashboard/parts/parts.module.css';

/** Profile, welcome message, code and link, and who changed what. */
export function SettingsPage() {
  const { t } = useTranslation('dashboard');
  const account = useAccount();
  const owner = may(account.role, 'change-account');
  return (
    <Page title={t('settings.title')}>
      <StateNotice account={account} />
      <div className={parts.two}>
        {owner ? <ProfileForm account={account} /> : <Profile account={account} />}
        <CodeCard account={account} />
      </div>
      <AuditTrail account={account.id} />
    </Page>
  );
}

function Profile({ account }: { account: Account }) {
  const { t } = useTranslation('dashboard');
  const categoryName = useCategoryName();
  return (
    <Card title={t('settings.profile')}>
      <Facts
        items={[
          [t('profile.name'), account.name],
          [t('profile.handle'), `@${account.handle}`],
          [t('profile.category'), categoryName(account.category)],
          [t('profile.description'), account.description],
          [t('profile.welcome'), account.welcome || t('settings.noWelcome')],
        ]}
      />
      <p className={parts.quiet}>{t('settings.onlyOwners')}</p>
    </Card>
  );
}

interface Form {
  name: string;
  category: string;
  description: string;
  welcome: string;
  picture: Picture | null;
}

function formOf(account: Account): Form {
  const { name, category, description, welcome, picture } = account;
  return { name, category, description, welcome: welcome ?? '', picture };
}

function ProfileForm({ account }: { account: Account }) {
  const { t } = useTranslation('dashboard');
  const categoryName = useCategoryName();
  const queries = useQueryClient();
  const [form, setForm] = useState(() => formOf(account));
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => setForm(formOf(account)), [account]);
  const changed = JSON.stringify(form) !== JSON.stringify(formOf(account));
  const categories = (CATEGORIES as readonly string[]).includes(form.category)
    ? [...CATEGORIES]
    : [form.category, ...CATEGORIES];

  const save = useMutation({
    mutationFn: (to: Form) =>
      api<Account>(`/accounts/${account.id}`, {
        method: 'PATCH',
        body: {
          ...to,
          name: to.name.trim(),
          description: to.description.trim(),
          welcome: to.welcome.trim(),
          picture: to.picture?.media ?? null,
        },
      }),
    onSuccess: async () => {
      setProblem(null);
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['account', account.id] }),
        queries.invalidateQueries({ queryKey: ['accounts'] }),
      ]);
    },
    onError: (error) => setProblem(problemOf(error)),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    const before = formOf(account);
    save.mutate(form, { onSuccess: () => toast({ message: t('settings.saved'), undo: () => save.mutate(before) }) });
  }

  const missing = form.name.trim() === '' ? t('opening.missingName') : changed ? null : t('settings.nothingChanged');
  return (
    <Card title={t('settings.profile')}>
      <form className={parts.form} onSubmit={submit}>
        <PictureField
          label={t('profile.picture')}
          id={account.id}
          name={form.name}
          picture={form.picture}
          onPicture={(picture) => setForm({ ...form, picture })}
        />
        <TextInput
          label={t('profile.name')}
          maxLength={60}
          value={form.name}
          onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('profile.category')}
          size="md"
          value={form.category}
          onChange={(event) => setForm({ ...form, category: event.currentTarget.value })}
          data={categories.map((each) => ({ value: each, label: categoryName(each) }))}
        />
        <Textarea
          label={t('profile.description')}
          description={t('profile.descriptionHelp')}
          autosize
          minRows={3}
          maxLength={500}
          value={form.description}
          onChange={(event) => setForm({ ...form, description: event.currentTarget.value })}
        />
        <Textarea
          label={t('profile.welcome')}
          description={t('profile.welcomeHelp')}
          autosize
          minRows={2}
          maxLength={1000}
          value={form.welcome}
          onChange={(event) => setForm({ ...form, welcome: event.currentTarget.value })}
        />
        {problem !== null && <Refusal compact problem={problem} title={t('settings.notSaved')} />}
        <div className={parts.saveRow}>
          <Button type="submit" loading={save.isPending} disabled={missing !== null}>
            {missing ?? t('settings.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function CodeCard({ account }: { account: Account }) {
  const { t } = useTranslation('dashboard');
  const svg = url(`/directory/${account.handle}/qr.svg`);
  const png = url(`/directory/${account.handle}/qr.png`);

  function print() {
    const page = window.open('', '_blank', 'width=640,height=800');
    if (page === null) return;
    const body = page.document.body;
    body.style.cssText = 'font-family: sans-serif; text-align: center; padding: 48px';
    page.document.title = account.name;
    const title = page.document.createElement('h1');
    title.textContent = account.name;
    const code = page.document.createElement('img');
    code.src = new URL(svg, location.href).href;
    code.alt = account.link;
    code.width = 360;
    const link = page.document.createElement('p');
    link.textContent = account.link;
    body.append(title, code, link);
    code.onload = () => page.print();
  }

  return (
    <Card title={t('settings.code')}>
      <p className={parts.lead}>{account.state === 'verified' ? t('settings.codeWhy') : t('settings.codeLater')}</p>
      <div className={parts.code}>
        <img src={svg} alt={t('settings.codeAlt', { link: account.link })} width={160} height={160} />
        <div className={parts.codeSide}>
          <a className={parts.link} href={account.link}>
            {account.link}
          </a>
          <div>
            <CopyButton value={account.link}>
              {({ copied, copy }) => (
                <Button size="xs" variant="default" leftSection={<Copy size={14} aria-hidden />} onClick={copy}>
                  {copied ? t('developers.copied') : t('settings.copyLink')}
                </Button>
              )}
            </CopyButton>
            <Button size="xs" variant="default" leftSection={<Printer size={14} aria-hidden />} onClick={print}>
              {t('settings.print')}
            </Button>
          </div>
          <div>
            <Button
              component="a"
              size="xs"
              variant="default"
              leftSection={<Download size={14} aria-hidden />}
              href={svg}
              download={`${account.handle}.svg`}
            >
              SVG
            </Button>
            <Button
              component="a"
              size="xs"
              variant="default"
              leftSection={<Download size={14} aria-hidden />}
              href={png}
              download={`${account.handle}.png`}
            >
              PNG
            </Button>
          </div>
        </div>
      </div>
    </Card>
  );
}

function AuditTrail({ account }: { account: string }) {
  const { t } = useTranslation('dashboard');
  const role = useAccount().role;
  const pages = useInfiniteQuery({
    queryKey: ['account', account, 'audit'],
    queryFn: ({ pageParam }) => api<Paged<AuditEntry>>(`/accounts/${account}/audit`, { query: { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    enabled: may(role, 'see-audit'),
  });
  if (!may(role, 'see-audit')) return null;
  const entries = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card flush title={t('settings.audit')}>
      {pages.isError ? (
        <Failed what={t('settings.auditFailed')} error={pages.error} retry={() => void pages.refetch()} />
      ) : pages.data === undefined ? (
        <Loading rows={4} label={t('loading')} />
      ) : (
        <AuditTable entries={entries} label={t('settings.audit')} />
      )}
      {pages.hasNextPage && (
        <Button variant="subtle" m="sm" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Card>
  );
}
