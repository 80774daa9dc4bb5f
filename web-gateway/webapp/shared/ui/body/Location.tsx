import { Check, Copy, Navigation } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocationView } from '../../protocol/bodies';
import css from './body.module.css';
import { geoOf, round } from './model/address';
import { streetsOf } from './model/streets';
import { useBodyPlace } from './place';

/** A place: a drawn tile (no map of others is asked, so nobody learns where), its words, and the way to the device's own maps. */
export function Location({ body, meta }: { body: LocationView; meta?: ReactNode }) {
  const { t } = useTranslation('rich');
  const { opened } = useBodyPlace();
  const [copied, setCopied] = useState(false);
  const at = `${body.latitude.toFixed(5)}, ${body.longitude.toFixed(5)}`;
  return (
    <div className={css.location}>
      <Tile latitude={body.latitude} longitude={body.longitude} />
      <div className={css.words}>
        <strong className={css.title} dir="auto">
          {body.name || t('location.title')}
        </strong>
        {body.address ? (
          <span className={css.summary} dir="auto">
            {body.address}
          </span>
        ) : null}
        <span className={css.host}>
          <bdi>{at}</bdi>
          <span className={css.push} />
          {meta}
        </span>
      </div>
      <div className={css.actions} data-beside>
        <a className={css.action} href={geoOf(body.latitude, body.longitude)} onClick={() => opened?.()}>
          <Navigation size={16} strokeWidth={1.9} aria-hidden="true" />
          <span>{t('location.open')}</span>
        </a>
        <button
          type="button"
          className={css.action}
          onClick={() => {
            void navigator.clipboard
              ?.writeText(`${round(body.latitude)}, ${round(body.longitude)}`)
              .then(() => setCopied(true));
          }}
        >
          {copied ? (
            <Check size={16} strokeWidth={1.9} aria-hidden="true" />
          ) : (
            <Copy size={16} strokeWidth={1.9} aria-hidden="true" />
          )}
          <span aria-live="polite">{copied ? t('location.copied') : t('location.copy')}</span>
        </button>
      </div>
    </div>
  );
}

/** Streets that only look like some: drawn from the coordinates, the same for the same place. */
export function Tile({ latitude, longitude }: { latitude: number; longitude: number }) {
  const drawn = useMemo(() => streetsOf(latitude, longitude), [latitude, longitude]);
  return (
    <svg className={css.map} viewBox="0 0 344 140" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect width="344" height="140" className={css.ground} />
      {drawn.greens.map((green, at) => (
        <rect key={at} {...green} rx="10" className={css.green} />
      ))}
      <path d={drawn.water} className={css.water} />
      {drawn.streets.map((street, at) => (
        <path key={at} d={street.d} className={css.street} strokeWidth={street.width} />
      ))}
      <ellipse cx="172" cy="88" rx="9" ry="3" className={css.shade} />
      <path className={css.pin} d="M172 88c-2-8-14-16-14-28a14 14 0 0 1 28 0c0 12-12 20-14 28Z" />
      <circle cx="172" cy="60" r="5" className={css.pinHole} />
    </svg>
  );
}
