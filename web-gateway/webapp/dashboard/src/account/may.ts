import type { Role } from '@shared/protocol/types';

/** Roles of a team and what each may do; what a role may not do is not shown to it. */

export type Act =
  'release' | 'answer' | 'change-account' | 'change-team' | 'develop' | 'see-audit' | 'see-report' | 'see-answers';

const ALLOWED: Record<Act, readonly Role[]> = {
  release: ['owner', 'editor'],
  answer: ['owner', 'agent'],
  'change-account': ['owner'],
  'change-team': ['owner'],
  develop: ['owner'],
  'see-audit': ['owner'],
  'see-report': ['owner', 'agent', 'analyst'],
  'see-answers': ['owner', 'editor', 'agent'],
};

export function may(role: Role, act: Act): boolean {
  return ALLOWED[act].includes(role);
}
