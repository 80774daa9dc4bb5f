import { Button, Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Failed } from '@shared/office/Failed';
import { MENU } from '@shared/office/menu';
import { useGo } from '@shared/office/RouteLink';
import { Loading } from '@shared/office/states';
import type { DeskConversation, DeskList, DeskPage, DeskTag } from '@shared/protocol/types';
import { Empty } from '@shared/ui/Empty';
import { DESK_LISTS } from '@dashboard/account/reads';
import { ConversationList } from './ConversationList';
import type { useDeskList } from './useDesk';
import { useListNames } from './useListNames';
import styles from './desk.module.css';

interface Props {
  account: string;
  list: DeskList;
  tag: DeskTag | null;
  tags: readonly DeskTag[];
  page: ReturnType<typeof useDeskList>;
  rows: readonly DeskConversation[];
  counts: DeskPage['counts'] | undefined;
  open: string | null;
  now: number;
  me: string;
  marked: ReadonlySet<string>;
  more: () => void;
  href: (id: string | null) => string;
  /** The lists stand beside it already. */
  listsInSight: boolean;
}

/** One list of the desk, whoever must be answered first on top. */
export function ListColumn(props: Props) {
  const { list, tag, tags, page, rows, counts, open, now, me, marked, more, href, listsInSight } = props;
  const { t } = useTranslation('desk');
  const go = useGo();
  const names = useListNames();
  const name = tag?.name ?? names[list];
  const count = tag?.open ?? counts?.[list] ?? '';
  return (
    <section className={styles.conversations} aria-label={name}>
      <div className={styles.columnHead}>
        {listsInSight ? (
          <h2>
            <bdi>{name}</bdi> <span>{count}</span>
          </h2>
        ) : (
          <Menu position="bottom-start" {...MENU}>
            <Menu.Target>
              <Button variant="subtle" color="gray" rightSection={<ChevronDown size={16} aria-hidden />}>
                {name} {count}
              </Button>
            </Menu.Target>
            <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
              {DESK_LISTS.map((each) => (
                <Menu.Item
                  key={each}
                  rightSection={counts?.[each] ?? ''}
                  onClick={() => go(`/${props.account}/desk/${each}`)}
                >
                  {names[each]}
                </Menu.Item>
              ))}
              {tags.map((each) => (
                <Menu.Item
                  key={each.id}
                  leftSection={<i className={styles.tagDot} data-colour={each.colour} aria-hidden />}
                  rightSection={each.open}
                  onClick={() => go(`/${props.account}/desk/tag-${each.id}`)}
                >
                  {each.name}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        <span className={styles.sorted}>{t(list === 'snoozed' || list === 'closed' ? 'newestFirst' : 'sorted')}</span>
      </div>
      <div className={styles.scroll}>
        {page.isError ? (
          <Failed what={t('listFailed')} error={page.error} retry={() => void page.refetch()} />
        ) : page.data === undefined ? (
          <div className={styles.pad}>
            <Loading rows={8} label={t('loading')} />
          </div>
        ) : rows.length === 0 ? (
          <Empty title={t('empty.title')} text={t(list === 'waiting' ? 'empty.waiting' : 'empty.other')} />
        ) : (
          <ConversationList
            rows={rows}
            tags={tags}
            more={page.hasNextPage ? more : null}
            loadingMore={page.isFetchingNextPage}
            open={open}
            now={now}
            href={href}
            label={name}
            me={me}
            marked={marked}
          />
        )}
      </div>
    </section>
  );
}
