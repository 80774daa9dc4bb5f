import { ActionIcon, Button } from '@mantine/core';
import { SendHorizontal, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@shared/api/http';
import { LARGEST, upload } from '@shared/api/upload';
import type { BodyView, NewBody } from '@shared/protocol/bodies';
import { lengthOf, waveOf } from '@shared/ui/body/model/wave';
import { useProblemWords } from '@shared/ui/Refusal';
import css from './Recorder.module.css';

interface Props {
  onSend: (body: NewBody, shown: BodyView) => void;
  onClose: () => void;
}

const LONGEST_MS = 15 * 60_000;
const EVERY_MS = 100;
const TYPES = ['audio/mp4', 'audio/webm;codecs=opus', 'audio/ogg;codecs=opus'];

/** Speaks instead of writing: records at once, shows how loud, and sends or forgets it. */
export function Recorder({ onSend, onClose }: Props) {
  const { t } = useTranslation('rich');
  const words = useProblemWords();
  const [phase, setPhase] = useState<'asking' | 'recording' | 'sending' | 'denied' | 'missing' | 'failed'>('asking');
  const [levels, setLevels] = useState<number[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const recording = useRef<Recording | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const elapsed = levels.length * EVERY_MS;

  useEffect(() => {
    let gone = false;
    if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder === 'undefined') {
      setPhase('missing');
      return;
    }
    begin((level) => setLevels((before) => [...before, level])).then(
      (begun) => {
        if (gone) return begun.stop();
        recording.current = begun;
        setPhase('recording');
      },
      (error: unknown) => {
        if (!gone) setPhase(error instanceof DOMException && error.name === 'NotFoundError' ? 'missing' : 'denied');
      },
    );
    return () => {
      gone = true;
      recording.current?.stop();
    };
  }, []);
  useEffect(() => bar.current?.focus(), []);
  useEffect(() => {
    if (elapsed >= LONGEST_MS) recording.current?.pause();
  }, [elapsed]);

  async function send() {
    const given = recording.current;
    if (!given) return;
    setPhase('sending');
    try {
      const file = await given.finished();
      recording.current = null;
      if (file.size > LARGEST.voice) throw new Error('too large');
      const extension = file.type.includes('mp4') ? 'm4a' : file.type.includes('ogg') ? 'ogg' : 'webm';
      const media = await upload(file, 'message', undefined, { kind: 'voice', name: `voice.${extension}` });
      const body = { type: 'voice', media: media.id, durationMs: elapsed, wave: waveOf(levels) } as const;
      onSend(body, { ...body, url: media.url });
      onClose();
    } catch (error) {
      setPhase('failed');
      setProblem(words(problemOf(error)).title);
    }
  }

  const trouble = phase === 'denied' || phase === 'missing' || phase === 'failed';
  return (
    <div
      ref={bar}
      className={css.bar}
      role="group"
      tabIndex={-1}
      aria-label={t('voice.recording')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <ActionIcon onClick={onClose} aria-label={t('voice.forget')} title={t('voice.forget')}>
        <Trash2 size={18} strokeWidth={1.9} />
      </ActionIcon>
      {trouble ? (
        <p className={css.wrong} role="alert">
          {phase === 'failed' ? problem : t(`voice.${phase}`)}
        </p>
      ) : (
        <>
          <i className={css.dot} data-on={phase === 'recording' || undefined} aria-hidden="true" />
          <span className={css.time} role="timer">
            {lengthOf(elapsed)}
          </span>
          <span className={css.wave} aria-hidden="true">
            {levels.slice(-60).map((level, at) => (
              <i key={levels.length - 60 + at} style={{ height: `${Math.max(8, Math.min(100, level * 180))}%` }} />
            ))}
          </span>
          <Button
            className={css.send}
            loading={phase === 'sending'}
            disabled={phase === 'asking' || elapsed < 500}
            aria-label={t('voice.send')}
            title={t('voice.send')}
            onClick={() => void send()}
          >
            <SendHorizontal size={18} strokeWidth={1.9} aria-hidden="true" />
          </Button>
        </>
      )}
    </div>
  );
}

interface Recording {
  /** Ends it and gives what was said. */
  finished: () => Promise<Blob>;
  pause: () => void;
  /** Ends it and forgets everything. */
  stop: () => void;
}

async function begin(heard: (level: number) => void): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: true, noiseSuppression: true },
  });
  const type = TYPES.find((each) => MediaRecorder.isTypeSupported(each));
  const recorder = new MediaRecorder(stream, type ? { mimeType: type, audioBitsPerSecond: 32_000 } : undefined);
  const parts: Blob[] = [];
  recorder.ondataavailable = (event) => void (event.data.size > 0 && parts.push(event.data));
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    if (recorder.state !== 'recording') return;
    analyser.getFloatTimeDomainData(samples);
    heard(Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length));
  }, EVERY_MS);
  recorder.start(1_000);
  const release = () => {
    clearInterval(timer);
    stream.getTracks().forEach((track) => track.stop());
    void context.close().catch(() => undefined);
  };
  return {
    finished: () =>
      new Promise((resolve) => {
        recorder.onstop = () => {
          release();
          resolve(new Blob(parts, { type: (recorder.mimeType || 'audio/webm').split(';', 1)[0] }));
        };
        recorder.stop();
      }),
    pause: () => {
      if (recorder.state === 'recording') recorder.pause();
    },
    stop: () => {
      recorder.onstop = null;
      if (recorder.state !== 'inactive') recorder.stop();
      release();
    },
  };
}
