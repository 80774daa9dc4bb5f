import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Radio, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, problemOf } from '@shared/api/http';
import { Failed } from '@shared/office/Failed';
import { Card, Page } from '@shared/office/Page';
import { Loading } from '@shared/office/states';
import type { DeskSetting } from '@shared/protocol/types';
import { useProblemWords } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';
import { useAccount } from '@dashboard/account/useAccount';
import parts from '@dashboard/parts/parts.module.css';
import { CannedAnswers } from './CannedAnswers';
import { Hours } from './Hours';
import { TagList } from './TagList';
import { settingReads } from './settingReads';

const MODES: readonly DeskSetting['assignment'][] = ['by-hand', 'round-robin', 'by-load'];

/** How the desk works: who gets a conversation, when somebody is there, tags and canned answers. */
export function DeskSettingsPage() {
  const { t } = useTranslation('deskset');
  const account = useAccount();
  const owner = account.role === 'owner';
  return (
    <Page title={t('title')} back={`/${account.id}/desk`}>
      {!owner && <p className={parts.lead}>{t('onlyOwners')}</p>}
      <div className={parts.two}>
        <Assignment owner={owner} />
        <Hours owner={owner} />
      </div>
      <CannedAnswers />
      <TagList owner={owner} />
    </Page>
  );
}

function Assignment({ owner }: { owner: boolean }) {
  const { t } = useTranslation('deskset');
  const account = useAccount();
  const queries = useQueryClient();
  const words = useProblemWords();
  const read = settingReads.setting(account.id);
  const setting = useQuery(read);
  const save = useMutation({
    mutationFn: (body: DeskSetting) =>
      api<DeskSetting>(`/accounts/${account.id}/desk/settings`, { method: 'PUT', body }),
    onMutate: (body) => queries.setQueryData(read.queryKey, body),
    onError: (error) => toast({ message: words(problemOf(error)).title }),
    onSettled: () => queries.invalidateQueries({ queryKey: read.queryKey }),
  });
  const present = setting.data;
  function change(next: DeskSetting) {
    if (present === undefined) return;
    save.mutate(next);
    toast({ message: t('saved'), undo: () => save.mutate(present) });
  }
  return (
    <Card title={t('assignment')}>
      {setting.isError ? (
        <Failed what={t('failed')} error={setting.error} retry={() => void setting.refetch()} />
      ) : present === undefined ? (
        <Loading rows={4} label={t('loading')} />
      ) : (
        <Stack gap="lg">
          <Radio.Group
            label={t('assignmentWhat')}
            value={present.assignment}
            onChange={(mode) => change({ ...present, assignment: mode as DeskSetting['assignment'] })}
          >
            <Stack gap="sm" mt="xs">
              {MODES.map((mode) => (
                <Radio
                  key={mode}
                  value={mode}
                  disabled={!owner}
                  label={t(`mode.${mode}`)}
                  description={t(`modeWhy.${mode}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Switch
            checked={present.asksSatisfaction}
            disabled={!owner}
            label={t('satisfaction')}
            description={t('satisfactionWhy')}
            onChange={(event) => change({ ...present, asksSatisfaction: event.currentTarget.checked })}
          />
        </Stack>
      )}
    </Card>
  );
}
