/** What a browser finds out of a film before it is sent: its measures, and a picture of it. */
export interface Film {
  durationMs: number | null;
  widthPx: number | null;
  heightPx: number | null;
  cover: Blob | null;
}

const NOTHING: Film = { durationMs: null, widthPx: null, heightPx: null, cover: null };

/** Never fails: a film that this browser cannot play goes without measures and cover. */
export async function measured(file: Blob): Promise<Film> {
  const address = URL.createObjectURL(file);
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  try {
    await until(video, 'loadedmetadata', () => (video.src = address));
    const seconds = Number.isFinite(video.duration) ? video.duration : 0;
    const film: Film = {
      durationMs: seconds > 0 ? Math.round(seconds * 1000) : null,
      widthPx: video.videoWidth || null,
      heightPx: video.videoHeight || null,
      cover: null,
    };
    await until(video, 'seeked', () => (video.currentTime = Math.min(1, seconds / 3))).catch(() => undefined);
    return { ...film, cover: await still(video).catch(() => null) };
  } catch {
    return NOTHING;
  } finally {
    video.removeAttribute('src');
    video.load();
    URL.revokeObjectURL(address);
  }
}

/** The length of something to listen to in milliseconds, or null when this browser cannot tell. */
export async function lengthMs(file: Blob): Promise<number | null> {
  const address = URL.createObjectURL(file);
  const audio = document.createElement('audio');
  audio.preload = 'metadata';
  try {
    await until(audio, 'loadedmetadata', () => (audio.src = address));
    return Number.isFinite(audio.duration) && audio.duration > 0 ? Math.round(audio.duration * 1000) : null;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function still(video: HTMLVideoElement): Promise<Blob | null> {
  if (!video.videoWidth) return null;
  const factor = Math.min(1, 1280 / Math.max(video.videoWidth, video.videoHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(video.videoWidth * factor);
  canvas.height = Math.round(video.videoHeight * factor);
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
}

function until(element: HTMLMediaElement, event: string, begin: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${event}`)), 5_000);
    element.addEventListener(event, () => (clearTimeout(timer), resolve()), { once: true });
    element.addEventListener('error', () => (clearTimeout(timer), reject(new Error('not playable'))), { once: true });
    begin();
  });
}
