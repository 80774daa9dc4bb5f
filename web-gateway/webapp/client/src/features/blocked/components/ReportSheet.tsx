import { useState } from 'react';
import { Button, Checkbox, Radio, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@shared/api/http';
import type { Party, Problem } from '@shared/protocol/types';
import { Refusal } from '@shared/ui/Refusal';
import { Sheet } from '@shared/ui/Sheet';
import { toast } from '@shared/ui/toast';
import { report, type ReportReason } from '../api';

const reasons: ReportReason[] = ['spam', 'abuse', 'fraud', 'other'];
const longestComment = 1000;

interface ReportSheetProps {
  party: Party;
  opened: boolean;
  onClose: () => void;
  onBlock: () => void;
}

/** Tells the operators about a party; the party does not learn of it. */
export function ReportSheet({ party, opened, onClose, onBlock }: ReportSheetProps) {
  const { t } = useTranslation('blocked');
  const [reason, setReason] = useState<ReportReason | null>(null);
  const [comment, setComment] = useState('');
  const [alsoBlock, setAlsoBlock] = useState(false);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const send = async () => {
    if (!reason) {
      setMissing(true);
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      await report(party, reason, comment.trim());
      toast({ message: t('report.sent') });
      if (alsoBlock) onBlock();
      setReason(null);
      setComment('');
      setAlsoBlock(false);
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Sheet
      opened={opened}
      onClose={onClose}
      title={t('report.title', { name: party.name })}
      foot={
        <>
          <Button variant="default" onClick={onClose}>
            {t('report.cancel')}
          </Button>
          <Button loading={busy} onClick={() => void send()}>
            {t('report.send')}
          </Button>
        </>
      }
    >
      <Stack gap="md">
        <p className="p-help">{t('report.lead', { name: party.name })}</p>
        <Radio.Group
          label={t('report.reason')}
          value={reason}
          error={missing && !reason ? t('report.missing') : null}
          onChange={(value) => setReason(value as ReportReason)}
        >
          <Stack gap="xs" mt="xs">
            {reasons.map((value) => (
              <Radio key={value} value={value} label={t(`report.reasons.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t('report.comment')}
          description={t('report.commentHelp')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={longestComment}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <Checkbox
          label={t('report.alsoBlock', { name: party.name })}
          checked={alsoBlock}
          onChange={(event) => setAlsoBlock(event.currentTarget.checked)}
        />
        {problem ? <Refusal problem={problem} title={t('report.failed')} compact /> : null}
      </Stack>
    </Sheet>
  );
}
