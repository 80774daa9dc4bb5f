import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Newspaper, SquarePen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { Card, Page } from '@shared/office/Page';
import { RouteLink, useGo } from '@shared/office/RouteLink';
import { Loading, Tag } from '@shared/office/states';
import { Empty } from '@shared/ui/Empty';
import { may } from '@dashboard/account/may';
import { useAccount } from '@dashboard/account/useAccount';
import { articles } from './api';
import css from './articles.module.css';

/** Pages of the account's own: drafts and what is published. */
export function ArticlesPage() {
  const { t } = useTranslation('articles');
  const format = useFormat();
  const account = useAccount();
  const go = useGo();
  const base = `/${account.id}/articles`;
  const { data, error, refetch } = useQuery(articles(account.id));
  const writes = may(account.role, 'release');
  const begin = (
    <Button leftSection={<SquarePen size={18} strokeWidth={1.9} aria-hidden />} onClick={() => go(`${base}/new`)}>
      {t('new')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={writes ? begin : undefined}>
      <Card flush>
        {error ? (
          <Failed error={error} retry={() => void refetch()} what={t('failed')} />
        ) : data === undefined ? (
          <Loading rows={5} label={t('title')} />
        ) : data.items.length === 0 ? (
          <Empty title={t('none')} text={t('noneWhy')}>
            {writes ? <Button onClick={() => go(`${base}/new`)}>{t('writeFirst')}</Button> : null}
          </Empty>
        ) : (
          <ul className={css.list}>
            {data.items.map((one) => (
              <li key={one.id}>
                <RouteLink to={`${base}/${one.id}`} className={css.row}>
                  {one.cover ? (
                    <img src={one.cover.thumbnailUrl} alt="" width={72} height={48} loading="lazy" decoding="async" />
                  ) : (
                    <span className={css.noCover} aria-hidden="true">
                      <Newspaper size={20} strokeWidth={1.9} />
                    </span>
                  )}
                  <span className={css.words}>
                    <strong dir="auto">{one.title}</strong>
                    <small>
                      {one.publishedAt && one.state === 'published'
                        ? t('published-at', { at: format.dayAndTime(one.publishedAt) })
                        : t('changed-at', { at: format.dayAndTime(one.changedAt) })}
                    </small>
                  </span>
                  <Tag tone={one.state === 'published' ? 'ok' : undefined}>
                    {one.state === 'published' ? t(one.changedSincePublished ? 'changed' : 'published') : t('draft')}
                  </Tag>
                </RouteLink>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Page>
  );
}
