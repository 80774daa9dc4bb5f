import { useId, useRef, useState } from 'react';
import { Button } from '@mantine/core';
import { ImagePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@shared/api/http';
import { LARGEST_UPLOAD, refusalOf, upload } from '@shared/api/upload';
import { useFormat } from '@shared/format/useFormat';
import type { Picture } from '@shared/protocol/types';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { useProblemWords } from '@shared/ui/Refusal';
import parts from './parts.module.css';

interface Props {
  label: string;
  id: string;
  name: string;
  picture: Picture | null;
  onPicture: (picture: Picture | null) => void;
}

/** The picture of an official account: rounded square, uploaded at once, kept with the form. */
export function PictureField({ label, id, name, picture, onPicture }: Props) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const words = useProblemWords();
  const input = useRef<HTMLInputElement>(null);
  const labelId = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function take(file: File | undefined) {
    if (file === undefined) return;
    setError(null);
    const refused = refusalOf(file);
    if (refused !== null) {
      setError(
        refused.reason === 'kind'
          ? t('compose.notAnImage')
          : t('compose.tooLarge', { size: format.bytes(refused.bytes), limit: format.bytes(refused.limit) }),
      );
      return;
    }
    setBusy(true);
    try {
      const media = await upload(file, 'picture');
      onPicture({
        media: media.id,
        url: media.url,
        thumbnailUrl: media.thumbnailUrl,
        placeholderColor: media.placeholderColor,
      });
    } catch (caught) {
      const said = words(problemOf(caught));
      setError(`${said.title} ${said.detail}`);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className={parts.picture}>
      <PartyPicture party={{ kind: 'account', id, name, picture }} size={64} />
      <div>
        <span id={labelId} className={parts.label}>
          {label}
        </span>
        <input
          ref={input}
          type="file"
          accept="image/jpeg,image/png,image/webp,image/gif"
          className="p-hidden"
          tabIndex={-1}
          aria-labelledby={labelId}
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <div className={parts.pictureActs}>
          <Button
            variant="default"
            size="xs"
            loading={busy}
            leftSection={<ImagePlus size={16} strokeWidth={1.9} aria-hidden />}
            onClick={() => input.current?.click()}
          >
            {t('compose.choosePicture')}
          </Button>
          {picture !== null && (
            <Button variant="subtle" color="gray" size="xs" onClick={() => onPicture(null)}>
              {t('compose.removePicture')}
            </Button>
          )}
        </div>
        <p className={error === null ? parts.quiet : parts.error} role={error === null ? undefined : 'alert'}>
          {error ?? t('compose.pictureLimits', { limit: format.bytes(LARGEST_UPLOAD) })}
        </p>
      </div>
    </div>
  );
}
