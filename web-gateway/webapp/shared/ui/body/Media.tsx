import {
  Download,
  FileArchive,
  FileText,
  File as FileIcon,
  FileSpreadsheet,
  Music,
  Pause,
  Play,
  type LucideIcon,
} from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import type { AudioView, FileView, VideoView, VoiceView } from '../../protocol/bodies';
import css from './media.module.css';
import { barsOf, lengthOf } from './model/wave';
import { useBodyPlace } from './place';
import { Words } from './Words';

const BARS = 40;
const SPEEDS = [1, 1.5, 2];
/** What is playing stops when something else begins. */
let playing: HTMLMediaElement | null = null;

/** A voice message: its wave is the way through it. */
export function Voice({ body, meta }: { body: VoiceView; meta?: ReactNode }) {
  const { t } = useTranslation('rich');
  const bars = useMemo(() => barsOf(body.wave, BARS), [body.wave]);
  const player = usePlayer(body.url, body.durationMs);
  return (
    <div className={css.voice}>
      <PlayButton player={player} name={t('voice.play', { length: lengthOf(player.totalMs) })} />
      <span className={css.wave}>
        <svg viewBox={`0 0 ${BARS * 4} 28`} preserveAspectRatio="none" aria-hidden="true">
          {bars.map((level, at) => {
            const height = Math.max(2, level * 26);
            return (
              <rect
                key={at}
                x={at * 4 + 0.7}
                y={14 - height / 2}
                width={2.6}
                height={height}
                rx={1.3}
                data-past={at / BARS < player.share || undefined}
              />
            );
          })}
        </svg>
        <Seek player={player} name={t('voice.seek')} />
      </span>
      <span className={css.side}>
        <span className={css.time}>{lengthOf(player.shownMs)}</span>
        <SpeedButton player={player} />
      </span>
      {meta ? <span className={css.meta}>{meta}</span> : null}
    </div>
  );
}

/** A piece of audio with a title. */
export function Audio({ body, meta }: { body: AudioView; meta?: ReactNode }) {
  const { t } = useTranslation('rich');
  const player = usePlayer(body.url, body.durationMs ?? 0);
  return (
    <div className={css.audio}>
      <PlayButton player={player} name={t('audio.play', { title: body.title })} />
      <span className={css.about}>
        <span className={css.name} dir="auto">
          <Music size={14} strokeWidth={1.9} aria-hidden="true" />
          <bdi>{body.title}</bdi>
        </span>
        <span className={css.line}>
          <span className={css.progress}>
            <i style={{ inlineSize: `${player.share * 100}%` }} />
          </span>
          <Seek player={player} name={t('audio.seek')} />
        </span>
        <span className={css.low}>
          <span className={css.time}>{lengthOf(player.shownMs)}</span>
          <SpeedButton player={player} />
          <span className={css.gap} />
          {meta}
        </span>
      </span>
    </div>
  );
}

/** A video: its cover first, the player on the first tap. */
export function Video({ body, meta }: { body: VideoView; meta?: ReactNode }) {
  const { t } = useTranslation('rich');
  const { opened } = useBodyPlace();
  const [started, setStarted] = useState(false);
  const ratio = Math.min(
    2.4,
    Math.max(0.62, (body.widthPx || body.cover?.widthPx || 16) / (body.heightPx || body.cover?.heightPx || 9)),
  );
  const name = body.description || t('video.without-description');
  return (
    <div className={css.video}>
      <span className={css.screen} style={{ aspectRatio: String(ratio) }}>
        {started ? (
          <video
            src={body.url}
            poster={body.cover?.url}
            aria-label={name}
            controls
            autoPlay
            playsInline
            onPlay={(event) => begin(event.currentTarget)}
          />
        ) : (
          <button
            type="button"
            className={css.start}
            aria-label={t('video.play', { name })}
            disabled={body.url === ''}
            onClick={() => {
              opened?.();
              setStarted(true);
            }}
          >
            {body.cover ? (
              <img
                src={body.cover.thumbnailUrl || body.cover.url}
                alt=""
                loading="lazy"
                decoding="async"
                style={{ background: body.cover.placeholderColor }}
              />
            ) : body.url ? (
              <video src={`${body.url}#t=0.1`} preload="metadata" muted playsInline tabIndex={-1} aria-hidden="true" />
            ) : null}
            <span className={css.triangle}>
              <Play size={22} strokeWidth={1.9} fill="currentColor" aria-hidden="true" />
            </span>
            {body.durationMs ? <span className={css.length}>{lengthOf(body.durationMs)}</span> : null}
          </button>
        )}
      </span>
      {body.caption ? (
        <p className={css.caption} dir="auto">
          <Words text={body.caption} onOpen={opened} />
        </p>
      ) : null}
      {meta ? <span className={css.metaLine}>{meta}</span> : null}
    </div>
  );
}

