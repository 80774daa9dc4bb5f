import type { ReactNode } from 'react';
import { useFormat } from '../../format/useFormat';
import type { PictureView } from '../../protocol/bodies';
import { useTranslation } from 'react-i18next';
import { ArticleText } from './ArticleText';
import css from './ArticleSheet.module.css';

interface Props {
  title: string;
  summary: string;
  html: string;
  cover: PictureView | null;
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
        <img
          className={css.cover}
          src={cover.url}
          alt={cover.description || t('message.image-without-description')}
          width={cover.widthPx || undefined}
          height={cover.heightPx || undefined}
          style={{
            background: cover.placeholderColor,
            aspectRatio: Math.min(2.6, Math.max(1.3, (cover.widthPx || 16) / (cover.heightPx || 9))),
          }}
        />
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
