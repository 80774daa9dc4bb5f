import { ActionIcon } from '@mantine/core';
import { Shapes } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, newIdempotencyKey } from '@shared/api/http';
import type { NewBody } from '@shared/protocol/bodies';
import type { Uuid } from '@shared/protocol/types';

const BuilderSheet = lazy(() => import('./BuilderSheet').then((part) => ({ default: part.BuilderSheet })));

interface Props {
  account: Uuid;
  conversation: Uuid;
  disabled?: boolean;
}

/** Beside the answer: builds messages with buttons, lists and forms. They come into the conversation like any other, over the socket. */
export function BuildButton({ account, conversation, disabled }: Props) {
  const { t } = useTranslation('message');
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  // one key for one content: trying again after a lost answer sends nothing twice
  const [attempt, setAttempt] = useState<{ content: string; key: string } | null>(null);

  async function send(bodies: NewBody[]) {
    const content = JSON.stringify(bodies);
    const key = attempt?.content === content ? attempt.key : newIdempotencyKey();
    setAttempt({ content, key });
    await api(`/accounts/${account}/conversations/${conversation}/messages`, {
      body: bodies.length === 1 ? { body: bodies[0] } : { bodies },
      idempotencyKey: key,
    });
    setAttempt(null);
  }

  return (
    <>
      <ActionIcon
        type="button"
        disabled={disabled}
        aria-label={t('sheet.open')}
        title={t('sheet.open')}
        aria-haspopup="dialog"
        onClick={() => {
          setAsked(true);
          setOpen(true);
        }}
      >
        <Shapes size={18} strokeWidth={1.9} />
      </ActionIcon>
      {asked ? (
        <Suspense>
          <BuilderSheet opened={open} onClose={() => setOpen(false)} onSend={send} />
        </Suspense>
      ) : null}
    </>
  );
}
