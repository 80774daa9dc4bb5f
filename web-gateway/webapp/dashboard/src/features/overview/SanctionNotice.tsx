import { useState, type FormEvent } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Textarea } from '@mantine/core';
import { Gavel } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, problemOf } from '@shared/api/http';
import { useFormat } from '@shared/format/useFormat';
import type { Account, Standing } from '@shared/protocol/types';
import { Refusal } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';
import styles from './overview.module.css';

/** What an operator or a rule has done to the account: which step, until when, why, and how to appeal. */
export function SanctionNotice({ account, standing }: { account: Account; standing: Standing }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const appeal = useMutation({
    mutationFn: () => api(`/accounts/${account.id}/appeals`, { body: { text: text.trim() } }),
    onSuccess: () => {
      setAsking(false);
      toast({ message: t('standing.sent') });
      return queries.invalidateQueries({ queryKey: ['account', account.id, 'standing'] });
    },
  });
  const { sanction } = standing;
  if (!sanction) return null;
  const appealed = standing.appeals.find((each) => each.sanction === sanction.id);

  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (text.trim() !== '') appeal.mutate();
  }

  return (
    <section className={styles.sanction} aria-label={t(`standing.${sanction.step}`)}>
      <Gavel size={20} strokeWidth={1.9} aria-hidden />
      <div>
        <h2>{t(`standing.${sanction.step}`)}</h2>
        <p>
          {t(`standing.effect.${sanction.step}`)}{' '}
          {sanction.until ? t('standing.until', { at: format.dayAndTime(sanction.until) }) : t('standing.open')}
        </p>
        <p>{t('standing.reason', { reason: sanction.reason })}</p>
        {appealed !== undefined && appealed.decision === null && (
          <p>{t('standing.waiting', { at: format.dayAndTime(appealed.at) })}</p>
        )}
        {appealed?.decision === 'kept' && <p>{t('standing.kept', { reason: appealed.decisionReason ?? '–' })}</p>}
        {asking && (
          <form onSubmit={send} className={styles.appeal}>
            <Textarea
              label={t('standing.appealLabel')}
              description={t('standing.appealHelp')}
              autosize
              minRows={2}
              maxLength={1000}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              error={tried && text.trim() === '' ? t('standing.missing') : null}
            />
            {appeal.isError && <Refusal compact problem={problemOf(appeal.error)} title={t('standing.refused')} />}
            <div>
              <Button type="submit" loading={appeal.isPending}>
                {t('standing.send')}
              </Button>
            </div>
          </form>
        )}
      </div>
      {appealed === undefined && account.role === 'owner' && !asking && (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('standing.appeal')}
        </Button>
      )}
    </section>
  );
}
