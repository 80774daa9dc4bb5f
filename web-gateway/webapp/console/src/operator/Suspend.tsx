import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, problemOf } from '@shared/api/http';
import { ConfirmByName } from '@shared/ui/ConfirmByName';
import { Refusal } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';

interface Props {
  /** `/operator/accounts/{id}` or `/operator/users/{id}` */
  path: string;
  /** What has to be typed: the name, as it stands on the page. */
  name: string;
  /** What suspending means here. */
  what: string;
  opened: boolean;
  restore: boolean;
  onClose: () => void;
}

/** Suspends or restores after the name was typed, with a reason for whom it concerns and for the audit log. */
export function Suspend({ path, name, what, opened, restore, onClose }: Props) {
  const { t } = useTranslation('console');
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const act = useMutation({
    mutationFn: () =>
      api(`${path}/suspension`, { method: restore ? 'DELETE' : 'POST', body: { reason: reason.trim() } }),
    onSuccess: async () => {
      setReason('');
      onClose();
      toast({ message: t(restore ? 'suspend.restored' : 'suspend.suspended', { name }) });
      await queries.invalidateQueries({ queryKey: ['operator'] });
    },
  });

  return (
    <ConfirmByName
      opened={opened}
      onClose={onClose}
      title={t(restore ? 'suspend.restoreTitle' : 'suspend.title', { name })}
      name={name}
      act={t(restore ? 'suspend.restore' : 'suspend.act')}
      busy={act.isPending}
      onConfirm={() => {
        setMissing(reason.trim() === '');
        if (reason.trim() !== '') act.mutate();
      }}
    >
      <p>{what}</p>
      <Textarea
        mt="md"
        label={t('reason.label')}
        description={t('reason.help')}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        error={missing && reason.trim() === '' ? t('reason.missing') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {act.isError && <Refusal compact problem={problemOf(act.error)} title={t('suspend.refused')} />}
    </ConfirmByName>
  );
}
