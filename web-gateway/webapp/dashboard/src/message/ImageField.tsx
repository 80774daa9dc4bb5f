import { useId, useRef, useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { ImagePlus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@shared/api/http';
import { LARGEST_UPLOAD, refusalOf, smaller, upload } from '@shared/api/upload';
import { useFormat } from '@shared/format/useFormat';
import type { PictureView } from '@shared/protocol/bodies';
import type { Problem } from '@shared/protocol/types';
import { Refusal } from '@shared/ui/Refusal';
import styles from './message.module.css';

interface Props {
  label: string;
  picked: PictureView | null;
  onPicked: (picked: PictureView | null) => void;
  error: string | null;
  descriptionError: string | null;
  /** `picture` for what everybody may see. */
  purpose?: 'push' | 'picture';
}

type Trouble =
  { kind: 'type' } | { kind: 'size'; file: File; smaller: Blob | null } | { kind: 'problem'; problem: Problem };

/** Chooses or takes a dropped picture; kind and size are checked before anything is uploaded. */
export function ImageField({ label, picked, onPicked, error, descriptionError, purpose = 'push' }: Props) {
  const { t } = useTranslation('message');
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  async function take(file: File | undefined) {
    if (file === undefined) return;
    setTrouble(null);
    const refused = refusalOf(file);
    if (refused?.reason === 'kind') return setTrouble({ kind: 'type' });
    if (refused?.reason === 'size') {
      setTrouble({ kind: 'size', file, smaller: null });
      const less = await smaller(file);
      return setTrouble({ kind: 'size', file, smaller: less !== null && less.size <= LARGEST_UPLOAD ? less : null });
    }
    await send(file);
  }

  async function send(file: Blob) {
    setBusy(true);
    setTrouble(null);
    try {
      const media = await upload(file, purpose);
      onPicked({
        media: media.id,
        url: media.url,
        thumbnailUrl: media.thumbnailUrl,
        widthPx: media.widthPx,
        heightPx: media.heightPx,
        placeholderColor: media.placeholderColor,
        description: '',
      });
    } catch (caught) {
      setTrouble({ kind: 'problem', problem: problemOf(caught) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className={styles.imageField}>
      <span className={styles.label} id={id}>
        {label}
      </span>
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/gif"
        className="p-hidden"
        tabIndex={-1}
        aria-labelledby={id}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      {picked === null ? (
        <div
          className={styles.drop}
          data-over={over || undefined}
          data-error={error !== null || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            void take(event.dataTransfer.files[0]);
          }}
        >
          <Button
            variant="default"
            loading={busy}
            leftSection={<ImagePlus size={18} strokeWidth={1.9} aria-hidden />}
            aria-describedby={`${id}-help`}
            onClick={() => input.current?.click()}
          >
            {t('picture.choose')}
          </Button>
          <span id={`${id}-help`}>{t('picture.limits', { limit: format.bytes(LARGEST_UPLOAD) })}</span>
        </div>
      ) : (
        <>
          <div className={styles.picked}>
            <img
              src={picked.thumbnailUrl}
              alt=""
              width={88}
              height={64}
              style={{ backgroundColor: picked.placeholderColor }}
            />
            <span>
              {t('picture.facts', {
                width: format.full(picked.widthPx),
                height: format.full(picked.heightPx),
              })}
            </span>
            <Button
              variant="subtle"
              color="gray"
              leftSection={<Trash2 size={16} strokeWidth={1.9} aria-hidden />}
              onClick={() => onPicked(null)}
            >
              {t('picture.remove')}
            </Button>
          </div>
          <TextInput
            label={t('picture.description')}
            description={t('picture.description-help')}
            value={picked.description}
            maxLength={500}
            onChange={(event) => onPicked({ ...picked, description: event.currentTarget.value })}
            error={descriptionError}
          />
        </>
      )}
      {error !== null && <p className={styles.error}>{error}</p>}
      {trouble?.kind === 'type' && (
        <p className={styles.error} role="alert">
          {t('picture.not-an-image')}
        </p>
      )}
      {trouble?.kind === 'size' && (
        <div className={styles.trouble} role="alert">
          <p className={styles.error}>
            {t('picture.too-large', { size: format.bytes(trouble.file.size), limit: format.bytes(LARGEST_UPLOAD) })}
          </p>
          {trouble.smaller !== null && (
            <Button size="xs" variant="default" onClick={() => trouble.smaller !== null && void send(trouble.smaller)}>
              {t('picture.send-smaller', { size: format.bytes(trouble.smaller.size) })}
            </Button>
          )}
          <Button size="xs" variant="subtle" color="gray" onClick={() => setTrouble(null)}>
            {t('picture.remove')}
          </Button>
        </div>
      )}
      {trouble?.kind === 'problem' && <Refusal problem={trouble.problem} title={t('picture.refused')} />}
    </div>
  );
}