/** A file: kind, name, size; always downloaded, never opened here. */
export function FileTile({ body, meta }: { body: FileView; meta?: ReactNode }) {
  const { t } = useTranslation('rich');
  const format = useFormat();
  const { opened } = useBodyPlace();
  const Icon = iconOf(body.contentType);
  const extension = /\.([a-z0-9]{1,5})$/i.exec(body.name)?.[1]?.toUpperCase();
  const size = format.bytes(body.sizeBytes);
  return (
    <div className={css.file}>
      <a
        href={body.url || undefined}
        download={body.name}
        onClick={() => opened?.()}
        aria-label={t('file.download', { name: body.name, size })}
      >
        <span className={css.kind}>
          <Icon size={22} strokeWidth={1.7} aria-hidden="true" />
        </span>
        <span className={css.about}>
          <bdi className={css.fileName} dir="auto">
            {body.name}
          </bdi>
          <span className={css.facts}>
            {extension ? `${extension}, ` : null}
            {size}
          </span>
        </span>
        <Download className={css.get} size={18} strokeWidth={1.9} aria-hidden="true" />
      </a>
      {meta ? <span className={css.metaLine}>{meta}</span> : null}
    </div>
  );
}

function iconOf(contentType: string): LucideIcon {
  if (/zip|compressed|tar|rar/.test(contentType)) return FileArchive;
  if (/sheet|excel|csv/.test(contentType)) return FileSpreadsheet;
  if (/pdf|text|word|document|rtf/.test(contentType)) return FileText;
  return FileIcon;
}

function begin(element: HTMLMediaElement): void {
  if (playing !== element) playing?.pause();
  playing = element;
}

interface Player {
  on: boolean;
  failed: boolean;
  /** Of the whole, 0 to 1. */
  share: number;
  totalMs: number;
  /** What is left to say: the place while it plays or rests within, else the whole. */
  shownMs: number;
  speed: number;
  toggle: () => void;
  seek: (share: number) => void;
  faster: () => void;
}

/** Plays one recording, made when it is first asked for. */
function usePlayer(url: string, durationMs: number): Player {
  const { opened } = useBodyPlace();
  const element = useRef<HTMLAudioElement | null>(null);
  const [on, setOn] = useState(false);
  const [failed, setFailed] = useState(false);
  const [atMs, setAtMs] = useState(0);
  const [knownMs, setKnownMs] = useState(0);
  const [speed, setSpeed] = useState(1);
  const totalMs = durationMs || knownMs;

  useEffect(
    () => () => {
      element.current?.pause();
      element.current = null;
    },
    [url],
  );

  const made = () => {
    if (element.current) return element.current;
    const audio = document.createElement('audio');
    audio.src = url;
    audio.preload = 'auto';
    audio.onplay = () => setOn(true);
    audio.onpause = () => setOn(false);
    audio.ontimeupdate = () => setAtMs(audio.currentTime * 1000);
    audio.onloadedmetadata = () => {
      if (Number.isFinite(audio.duration)) setKnownMs(audio.duration * 1000);
    };
    audio.onerror = () => setFailed(true);
    audio.onended = () => setAtMs(0);
    element.current = audio;
    return audio;
  };
  const toggle = () => {
    if (url === '') return;
    const audio = made();
    if (!audio.paused) return audio.pause();
    opened?.();
    begin(audio);
    audio.playbackRate = speed;
    setFailed(false);
    audio.play().catch(() => setFailed(true));
  };
  const seek = (share: number) => {
    if (url === '' || totalMs === 0) return;
    made().currentTime = (share * totalMs) / 1000;
    setAtMs(share * totalMs);
  };
  const faster = () => {
    const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length]!;
    setSpeed(next);
    if (element.current) element.current.playbackRate = next;
  };
  const share = totalMs > 0 ? Math.min(1, atMs / totalMs) : 0;
  return { on, failed, share, totalMs, shownMs: atMs > 0 ? atMs : totalMs, speed, toggle, seek, faster };
}

function PlayButton({ player, name }: { player: Player; name: string }) {
  const { t } = useTranslation('rich');
  return (
    <button type="button" className={css.play} aria-label={player.on ? t('voice.pause') : name} onClick={player.toggle}>
      {player.on ? (
        <Pause size={18} strokeWidth={1.9} fill="currentColor" aria-hidden="true" />
      ) : (
        <Play size={18} strokeWidth={1.9} fill="currentColor" aria-hidden="true" />
      )}
    </button>
  );
}

function SpeedButton({ player }: { player: Player }) {
  const { t } = useTranslation('rich');
  const format = useFormat();
  if (player.failed) {
    return (
      <span className={css.failed} role="alert">
        {t('voice.failed')}
      </span>
    );
  }
  const speed = format.full(player.speed);
  return (
    <button type="button" className={css.speed} aria-label={t('voice.speed', { speed })} onClick={player.faster}>
      {t('voice.times', { speed })}
    </button>
  );
}

/** The invisible slider over a wave or a line: the keyboard's and the pointer's way through it. */
function Seek({ player, name }: { player: Player; name: string }) {
  return (
    <input
      type="range"
      className={css.seek}
      min={0}
      max={100}
      value={Math.round(player.share * 100)}
      aria-label={name}
      aria-valuetext={`${lengthOf(player.share * player.totalMs)} / ${lengthOf(player.totalMs)}`}
      onChange={(event) => player.seek(Number(event.currentTarget.value) / 100)}
    />
  );
}
