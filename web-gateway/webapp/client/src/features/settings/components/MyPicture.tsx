import { useRef, useState } from 'react';
import { Button } from '@mantine/core';
import { ImagePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@shared/api/http';
import { IMAGE_TYPES, refusalOf, upload } from '@shared/api/upload';
import { useFormat } from '@shared/format/useFormat';
import type { Me, Problem } from '@shared/protocol/types';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { Refusal } from '@shared/ui/Refusal';
import classes from './YouPage.module.css';

interface MyPictureProps {
  me: Me;
  onPicture: (media: string | null) => void;
}

/** My picture: chosen, checked before it is uploaded, removed. */
export function MyPicture({ me, onPicture }: MyPictureProps) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const field = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const take = async (file: File | undefined) => {
    if (!file) return;
    setRefused(null);
    setProblem(null);
    const refusal = refusalOf(file);
    if (refusal) {
      setRefused(
        refusal.reason === 'size' ? t('pictureTooLarge', { size: format.bytes(refusal.bytes) }) : t('pictureHelp'),
      );
      return;
    }
    setBusy(true);
    try {
      onPicture((await upload(file, 'picture')).id);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
      if (field.current) field.current.value = '';
    }
  };

  return (
    <div className={classes.picture}>
      <PartyPicture party={{ kind: 'user', id: me.id, name: me.name, picture: me.picture }} size={72} />
      <div>
        <div className={classes.buttons}>
          <Button
            variant="default"
            loading={busy}
            leftSection={<ImagePlus size={16} aria-hidden="true" />}
            onClick={() => field.current?.click()}
          >
            {t('changePicture')}
          </Button>
          {me.picture ? (
            <Button variant="subtle" onClick={() => onPicture(null)}>
              {t('removePicture')}
            </Button>
          ) : null}
        </div>
        <p className={refused ? classes.refused : classes.help} role={refused ? 'alert' : undefined}>
          {refused ?? t('pictureHelp')}
        </p>
        <input
          ref={field}
          type="file"
          hidden
          accept={IMAGE_TYPES.join(',')}
          aria-label={t('changePicture')}
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </div>
      {problem ? <Refusal problem={problem} title={t('pictureFailed')} compact /> : null}
    </div>
  );
}
