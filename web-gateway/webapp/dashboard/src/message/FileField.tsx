import { Button } from '@mantine/core';
import { FilePlus2, Trash2 } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@shared/api/http';
import { tooLarge, upload, VIDEO_TYPES, LARGEST } from '@shared/api/upload';
import { useFormat } from '@shared/format/useFormat';
import type { FileView, VideoView } from '@shared/protocol/bodies';
import type { Problem } from '@shared/protocol/types';
import { Refusal } from '@shared/ui/Refusal';
import { useLack, Words } from './Fields';
import css from './message.module.css';

interface Props {
  body: VideoView | FileView;
  onChange: (body: VideoView | FileView) => void;
}

/** A video or a file to send: uploaded at once, so that its preview is the real one. */
export function FileField({ body, onChange }: Props) {
  const { t } = useTranslation('message');
  const format = useFormat();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const lacking = useLack('media');
  const kind = body.type;

  async function take(file: File | undefined) {
    if (!file) return;
    setWrong(null);
    setProblem(null);
    const refused = tooLarge(file, kind);
    if (refused) {
      return setWrong(
        refused.reason === 'size'
          ? t('file.too-large', { size: format.bytes(refused.bytes), limit: format.bytes(refused.limit) })
          : t('file.empty'),
      );
    }
    if (kind === 'video' && !VIDEO_TYPES.includes(file.type)) return setWrong(t('file.not-a-video'));
    setBusy(true);
    try {
      const media = await upload(file, 'push', undefined, { kind, name: file.name });
      if (body.type === 'file') {
        onChange({
          ...body,
          media: media.id,
          url: media.url,
          name: file.name,
          sizeBytes: file.size,
          contentType: file.type || 'application/octet-stream',
        });
      } else {
        const { measured } = await import('@shared/api/recording');
        const { durationMs, widthPx, heightPx } = await measured(file);
        onChange({ ...body, media: media.id, url: media.url, durationMs, widthPx, heightPx });
      }
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <div className={css.imageField}>
        <span className={css.label} id={id}>
          {t(`file.${kind}`)}
        </span>
        <input
          ref={input}
          type="file"
          accept={kind === 'video' ? VIDEO_TYPES.join(',') : undefined}
          className="p-hidden"
          tabIndex={-1}
          aria-labelledby={id}
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <div className={css.drop} data-error={lacking !== null || undefined}>
          <Button
            variant="default"
            loading={busy}
            leftSection={<FilePlus2 size={18} strokeWidth={1.9} aria-hidden />}
            onClick={() => input.current?.click()}
          >
            {body.media === '' ? t('file.choose') : t('file.other')}
          </Button>
          <span>
            {body.media === ''
              ? t('file.limit', { limit: format.bytes(LARGEST[kind]) })
              : body.type === 'file'
                ? body.name
                : t('file.there')}
          </span>
          {body.media === '' ? null : (
            <Button
              variant="subtle"
              color="gray"
              leftSection={<Trash2 size={16} strokeWidth={1.9} aria-hidden />}
              onClick={() => onChange({ ...body, media: '', url: '' })}
            >
              {t('picture.remove')}
            </Button>
          )}
        </div>
        {(wrong ?? lacking) ? (
          <p className={css.error} role="alert">
            {wrong ?? lacking}
          </p>
        ) : null}
        {problem ? <Refusal problem={problem} title={t('file.refused')} /> : null}
      </div>
      {body.type === 'video' ? (
        <>
          <Words
            at="description"
            label={t('file.description')}
            help={t('picture.description-help')}
            value={body.description}
            limit={500}
            onChange={(description) => onChange({ ...body, description })}
          />
          <Words
            at="caption"
            label={t('file.caption')}
            long
            value={body.caption}
            limit={1_000}
            onChange={(caption) => onChange({ ...body, caption })}
          />
        </>
      ) : null}
    </>
  );
}
