import { Button, TextInput, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Copy, ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@shared/api/http';
import { Failed } from '@shared/office/Failed';
import { Card, Page } from '@shared/office/Page';
import { useGo } from '@shared/office/RouteLink';
import { Loading, Tag } from '@shared/office/states';
import type { Problem } from '@shared/protocol/types';
import { ArticleSheet } from '@shared/ui/article/ArticleSheet';
import { Refusal, useProblemWords } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';
import { may } from '@dashboard/account/may';
import { useAccount } from '@dashboard/account/useAccount';
import { ImageField } from '@dashboard/message/ImageField';
import { NO_PICTURE } from '@dashboard/message/model/bodies';
import { article, publish, remove, save, type ArticleDraft, type NewArticle } from './api';
import css from './articles.module.css';
import { Editor } from './Editor';

/** One article page: written at the left, as readers see it at the right. `id` is null while it is new. */
export function ArticlePage({ id }: { id: string | null }) {
  const { t } = useTranslation('articles');
  const account = useAccount();
  const { data, error, refetch } = useQuery({ ...article(account.id, id ?? ''), enabled: id !== null });
  if (id === null) return <Write key="new" known={null} />;
  if (data) return <Write key={data.id} known={data} />;
  return (
    <Page title={t('title')} back={`/${account.id}/articles`}>
      <Card>
        {error ? (
          <Failed error={error} retry={() => void refetch()} what={t('failed')} />
        ) : (
          <Loading rows={6} label={t('title')} />
        )}
      </Card>
    </Page>
  );
}

function Write({ known }: { known: ArticleDraft | null }) {
  const { t } = useTranslation(['articles', 'message']);
  const account = useAccount();
  const queries = useQueryClient();
  const go = useGo();
  const words = useProblemWords();
  const base = `/${account.id}/articles`;
  const [saved, setSaved] = useState(known);
  const [draft, setDraft] = useState({
    title: known?.title ?? '',
    summary: known?.summary ?? '',
    cover: known?.cover ?? null,
    body: known?.body ?? '',
  });
  const [dirty, setDirty] = useState(false);
  const [busy, setBusy] = useState<'saving' | 'publishing' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [checked, setChecked] = useState(false);
  const writes = may(account.role, 'release');
  const untitled = draft.title.trim() === '';
  const undescribed = draft.cover !== null && draft.cover.description.trim() === '';

  const write = (part: Partial<typeof draft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setDirty(true);
  };

  async function keep(): Promise<ArticleDraft> {
    const body: NewArticle = {
      title: draft.title.trim(),
      summary: draft.summary.trim(),
      cover: draft.cover && { media: draft.cover.media, description: draft.cover.description.trim() },
      body: draft.body,
    };
    const next = await save(account.id, saved?.id ?? null, body);
    setSaved(next);
    setDirty(false);
    return next;
  }

  async function act(what: 'saving' | 'publishing') {
    setChecked(true);
    if (untitled || undescribed) return;
    setBusy(what);
    setProblem(null);
    try {
      let next = dirty || saved === null ? await keep() : saved;
      if (what === 'publishing') next = await publish(account.id, next.id);
      setSaved(next);
      toast({ message: t(what === 'publishing' ? 'was-published' : 'saved'), about: 'article' });
      queries.setQueryData(article(account.id, next.id).queryKey, next);
      await queries.invalidateQueries({ queryKey: ['account', account.id, 'articles'], exact: true });
      if (known === null) go(`${base}/${next.id}`);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(null);
    }
  }

  /** What is deleted cannot come back: it waits out its clock first. */
  function drop() {
    if (!saved) return;
    const { id, title } = saved;
    go(base);
    toast({
      message: t('deleted', { title }),
      undo: () => go(`${base}/${id}`),
      expired: () => {
        remove(account.id, id).then(
          () => void queries.invalidateQueries({ queryKey: ['account', account.id, 'articles'] }),
          (error: unknown) => toast({ message: words(problemOf(error)).title }),
        );
      },
    });
  }

  return (
    <Page
      title={saved ? saved.title : t('new')}
      back={base}
      flush
      note={
        <Tag tone={saved?.state === 'published' ? 'ok' : undefined}>
          {saved?.state === 'published' ? t(saved.changedSincePublished ? 'changed' : 'published') : t('draft')}
        </Tag>
      }
      actions={
        saved && writes ? (
          <Button variant="subtle" color="gray" onClick={drop}>
            {t('delete')}
          </Button>
        ) : undefined
      }
    >
      <div className={css.columns}>
        <div className={css.form}>
          <fieldset disabled={!writes || busy !== null}>
            <TextInput
              label={t('name')}
              maxLength={120}
              value={draft.title}
              error={checked && untitled ? t('title-first') : null}
              onChange={(event) => write({ title: event.currentTarget.value })}
            />
            <Textarea
              label={t('summary')}
              autosize
              minRows={2}
              maxLength={500}
              value={draft.summary}
              onChange={(event) => write({ summary: event.currentTarget.value })}
            />
            <ImageField
              label={t('cover')}
              purpose="picture"
              picked={draft.cover ? { ...NO_PICTURE, ...draft.cover } : null}
              onPicked={(cover) => write({ cover })}
              error={null}
              descriptionError={checked && undescribed ? t('message:lack.no-description') : null}
            />
            <Editor label={t('body')} html={draft.body} onChange={(body) => write({ body })} />
          </fieldset>
          {problem ? <Refusal problem={problem} title={t('refused')} /> : null}
          {writes ? (
            <div className={css.acts}>
              <Button
                variant="default"
                loading={busy === 'saving'}
                disabled={!dirty && saved !== null}
                onClick={() => void act('saving')}
              >
                {t('save')}
              </Button>
              <Button
                loading={busy === 'publishing'}
                disabled={saved?.state === 'published' && !saved.changedSincePublished && !dirty}
                onClick={() => void act('publishing')}
              >
                {t(saved?.state === 'published' ? 'publish-again' : 'publish')}
              </Button>
              <span className={css.state} role="status">
                {dirty ? t('unsaved') : null}
              </span>
              {saved ? (
                <Button
                  variant="subtle"
                  component="a"
                  href={saved.state === 'published' && !saved.changedSincePublished ? saved.link : saved.previewLink}
                  target="_blank"
                  leftSection={<ExternalLink size={16} strokeWidth={1.9} aria-hidden />}
                >
                  {t('preview')}
                </Button>
              ) : null}
              {saved?.state === 'published' ? (
                <Button
                  variant="subtle"
                  leftSection={<Copy size={16} strokeWidth={1.9} aria-hidden />}
                  onClick={() => {
                    void navigator.clipboard?.writeText(saved.link).then(() => toast({ message: t('copied') }));
                  }}
                >
                  {t('link')}
                </Button>
              ) : null}
            </div>
          ) : null}
        </div>
        <div className={css.shown} role="region" tabIndex={0} aria-label={t('shown')}>
          <ArticleSheet
            within
            title={draft.title || t('new')}
            summary={draft.summary}
            html={draft.body}
            cover={draft.cover}
            at={saved?.publishedAt ?? null}
            author={<bdi>{account.name}</bdi>}
          />
        </div>
      </div>
    </Page>
  );
}
