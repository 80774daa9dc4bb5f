import { Button } from '@mantine/core';
import { LocateFixed } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewBody } from '@shared/protocol/bodies';
import { Tile } from '@shared/ui/body/Location';
import { numberOf } from '@shared/ui/body/model/form';
import { Sheet } from '@shared/ui/Sheet';
import css from './LocationSheet.module.css';

interface Props {
  onClose: () => void;
  onChosen: (body: NewBody) => void;
}

type Asking = 'resting' | 'asking' | 'denied' | 'unknown';

/** Where one is: found by the device when asked, or typed in. Nothing is sent before one says so. */
export function LocationSheet({ onClose, onChosen }: Props) {
  const { t } = useTranslation('rich');
  const [asking, setAsking] = useState<Asking>('resting');
  const [latitude, setLatitude] = useState('');
  const [longitude, setLongitude] = useState('');
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const north = numberOf(latitude);
  const east = numberOf(longitude);
  const wrongNorth = latitude !== '' && (north === null || Math.abs(north) > 90);
  const wrongEast = longitude !== '' && (east === null || Math.abs(east) > 180);
  const ready = north !== null && east !== null && !wrongNorth && !wrongEast;

  function find() {
    if (!navigator.geolocation) return setAsking('unknown');
    setAsking('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setAsking('resting');
        setLatitude(coords.latitude.toFixed(6));
        setLongitude(coords.longitude.toFixed(6));
      },
      (error) => setAsking(error.code === error.PERMISSION_DENIED ? 'denied' : 'unknown'),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  }

  const field = (label: string, value: string, write: (text: string) => void, more: object = {}, wrong?: string) => (
    <label className={css.field}>
      <span>{label}</span>
      <input
        type="text"
        value={value}
        aria-invalid={wrong ? true : undefined}
        onChange={(event) => write(event.currentTarget.value)}
        {...more}
      />
      {wrong ? (
        <span className={css.wrong} role="alert">
          {wrong}
        </span>
      ) : null}
    </label>
  );
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('location.share')}
      foot={
        <Button
          disabled={!ready}
          onClick={() => {
            if (!ready) return;
            onChosen({
              type: 'location',
              latitude: north,
              longitude: east,
              ...(name.trim() ? { name: name.trim() } : {}),
              ...(address.trim() ? { address: address.trim() } : {}),
            });
            onClose();
          }}
        >
          {ready ? t('location.send') : t('location.choose-first')}
        </Button>
      }
    >
      <div className={css.place}>
        <div className={css.tile} data-empty={!ready || undefined}>
          {ready ? <Tile latitude={north} longitude={east} /> : null}
        </div>
        <Button
          variant="default"
          leftSection={<LocateFixed size={18} strokeWidth={1.9} aria-hidden="true" />}
          loading={asking === 'asking'}
          onClick={find}
        >
          {t('location.find')}
        </Button>
        {asking === 'denied' || asking === 'unknown' ? (
          <p className={css.wrong} role="alert">
            {t(`location.${asking}`)}
          </p>
        ) : (
          <p className="p-help">{t('location.help')}</p>
        )}
        <div className={css.pair}>
          {field(
            t('location.latitude'),
            latitude,
            setLatitude,
            { inputMode: 'decimal', placeholder: '51.50333' },
            wrongNorth ? t('location.wrong-latitude') : undefined,
          )}
          {field(
            t('location.longitude'),
            longitude,
            setLongitude,
            { inputMode: 'decimal', placeholder: '-0.11955' },
            wrongEast ? t('location.wrong-longitude') : undefined,
          )}
        </div>
        {field(t('location.name'), name, setName, { maxLength: 100, dir: 'auto' })}
        {field(t('location.address'), address, setAddress, {
          maxLength: 200,
          dir: 'auto',
          autoComplete: 'street-address',
        })}
      </div>
    </Sheet>
  );
}
