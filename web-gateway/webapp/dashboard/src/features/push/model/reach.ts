import type { PushInsight } from '@shared/protocol/types';

export interface ReachRow {
  name: 'audience' | 'atOnce' | 'held' | 'shown' | 'opened' | 'mutes' | 'less' | 'unfollows';
  count: number;
  /** Of the audience, 0 to 1; null without one. */
  share: number | null;
  part: 'all' | 'at-once' | 'held' | 'lost';
  /** Belongs to what followed in the 48 hours after it. */
  after: boolean;
}

/** One scale for all of them, from zero to the audience, so that no bar looks larger than it is. */
export function rows(push: PushInsight): ReachRow[] {
  const of = (name: ReachRow['name'], count: number, part: ReachRow['part'], after = false): ReachRow => ({
    name,
    count,
    share: push.audience > 0 ? Math.min(1, count / push.audience) : null,
    part,
    after,
  });
  return [
    of('audience', push.audience, 'all'),
    of('atOnce', push.atOnce, 'at-once'),
    of('held', push.held, 'held'),
    of('shown', push.shown, 'at-once'),
    of('opened', push.opened, 'at-once'),
    of('mutes', push.mutes48h, 'lost', true),
    of('less', push.less48h, 'lost', true),
    of('unfollows', push.unfollows48h, 'lost', true),
  ];
}
