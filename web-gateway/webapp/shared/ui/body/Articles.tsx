import { ExternalLink, Newspaper } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ArticleItem, ArticlesView } from '../../protocol/bodies';
import css from './body.module.css';
import { addressOf, articleOf, hostOf } from './model/address';
import { Picture } from './Picture';
import { useBodyPlace } from './place';

/** One article as a card. */
export function Article({ article, meta }: { article: ArticleItem; meta?: ReactNode }) {
  const own = articleOf(article.link);
  return (
    <ArticleLink article={article} className={css.article}>
      {article.cover ? <Picture image={article.cover} ratio={coverRatio(article)} /> : null}
      <span className={css.words}>
        <strong className={css.headline} dir="auto">
          {article.title}
        </strong>
        {article.summary ? (
          <span className={css.summary} dir="auto">
            {article.summary}
          </span>
        ) : null}
        <span className={css.host}>
          {own ? (
            <Newspaper size={13} strokeWidth={1.9} aria-hidden="true" />
          ) : (
            <ExternalLink size={13} strokeWidth={1.9} aria-hidden="true" />
          )}
          {own ? null : hostOf(article.link)}
          <span className={css.push} />
          {meta}
        </span>
      </span>
    </ArticleLink>
  );
}

/** Several articles: the first with its cover, the others as lines. */
export function Articles({ body, meta }: { body: ArticlesView; meta?: ReactNode }) {
  const [first, ...others] = body.items;
  if (!first) return null;
  if (others.length === 0) return <Article article={first} meta={meta} />;
  return (
    <div className={css.articles}>
      <ArticleLink article={first} className={css.leading}>
        {first.cover ? (
          <Picture image={first.cover} ratio={coverRatio(first)}>
            <span className={css.over}>
              <strong dir="auto">{first.title}</strong>
            </span>
          </Picture>
        ) : (
          <span className={css.words}>
            <strong className={css.headline} dir="auto">
              {first.title}
            </strong>
            {first.summary ? (
              <span className={css.summary} dir="auto">
                {first.summary}
              </span>
            ) : null}
          </span>
        )}
      </ArticleLink>
      {others.map((article, at) => (
        <ArticleLink key={at} article={article} className={css.line}>
          <span className={css.lineTitle} dir="auto">
            {article.title}
          </span>
          {article.cover ? <Picture image={article.cover} ratio={1} decorative /> : null}
        </ArticleLink>
      ))}
      {meta ? <span className={css.metaLine}>{meta}</span> : null}
    </div>
  );
}

function ArticleLink({
  article,
  className,
  children,
}: {
  article: ArticleItem;
  className?: string;
  children: ReactNode;
}) {
  const { acts, opened } = useBodyPlace();
  const own = articleOf(article.link);
  return (
    <a
      className={className}
      href={addressOf(article.link)}
      target="_blank"
      rel="noopener noreferrer"
      onClick={(event) => {
        opened?.(article.link);
        if (own && acts && !event.ctrlKey && !event.metaKey) {
          event.preventDefault();
          acts.openArticle(own);
        }
      }}
    >
      {children}
    </a>
  );
}

function coverRatio({ cover }: ArticleItem): number {
  if (!cover) return 1.9;
  return Math.min(2.4, Math.max(1.2, (cover.widthPx || 4) / (cover.heightPx || 3)));
}
