import type { PushInsight } from '@shared/protocol/types';

export interface ReachRow {
  name: 'audience' | 'atOnce' | 'held' | 'shown' | 'opened' | 'mutes' | 'less' | 'unfollows';
  /** Null for fewer than twenty people. */
  count: number | null;
  /** Of the audience, 0 to 1; null without one. */
  share: number | null;
  part: 'all' | 'at-once' | 'held' | 'lost';
  /** Belongs to what followed in the 48 hours after it. */
  after: boolean;
}

/** One scale for all of them, from zero to the audience, so that no bar looks larger than it is. */
export function rows(push: PushInsight): ReachRow[] {
  const of = (name: ReachRow['name'], count: number | null, part: ReachRow['part'], after = false): ReachRow => ({
    name,
    count,
    share: push.audience > 0 && count !== null ? Math.min(1, count / push.audience) : null,
    part,
    after,
  });
  return [
    of('audience', push.audience, 'all'),
    of('atOnce', push.atOnce ?? null, 'at-once'),
    of('held', push.held ?? null, 'held'),
    of('shown', push.shown ?? null, 'at-once'),
    of('opened', push.opened ?? null, 'at-once'),
    of('mutes', push.mutes48h ?? null, 'lost', true),
    of('less', push.less48h ?? null, 'lost', true),
    of('unfollows', push.unfollows48h ?? null, 'lost', true),
  ];
}
