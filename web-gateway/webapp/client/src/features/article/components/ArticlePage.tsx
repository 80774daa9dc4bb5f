import { ActionIcon, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@shared/api/http';
import { ArticleSheet } from '@shared/ui/article/ArticleSheet';
import { Empty } from '@shared/ui/Empty';
import { PartyName } from '@shared/ui/PartyName';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { Refusal } from '@shared/ui/Refusal';
import { PageSkeleton } from '@shared/ui/Skeleton';
import { article } from '../api';
import css from './ArticlePage.module.css';

/** An article page of an account, to be read in peace. */
export function ArticlePage({ id }: { id: string }) {
  const { t } = useTranslation('rich');
  const preview = new URLSearchParams(location.search).get('preview');
  const { data, error, refetch } = useQuery(article(id, preview));
  const problem = error ? problemOf(error) : null;
  const back = history.length > 1;
  return (
    <div className={css.page}>
      <header className={css.head}>
        {back ? (
          <ActionIcon onClick={() => history.back()} aria-label={t('shared:act.back')}>
            <ArrowLeft size={20} strokeWidth={1.9} />
          </ActionIcon>
        ) : null}
        <p>{data ? <bdi>{data.account.name}</bdi> : t('article.label')}</p>
        {data?.preview ? (
          <span className="p-tag" data-role="warn">
            {t('article.preview')}
          </span>
        ) : null}
      </header>
      <div className={css.scroll} tabIndex={0} role="region" aria-label={data?.title ?? t('article.label')}>
        {content()}
      </div>
    </div>
  );

  function content() {
    if (problem?.problem === 'gone') return <Empty title={t('article.gone')} text={t('article.gone-text')} />;
    if (problem?.problem === 'not-found')
      return <Empty title={t('article.missing')} text={t('article.missing-text')} />;
    if (problem) {
      return (
        <Refusal
          problem={problem}
          title={t('article.broken')}
          actions={<Button onClick={() => void refetch()}>{t('shared:act.retry')}</Button>}
        />
      );
    }
    if (!data) return <PageSkeleton />;
    return (
      <ArticleSheet
        title={data.title}
        summary={data.summary}
        html={data.body}
        cover={data.cover}
        at={data.publishedAt}
        author={
          <a className={css.author} href={`/@${data.account.handle ?? ''}`}>
            <PartyPicture party={data.account} size={24} />
            <PartyName name={data.account.name} verified={data.account.verified} />
          </a>
        }
      />
    );
  }
}
