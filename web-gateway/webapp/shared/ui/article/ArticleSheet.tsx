import type { ReactNode } from 'react';
import { useFormat } from '../../format/useFormat';
import { useTranslation } from 'react-i18next';
import { ArticleText } from './ArticleText';
import css from './ArticleSheet.module.css';

export interface ArticleCover {
  media: string;
  url: string;
  thumbnailUrl: string;
  description: string;
}

interface Props {
  title: string;
  summary: string;
  html: string;
  cover: ArticleCover | null;
  /** When it was published. */
  at: string | null;
  /** Who says it. */
  author: ReactNode;
  /** It is an article within a page that has a heading of its own. */
  within?: boolean;
}

/** An article as it is read: cover, title, who and when, words. */
export function ArticleSheet({ title, summary, html, cover, at, author, within }: Props) {
  const { t } = useTranslation('shared');
  const format = useFormat();
  const Title = within ? 'h2' : 'h1';
  return (
    <article className={css.article}>
      {cover ? (
        <img className={css.cover} src={cover.url} alt={cover.description || t('message.image-without-description')} />
      ) : null}
      <header className={css.head}>
        <Title dir="auto">{title}</Title>
        <div className={css.by}>
          {author}
          {at ? (
            <time dateTime={at} title={format.fullTime(at)}>
              {format.shortDate(at)}
            </time>
          ) : null}
        </div>
        {summary ? (
          <p className={css.summary} dir="auto">
            {summary}
          </p>
        ) : null}
      </header>
      <div className={css.words} dir="auto">
        <ArticleText html={html} />
      </div>
    </article>
  );
}
