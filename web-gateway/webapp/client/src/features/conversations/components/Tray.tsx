import { ActionIcon } from '@mantine/core';
import { ArrowDown, ArrowUp, CircleAlert, FileText, Film, Music, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { useProblemWords } from '@shared/ui/Refusal';
import type { Attachment } from '../model/attachment';
import css from './Composer.module.css';

interface Props {
  tray: Attachment[];
  onChange: (id: string, what: Partial<Attachment>) => void;
  onRemove: (id: string) => void;
  onMove: (id: string, by: 1 | -1) => void;
}

/** What waits to be sent: preview, order, description, remove. */
export function Tray({ tray, onChange, onRemove, onMove }: Props) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const problemWords = useProblemWords();
  return (
    <ul className={css.tray} aria-label={t('composer.tray')}>
      {tray.map((one, at) => (
        <li key={one.id} className={css.attachment} data-refused={one.refusal !== null || undefined}>
          {one.preview ? (
            <img src={one.preview} alt="" width={56} height={56} />
          ) : (
            <span className={css.noPreview} aria-hidden="true">
              {one.kind === 'video' ? <Film size={22} /> : one.kind === 'audio' ? <Music size={22} /> : null}
              {one.kind === 'file' ? <FileText size={22} /> : null}
            </span>
          )}
          <div className={css.about}>
            <span className={css.file}>
              <bdi>{one.name}</bdi> <span>{format.bytes(one.file.size)}</span>
            </span>
            {one.refusal ? (
              <p className={css.wrong} role="alert">
                <CircleAlert size={14} strokeWidth={1.9} aria-hidden="true" />
                {one.refusal.reason === 'size'
                  ? t('composer.too-large', {
                      size: format.bytes(one.refusal.bytes),
                      limit: format.bytes(one.refusal.limit),
                    })
                  : one.refusal.reason === 'empty'
                    ? t('composer.empty-file')
                    : t('composer.wrong-kind')}
                {one.smaller ? (
                  <button
                    className="p-link"
                    onClick={() => onChange(one.id, { file: one.smaller!, refusal: null, smaller: null })}
                  >
                    {t('composer.send-smaller', { size: format.bytes(one.smaller.size) })}
                  </button>
                ) : null}
              </p>
            ) : one.kind === 'file' ? null : (
              <input
                className={css.description}
                aria-label={t(one.kind === 'audio' ? 'composer.title' : 'composer.description', { name: one.name })}
                type="text"
                dir="auto"
                placeholder={t(one.kind === 'audio' ? 'composer.title-hint' : 'composer.description-hint')}
                maxLength={one.kind === 'audio' ? 120 : 500}
                value={one.description}
                onChange={(event) => onChange(one.id, { description: event.currentTarget.value })}
              />
            )}
            {one.problem ? (
              <p className={css.wrong} role="alert">
                {problemWords(one.problem).title}. {problemWords(one.problem).detail}
              </p>
            ) : null}
          </div>
          {tray.length > 1 ? (
            <span className={css.order}>
              <ActionIcon
                size={24}
                disabled={at === 0}
                onClick={() => onMove(one.id, -1)}
                aria-label={t('composer.earlier', { name: one.name })}
              >
                <ArrowUp size={16} strokeWidth={1.9} />
              </ActionIcon>
              <ActionIcon
                size={24}
                disabled={at === tray.length - 1}
                onClick={() => onMove(one.id, 1)}
                aria-label={t('composer.later', { name: one.name })}
              >
                <ArrowDown size={16} strokeWidth={1.9} />
              </ActionIcon>
            </span>
          ) : null}
          <ActionIcon
            onClick={() => onRemove(one.id)}
            aria-label={t('composer.remove', { name: one.name })}
            loading={one.busy}
          >
            <X size={18} strokeWidth={1.9} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
