import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import office from '@shared/office/office.module.css';
import { Card, Page, TableFrame } from '@shared/office/Page';
import { RouteLink } from '@shared/office/RouteLink';
import { Loading } from '@shared/office/states';
import type { OperatorAccount } from '@shared/protocol/types';
import { Empty } from '@shared/ui/Empty';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { AccountStateTag } from '@console/operator/AccountStateTag';
import { useCategoryName } from '@console/operator/categories';
import styles from '@console/operator/operator.module.css';
import { ACCOUNT_FILTERS, type AccountFilter } from '@console/operator/reads';
import { usePages } from '@console/operator/usePages';
import { useSettled } from '@console/operator/useSettled';

/** All official accounts, found by name or handle and by state. */
export function AccountsPage() {
  const { t } = useTranslation('console');
  const format = useFormat();
  const categoryName = useCategoryName();
  const [state, setState] = useState<AccountFilter | null>(null);
  const [text, setText] = useState('');
  const query = useSettled(text);
  const { pages, items } = usePages<OperatorAccount>('/accounts', { state, query: query.trim() });

  return (
    <Page title={t('accounts.title')}>
      <div className={styles.filters}>
        <button type="button" className="p-chip" aria-pressed={state === null} onClick={() => setState(null)}>
          {t('accounts.all')}
        </button>
        {ACCOUNT_FILTERS.map((each) => (
          <button
            key={each}
            type="button"
            className="p-chip"
            aria-pressed={state === each}
            onClick={() => setState(each)}
          >
            {t(`state.${each}`)}
          </button>
        ))}
        <TextInput
          className={styles.search}
          aria-label={t('accounts.search')}
          placeholder={t('accounts.search')}
          type="search"
          leftSection={<Search size={16} strokeWidth={1.9} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <Card flush>
        {pages.isError ? (
          <Failed what={t('accounts.failed')} error={pages.error} retry={() => void pages.refetch()} />
        ) : items === undefined ? (
          <Loading rows={8} label={t('loading')} />
        ) : items.length === 0 ? (
          <Empty title={t('accounts.none')} text={t('accounts.noneWhy')} />
        ) : (
          <TableFrame label={t('accounts.title')}>
            <table className={office.table}>
              <thead>
                <tr>
                  <th scope="col">{t('accounts.account')}</th>
                  <th scope="col">{t('accounts.state')}</th>
                  <th scope="col">{t('accounts.owner')}</th>
                  <th scope="col" data-number>
                    {t('accounts.followers')}
                  </th>
                  <th scope="col" data-number>
                    {t('accounts.pushes30d')}
                  </th>
                  <th scope="col" data-number>
                    {t('accounts.unfollows30d')}
                  </th>
                  <th scope="col" data-number>
                    {t('accounts.reports')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((row) => (
                  <tr key={row.account.id} data-link>
                    <td>
                      <RouteLink to={`/accounts/${row.account.id}`} className={styles.party}>
                        <PartyPicture
                          party={{
                            kind: 'account',
                            id: row.account.id,
                            name: row.account.name,
                            picture: row.account.picture,
                          }}
                          size={32}
                        />
                        <span>
                          <strong>
                            <bdi>{row.account.name}</bdi>
                          </strong>
                          <small>
                            @{row.account.handle}, {categoryName(row.account.category)}
                          </small>
                        </span>
                      </RouteLink>
                    </td>
                    <td>
                      <AccountStateTag state={row.account.state} />
                    </td>
                    <td>
                      <bdi>{row.owner.name}</bdi>
                    </td>
                    <td data-number>{format.full(row.followers)}</td>
                    <td data-number>{format.full(row.pushes30d)}</td>
                    <td data-number>{format.full(row.unfollows30d)}</td>
                    <td data-number>{format.full(row.reports)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        )}
      </Card>
      {pages.hasNextPage && (
        <div>
          <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
