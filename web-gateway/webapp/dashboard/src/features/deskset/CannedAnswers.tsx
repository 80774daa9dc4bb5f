import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, problemOf } from '@shared/api/http';
import { Card } from '@shared/office/Page';
import { Loading } from '@shared/office/states';
import type { CannedAnswer, Problem } from '@shared/protocol/types';
import { Refusal, useProblemWords } from '@shared/ui/Refusal';
import { Sheet } from '@shared/ui/Sheet';
import { toast } from '@shared/ui/toast';
import { useAccount } from '@dashboard/account/useAccount';
import parts from '@dashboard/parts/parts.module.css';
import { settingReads } from './settingReads';
import styles from './deskset.module.css';

/** Words that the team says often, called by a slash in the answer box. */
export function CannedAnswers() {
  const { t } = useTranslation('deskset');
  const account = useAccount();
  const queries = useQueryClient();
  const words = useProblemWords();
  const read = settingReads.canned(account.id);
  const answers = useQuery(read);
  const [editing, setEditing] = useState<CannedAnswer | 'new' | null>(null);
  const path = `/accounts/${account.id}/desk/canned-answers`;
  const refresh = () => queries.invalidateQueries({ queryKey: read.queryKey });
  const remove = useMutation({
    mutationFn: (answer: CannedAnswer) => api(`${path}/${answer.id}`, { method: 'DELETE' }),
    onSuccess: (_, answer) =>
      toast({
        message: t('cannedRemoved', { shortcut: answer.shortcut }),
        undo: () =>
          void api(path, { method: 'POST', body: { shortcut: answer.shortcut, text: answer.text } }).then(refresh),
      }),
    onError: (error) => toast({ message: words(problemOf(error)).title }),
    onSettled: refresh,
  });
  const items = answers.data?.items;
  return (
    <Card
      title={t('canned')}
      aside={
        <Button
          size="xs"
          variant="default"
          leftSection={<Plus size={16} aria-hidden />}
          onClick={() => setEditing('new')}
        >
          {t('cannedNew')}
        </Button>
      }
    >
      <p className={parts.quiet}>{t('cannedWhat')}</p>
      {items === undefined ? (
        <Loading rows={3} label={t('loading')} />
      ) : (
        <ul className={styles.items}>
          {items.map((answer) => (
            <li key={answer.id}>
              <b>/{answer.shortcut}</b>
              <span dir="auto">{answer.text}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('cannedEdit', { shortcut: answer.shortcut })}
                onClick={() => setEditing(answer)}
              >
                <Pencil size={16} strokeWidth={1.9} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('cannedRemove', { shortcut: answer.shortcut })}
                onClick={() => remove.mutate(answer)}
              >
                <Trash2 size={16} strokeWidth={1.9} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {editing !== null && (
        <Editor
          answer={editing === 'new' ? null : editing}
          path={path}
          onDone={() => {
            void refresh();
            setEditing(null);
          }}
          onClose={() => setEditing(null)}
        />
      )}
    </Card>
  );
}

interface EditorProps {
  answer: CannedAnswer | null;
  path: string;
  onDone: () => void;
  onClose: () => void;
}

function Editor({ answer, path, onDone, onClose }: EditorProps) {
  const { t } = useTranslation('deskset');
  const [shortcut, setShortcut] = useState(answer?.shortcut ?? '');
  const [text, setText] = useState(answer?.text ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = useMutation({
    mutationFn: () =>
      api<CannedAnswer>(answer === null ? path : `${path}/${answer.id}`, {
        method: answer === null ? 'POST' : 'PUT',
        body: { shortcut, text },
      }),
    onSuccess: onDone,
    onError: (error) => setProblem(problemOf(error)),
  });
  const wrong = (field: string) => problem?.errors?.find((each) => each.field === field)?.detail;
  return (
    <Sheet
      opened
      onClose={onClose}
      title={answer === null ? t('cannedNew') : `/${answer.shortcut}`}
      foot={
        <Button loading={save.isPending} disabled={shortcut === '' || text.trim() === ''} onClick={() => save.mutate()}>
          {t('save')}
        </Button>
      }
    >
      <div className={parts.form}>
        <TextInput
          label={t('shortcut')}
          description={t('shortcutRule')}
          value={shortcut}
          maxLength={30}
          error={wrong('shortcut')}
          data-autofocus
          onChange={(event) => setShortcut(event.currentTarget.value.toLowerCase())}
        />
        <Textarea
          label={t('text')}
          description={t('variables')}
          autosize
          minRows={4}
          maxRows={12}
          maxLength={4000}
          value={text}
          error={wrong('text')}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {problem !== null && problem.errors === undefined && <Refusal problem={problem} title={t('notSaved')} />}
      </div>
    </Sheet>
  );
}
