import { Layers } from 'lucide-react';
import { memo } from 'react';
import type { Party, PartyKind, Picture } from '../protocol/types';
import { hash, initials } from './hash';
import css from './PartyPicture.module.css';

export interface PartyPictureProps {
  party: Pick<Party, 'id' | 'name'> & { kind: PartyKind | string; picture?: Picture | null };
  size?: number;
  /** The dot: present now. Only known between contacts. */
  online?: boolean | null;
  /** A follower's shape, hex; else made from the id. */
  shape?: string;
}

/** Circle = user, rounded square = account, shape = anonymous follower. Decoration: the name stands beside it. */
export const PartyPicture = memo(function PartyPicture({ party, size = 44, online, shape }: PartyPictureProps) {
  const kind = party.kind === 'account' ? 'account' : party.kind === 'follower' ? 'follower' : 'user';
  return (
    <span className={css.frame} style={{ width: size, height: size }} aria-hidden="true">
      {party.picture ? (
        <img
          className={css.picture}
          data-kind={kind}
          src={size > 64 ? party.picture.url : party.picture.thumbnailUrl}
          width={size}
          height={size}
          alt=""
          loading="lazy"
          decoding="async"
          style={{ background: party.picture.placeholderColor }}
        />
      ) : kind === 'follower' ? (
        <FollowerShape seed={shape ?? party.id} size={size} />
      ) : (
        // drawn, not written: the letters are no part of a name that is read out
        <span
          className={css.letters}
          data-kind={kind}
          data-tone={hash(party.id) % 6}
          data-letters={initials(party.name)}
          style={{ fontSize: Math.round(size * 0.38) }}
        />
      )}
      {online ? <span className={css.dot} data-size={size > 64 ? 'large' : 'small'} /> : null}
    </span>
  );
});

const tones = ['#5F8F99', '#7FA6B2', '#8A9FB8', '#94A88C', '#B09A86', '#A48FAE'];

/** A picture nobody can recognise a person by: three discs placed by the hash of the follower ID. */
function FollowerShape({ seed, size }: { seed: string; size: number }) {
  const bits = hash(seed);
  const more = hash(`${seed}/`);
  const back = tones[bits % tones.length]!;
  const front = tones[(bits + 1 + (more % 4)) % tones.length]!;
  const third = tones[(bits + 3) % tones.length]!;
  const id = `shape-${bits.toString(36)}${more.toString(36)}`;
  return (
    <svg width={size} height={size} viewBox="0 0 44 44">
      <clipPath id={id}>
        <circle cx="22" cy="22" r="22" />
      </clipPath>
      <g clipPath={`url(#${id})`}>
        <rect width="44" height="44" fill={back} />
        <circle
          cx={6 + ((bits >>> 4) % 14)}
          cy={20 + ((bits >>> 9) % 18)}
          r={12 + ((bits >>> 14) % 8)}
          fill={front}
          opacity="0.85"
        />
        <circle
          cx={26 + ((more >>> 3) % 14)}
          cy={6 + ((more >>> 8) % 18)}
          r={12 + ((more >>> 13) % 10)}
          fill={third}
          opacity="0.8"
        />
      </g>
    </svg>
  );
}

/** The digest stands in lists like a party, with a dashed circle. */
export function DigestPicture({ size = 44 }: { size?: number }) {
  return (
    <span className={css.digest} style={{ width: size, height: size }} aria-hidden="true">
      <Layers size={Math.round(size * 0.45)} strokeWidth={1.9} />
    </span>
  );
}
