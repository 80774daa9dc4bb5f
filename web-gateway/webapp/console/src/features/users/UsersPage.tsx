import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import office from '@shared/office/office.module.css';
import { Card, Page, TableFrame } from '@shared/office/Page';
import { Loading, Tag } from '@shared/office/states';
import type { OperatorUser } from '@shared/protocol/types';
import { useMyself } from '@shared/session/session';
import { Empty } from '@shared/ui/Empty';
import { PartyPicture } from '@shared/ui/PartyPicture';
import styles from '@console/operator/operator.module.css';
import { Suspend } from '@console/operator/Suspend';
import { usePages } from '@console/operator/usePages';
import { useSettled } from '@console/operator/useSettled';

/** Users by name or handle; suspending ends their sessions at once. */
export function UsersPage() {
  const { t } = useTranslation('console');
  const format = useFormat();
  const me = useMyself();
  const [text, setText] = useState('');
  const query = useSettled(text);
  const { pages, items } = usePages<OperatorUser>('/users', { query: query.trim() });
  const [asking, setAsking] = useState<OperatorUser | null>(null);
  const [opened, setOpened] = useState(false);

  return (
    <Page title={t('users.title')}>
      <div className={styles.filters}>
        <TextInput
          className={styles.search}
          aria-label={t('users.search')}
          placeholder={t('users.search')}
          type="search"
          leftSection={<Search size={16} strokeWidth={1.9} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <Card flush>
        {pages.isError ? (
          <Failed what={t('users.failed')} error={pages.error} retry={() => void pages.refetch()} />
        ) : items === undefined ? (
          <Loading rows={8} label={t('loading')} />
        ) : items.length === 0 ? (
          <Empty title={t('users.none')} text={t('users.noneWhy')} />
        ) : (
          <TableFrame label={t('users.title')}>
            <table className={office.table}>
              <thead>
                <tr>
                  <th scope="col">{t('users.user')}</th>
                  <th scope="col">{t('users.state')}</th>
                  <th scope="col">{t('users.since')}</th>
                  <th scope="col">{t('users.seen')}</th>
                  <th scope="col">
                    <span className="p-hidden">{t('users.acts')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((row) => {
                  const suspended = row.state === 'suspended';
                  return (
                    <tr key={row.user.id}>
                      <td>
                        <span className={styles.party}>
                          <PartyPicture party={row.user} size={32} />
                          <span>
                            <strong>
                              <bdi>{row.user.name}</bdi>
                            </strong>
                            {row.user.handle !== null && <small>@{row.user.handle}</small>}
                          </span>
                        </span>
                      </td>
                      <td>
                        <Tag tone={suspended ? 'danger' : 'ok'}>
                          {t(suspended ? 'state.suspended' : 'users.active')}
                        </Tag>{' '}
                        {row.operator && <Tag tone="primary">{t('users.operator')}</Tag>}
                      </td>
                      <td>{format.shortDate(row.createdAt)}</td>
                      <td>{row.lastSeenAt === null ? '–' : format.listTime(row.lastSeenAt)}</td>
                      <td data-number>
                        {row.user.id !== me.id && (
                          <Button
                            size="xs"
                            variant={suspended ? 'default' : 'outline'}
                            color={suspended ? undefined : 'red'}
                            onClick={() => {
                              setAsking(row);
                              setOpened(true);
                            }}
                          >
                            {t(suspended ? 'suspend.restoreDots' : 'suspend.actDots')}
                          </Button>
                        )}
                      </td>
                    </tr>
                  );
                })}
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
      {asking !== null && (
        <Suspend
          key={asking.user.id}
          path={`/operator/users/${asking.user.id}`}
          name={asking.user.name}
          what={t(asking.state === 'suspended' ? 'users.restoreWhat' : 'users.suspendWhat')}
          opened={opened}
          restore={asking.state === 'suspended'}
          onClose={() => setOpened(false)}
        />
      )}
    </Page>
  );
}
