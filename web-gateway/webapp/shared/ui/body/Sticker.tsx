import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StickerView } from '../../protocol/bodies';
import css from './body.module.css';
import { isSticker, PACK, type StickerName } from './stickers';

/** A sticker of our own pack; one of another pack says its alternative text. */
export function Sticker({ body, meta }: { body: StickerView; meta?: ReactNode }) {
  const { t } = useTranslation('shared');
  const known = body.pack === PACK && isSticker(body.sticker);
  return (
    <div className={css.sticker}>
      {known ? (
        <StickerPicture name={body.sticker as StickerName} />
      ) : (
        <p className={css.tapped}>{body.alternative || t('message.unknown')}</p>
      )}
      {meta ? <span className={css.metaPill}>{meta}</span> : null}
    </div>
  );
}

/** The drawing, with what it says for those who do not see it. */
export function StickerPicture({ name }: { name: StickerName }) {
  const { t } = useTranslation('shared');
  return (
    <svg viewBox="0 0 120 120" role="img" aria-label={t(`sticker.${name}`)}>
      {drawings[name]}
    </svg>
  );
}

/* One figure in twelve moods: a loaf-shaped bubble of speech with a face. White rim, so that it stands on any ground. */
const RIM = { stroke: '#fff', strokeWidth: 5, strokeLinejoin: 'round', strokeLinecap: 'round' } as const;
const INK = '#15363d';
const line = { fill: 'none', stroke: INK, strokeWidth: 4, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

function Body({ fill, children }: { fill: string; children: ReactNode }) {
  return (
    <>
      <path
        d="M60 14c28 0 46 16 46 39S88 92 60 92c-5 0-10-.6-14-1.6L26 104l4-20C20 77 14 66 14 53c0-23 18-39 46-39Z"
        fill={fill}
        {...RIM}
      />
      <path
        d="M30 40c5-10 15-16 27-17"
        fill="none"
        stroke="#fff"
        strokeOpacity=".55"
        strokeWidth="5"
        strokeLinecap="round"
      />
      {children}
    </>
  );
}

const eyes = (
  <>
    <circle cx="46" cy="50" r="4.5" fill={INK} />
    <circle cx="74" cy="50" r="4.5" fill={INK} />
  </>
);
const smile = <path d="M48 63c5 8 19 8 24 0" {...line} />;
const cheeks = (
  <>
    <ellipse cx="37" cy="60" rx="6" ry="4" fill="#f08a7b" opacity=".7" />
    <ellipse cx="83" cy="60" rx="6" ry="4" fill="#f08a7b" opacity=".7" />
  </>
);

const drawings: Record<StickerName, ReactNode> = {
  hello: (
    <Body fill="#56c1d4">
      {eyes}
      {smile}
      {cheeks}
      <path d="M96 40c2-10 10-14 13-10s-1 10-4 13l4-2c4-1 5 4 2 7l-9 8" fill="#ffd9a0" {...RIM} strokeWidth={3} />
      <path d="M92 22l3-7M101 18l6-4" {...line} stroke="#0b6577" />
    </Body>
  ),
  thanks: (
    <Body fill="#f7c873">
      <path d="M41 51q5-6 10 0M69 51q5-6 10 0" {...line} />
      {smile}
      {cheeks}
      <path
        d="M60 112c-12-8-12-18-5-18 3 0 5 3 5 5 0-2 2-5 5-5 7 0 7 10-5 18Z"
        fill="#d8435a"
        {...RIM}
        strokeWidth={3}
      />
    </Body>
  ),
  yes: (
    <Body fill="#7ccf95">
      {eyes}
      <path d="M46 62c6 11 22 11 28 0Z" fill={INK} />
      <circle cx="97" cy="91" r="17" fill="#15703f" {...RIM} strokeWidth={4} />
      <path d="M89 91l6 6 11-12" {...line} stroke="#fff" />
    </Body>
  ),
  no: (
    <Body fill="#f2a0a0">
      <path d="M40 44l9 4M80 44l-9 4" {...line} />
      {eyes}
      <path d="M50 68h20" {...line} />
      <circle cx="97" cy="91" r="17" fill="#ae1f2e" {...RIM} strokeWidth={4} />
      <path d="M91 85l12 12M103 85L91 97" {...line} stroke="#fff" />
    </Body>
  ),
  love: (
    <Body fill="#f7b4c4">
      <g fill="#d8435a">
        <path d="M46 58c-12-8-11-17-5-17 3 0 5 3 5 5 0-2 2-5 5-5 6 0 7 9-5 17Z" />
        <path d="M74 58c-12-8-11-17-5-17 3 0 5 3 5 5 0-2 2-5 5-5 6 0 7 9-5 17Z" />
      </g>
      <path d="M50 66c4 7 16 7 20 0" {...line} />
      <path d="M99 32c-10-7-9-15-4-15 2 0 4 2 4 4 0-2 2-4 4-4 5 0 6 8-4 15Z" fill="#d8435a" {...RIM} strokeWidth={3} />
    </Body>
  ),
  laugh: (
    <Body fill="#ffd166">
      <path d="M38 46l10 5-10 5M82 46l-10 5 10 5" {...line} />
      <path d="M44 60h32c0 12-7 19-16 19s-16-7-16-19Z" fill={INK} />
      <path d="M52 74c4-5 12-5 16 0-4 6-12 6-16 0Z" fill="#f08a7b" />
      <path d="M30 62c-5 6-6 11-2 12s6-5 2-12ZM90 62c5 6 6 11 2 12s-6-5-2-12Z" fill="#4aa8e0" />
    </Body>
  ),
  wow: (
    <Body fill="#b6a1f6">
      <circle cx="46" cy="48" r="9" fill="#fff" />
      <circle cx="74" cy="48" r="9" fill="#fff" />
      {eyes}
      <ellipse cx="60" cy="71" rx="7" ry="9" fill={INK} />
      <path d="M36 33q8-6 15-2M84 33q-8-6-15-2" {...line} />
    </Body>
  ),
  sad: (
    <Body fill="#9cc3e6">
      <path d="M38 43l10-4M82 43l-10-4" {...line} />
      {eyes}
      <path d="M48 71c5-8 19-8 24 0" {...line} />
      <path d="M78 58c-6 8-7 14-1 15s7-7 1-15Z" fill="#2f7fc4" stroke="#fff" strokeWidth="2" />
    </Body>
  ),
  sorry: (
    <Body fill="#e3c9a8">
      <path d="M40 41l10-5M80 41l-10-5" {...line} />
      <path d="M42 51q4 5 9 0M69 51q4 5 9 0" {...line} />
      <path d="M52 68q8-5 16 0" {...line} />
      {cheeks}
      <path
        d="M50 100l7-17c1-3 5-3 6 0l7 17c1 4-3 7-6 5l-4-3-4 3c-3 2-7-1-6-5Z"
        fill="#ffd9a0"
        {...RIM}
        strokeWidth={3}
      />
      <path d="M60 84v16" {...line} strokeWidth={2.5} />
    </Body>
  ),
  party: (
    <Body fill="#8fd3c0">
      <path d="M60 2L46 30c9 4 20 4 28 0Z" fill="#d8435a" {...RIM} strokeWidth={3} />
      <path d="M52 18l14 8M56 10l7 4" stroke="#ffd166" strokeWidth="3" strokeLinecap="round" />
      {eyes}
      <path d="M46 61c5 12 23 12 28 0Z" fill={INK} />
      {cheeks}
      <g strokeWidth="4" strokeLinecap="round">
        <path d="M16 22l6 6" stroke="#d8435a" />
        <path d="M102 20l-5 7" stroke="#5f43be" />
        <path d="M110 78l-7-2" stroke="#be7607" />
        <path d="M12 84l8-3" stroke="#2593a8" />
      </g>
    </Body>
  ),
  coffee: (
    <Body fill="#d9b48f">
      <path d="M41 50q5-5 10 0M69 50q5-5 10 0" {...line} />
      <path d="M52 62q8 6 16 0" {...line} />
      {cheeks}
      <path d="M48 78h34v14c0 11-7 18-17 18s-17-7-17-18Z" fill="#fff" {...RIM} stroke="#15363d" strokeWidth={3} />
      <path d="M82 83h5c9 0 9 14 0 14h-6" {...line} strokeWidth={3} />
      <ellipse cx="65" cy="79" rx="16" ry="4" fill="#6b3f22" />
      <path d="M59 72c-4-5 3-7 0-12M70 72c-4-5 3-7 0-12" {...line} stroke="#fff" strokeWidth={3} />
    </Body>
  ),
  'good-night': (
    <Body fill="#5c79b8">
      <path d="M40 52q5 5 11 0M69 52q5 5 11 0" {...line} />
      <path d="M54 68q6 4 12 0" {...line} />
      <path d="M98 8a18 18 0 1 0 14 27A15 15 0 0 1 98 8Z" fill="#ffe08a" {...RIM} strokeWidth={3} />
      <path d="M22 14h10l-10 11h10M38 4h7l-7 8h7" {...line} stroke="#fff" strokeWidth={3} />
    </Body>
  ),
};
