import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@shared/api/http';
import type { BodyView, NewBody } from '@shared/protocol/bodies';
import type { Problem } from '@shared/protocol/types';
import { Refusal } from '@shared/ui/Refusal';
import { Sheet } from '@shared/ui/Sheet';
import { Builder } from './Builder';
import css from './message.module.css';
import { newOf } from './model/bodies';
import { lacksOf } from './model/lacks';
import { Preview } from './Preview';

interface Props {
  opened: boolean;
  onClose: () => void;
  /** Sends them in order, all or none. A promise that fails keeps the sheet open. */
  onSend: (bodies: NewBody[]) => Promise<void>;
}

/** Builds messages with buttons where one answers: fields at the left, how it will look at the right. */
export function BuilderSheet({ opened, onClose, onSend }: Props) {
  const { t } = useTranslation('message');
  const [bodies, setBodies] = useState<BodyView[]>([]);
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [now] = useState(() => new Date().toISOString());
  const lacks = checked ? bodies.flatMap(lacksOf).length : 0;

  async function send() {
    setChecked(true);
    if (bodies.length === 0 || bodies.some((body) => lacksOf(body).length > 0)) return;
    setBusy(true);
    setProblem(null);
    try {
      await onSend(bodies.map(newOf));
      setBodies([]);
      setChecked(false);
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Sheet
      opened={opened}
      onClose={onClose}
      title={t('sheet.title')}
      width={920}
      foot={
        <Button disabled={bodies.length === 0} loading={busy} onClick={() => void send()}>
          {lacks > 0 ? t('sheet.lacking', { count: lacks }) : t('sheet.send')}
        </Button>
      }
    >
      <div className={css.sheet}>
        <div className={css.building}>
          {problem ? <Refusal problem={problem} title={t('sheet.refused')} /> : null}
          <Builder bodies={bodies} onChange={setBodies} checked={checked} />
        </div>
        <div className={css.shown} role="group" aria-label={t('sheet.preview')}>
          <h3>{t('sheet.preview')}</h3>
          {bodies.length === 0 ? <p className={css.help}>{t('sheet.empty')}</p> : <Preview bodies={bodies} at={now} />}
        </div>
      </div>
    </Sheet>
  );
}
