/** Loudness of a voice message: at most 64 numbers from 0 (silent) to 31. */
export const WAVE_POINTS = 64;
export const WAVE_TOP = 31;

/** Measured loudness (0 to 1, as many as there are) as the wave that goes with a voice message. */
export function waveOf(levels: readonly number[]): number[] {
  if (levels.length === 0) return [];
  const points = Math.min(WAVE_POINTS, levels.length);
  const loudest = Math.max(...levels, 0.05);
  return resampled(levels, points).map((level) => Math.round(Math.min(1, Math.max(0, level / loudest)) * WAVE_TOP));
}

/** The bars of a wave, 0 to 1; a message without one gets an even line. */
export function barsOf(wave: readonly number[], bars: number): number[] {
  if (wave.length === 0) return Array.from({ length: bars }, () => 0.2);
  return resampled(wave, bars).map((level) => Math.min(1, Math.max(0.08, level / WAVE_TOP)));
}

/** The greatest of every stretch; stretches repeat when there are fewer numbers than asked for. */
function resampled(numbers: readonly number[], count: number): number[] {
  return Array.from({ length: count }, (_, at) => {
    const from = Math.floor((at * numbers.length) / count);
    const to = Math.max(from + 1, Math.floor(((at + 1) * numbers.length) / count));
    return Math.max(...numbers.slice(from, to));
  });
}

/** 75000 as `1:15`. */
export function lengthOf(durationMs: number): string {
  const seconds = Math.max(0, Math.round(durationMs / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}
