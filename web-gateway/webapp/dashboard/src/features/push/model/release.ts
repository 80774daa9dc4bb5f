import type { Problem } from '@shared/protocol/types';

/** A release has no inverse, so it waits for its clock (`useGrace`) and only then goes out. */
export type Release =
  | { phase: 'writing' }
  | { phase: 'waiting' }
  | { phase: 'sending' }
  | { phase: 'released'; id: string }
  | { phase: 'refused'; problem: Problem };

export type ReleaseStep =
  | { type: 'asked' }
  | { type: 'cancelled' }
  | { type: 'sent' }
  | { type: 'answered'; id: string }
  | { type: 'refused'; problem: Problem };

/** Nothing can be asked for twice, nor taken back once it is on its way; a refusal allows another try. */
export function proceed(release: Release, step: ReleaseStep): Release {
  switch (step.type) {
    case 'asked':
      return release.phase === 'writing' || release.phase === 'refused' ? { phase: 'waiting' } : release;
    case 'cancelled':
      return release.phase === 'waiting' ? { phase: 'writing' } : release;
    case 'sent':
      return release.phase === 'waiting' ? { phase: 'sending' } : release;
    case 'answered':
      return { phase: 'released', id: step.id };
    case 'refused':
      return { phase: 'refused', problem: step.problem };
    default:
      return step satisfies never;
  }
}
