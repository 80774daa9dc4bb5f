import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, problemOf } from '@shared/api/http';
import { Card } from '@shared/office/Page';
import { Loading } from '@shared/office/states';
import type { DeskTag } from '@shared/protocol/types';
import { ConfirmByName } from '@shared/ui/ConfirmByName';
import { useProblemWords } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';
import { useAccount } from '@dashboard/account/useAccount';
import parts from '@dashboard/parts/parts.module.css';
import { settingReads } from './settingReads';
import styles from './deskset.module.css';

const COLOURS: readonly DeskTag['colour'][] = ['orange', 'violet', 'red', 'green', 'blue', 'petrol', 'grey'];

/** The words by which the team sorts its conversations. */
export function TagList({ owner }: { owner: boolean }) {
  const { t } = useTranslation('deskset');
  const account = useAccount();
  const queries = useQueryClient();
  const words = useProblemWords();
  const read = settingReads.tags(account.id);
  const tags = useQuery(read);
  const [name, setName] = useState('');
  const [removing, setRemoving] = useState<DeskTag | null>(null);
  const path = `/accounts/${account.id}/desk/tags`;
  const settled = {
    onError: (error: unknown) =>
      toast({ message: words(problemOf(error)).title, detail: words(problemOf(error)).detail }),
    onSettled: () => queries.invalidateQueries({ queryKey: read.queryKey }),
  };
  const add = useMutation({
    mutationFn: (body: Pick<DeskTag, 'name' | 'colour'>) => api<DeskTag>(path, { method: 'POST', body }),
    onSuccess: () => setName(''),
    ...settled,
  });
  const change = useMutation({
    mutationFn: ({ id, ...body }: Pick<DeskTag, 'id' | 'name' | 'colour'>) =>
      api<DeskTag>(`${path}/${id}`, { method: 'PUT', body }),
    ...settled,
  });
  const remove = useMutation({
    mutationFn: (tag: DeskTag) => api(`${path}/${tag.id}`, { method: 'DELETE' }),
    ...settled,
  });
  const items = tags.data?.items;
  const colourNames = COLOURS.map((colour) => ({ value: colour, label: t(`colour.${colour}`) }));
  return (
    <Card title={t('tags')}>
      {items === undefined ? (
        <Loading rows={3} label={t('loading')} />
      ) : (
        <ul className={styles.items}>
          {items.map((tag) => (
            <li key={tag.id}>
              <b dir="auto">{tag.name}</b>
              <span>{t('tagOpen', { count: tag.open })}</span>
              <NativeSelect
                size="xs"
                aria-label={t('colourOf', { tag: tag.name })}
                value={tag.colour}
                data={colourNames}
                onChange={(event) => change.mutate({ ...tag, colour: event.currentTarget.value as DeskTag['colour'] })}
              />
              {owner && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('tagRemove', { tag: tag.name })}
                  onClick={() => setRemoving(tag)}
                >
                  <Trash2 size={16} strokeWidth={1.9} aria-hidden />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      <form
        className={styles.span}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') add.mutate({ name: name.trim(), colour: COLOURS[(items?.length ?? 0) % 7]! });
        }}
      >
        <TextInput
          aria-label={t('tagName')}
          placeholder={t('tagName')}
          value={name}
          maxLength={30}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={name.trim() === ''} loading={add.isPending}>
          {t('tagAdd')}
        </Button>
      </form>
      <p className={parts.quiet}>{t('tagsWhat')}</p>
      {removing !== null && (
        <ConfirmByName
          opened
          onClose={() => setRemoving(null)}
          title={t('tagRemove', { tag: removing.name })}
          name={removing.name}
          act={t('tagRemoveAct')}
          onConfirm={() => {
            remove.mutate(removing);
            setRemoving(null);
          }}
        >
          {t('tagRemoveWhy', { count: removing.open })}
        </ConfirmByName>
      )}
    </Card>
  );
}
