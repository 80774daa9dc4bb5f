import type { DigestItem, Party } from '@shared/protocol/types';

export interface HeldGroup {
  account: Party;
  items: DigestItem[];
}

export interface DigestView {
  /** What waits for the next digest, by account, the account heard of last first. */
  waiting: HeldGroup[];
  /** What earlier digests brought. */
  earlier: HeldGroup[];
  /** Since when the oldest waiting one is held. */
  heldSince: string | null;
}

/** Parts the items (newest first) into those still held, which are the first `held`, and those that came. */
export function viewOf(items: DigestItem[], held: number): DigestView {
  const waiting = items.slice(0, held);
  return {
    waiting: byAccount(waiting),
    earlier: byAccount(items.slice(held)),
    heldSince: waiting.at(-1)?.heldSince ?? null,
  };
}

/** "Bakery, Theatre": the accounts of what waits, each once, in the order of the groups. */
export function accountsOf(groups: HeldGroup[]): string[] {
  return groups.map((group) => group.account.name);
}

function byAccount(items: DigestItem[]): HeldGroup[] {
  const groups = new Map<string, HeldGroup>();
  for (const item of items) {
    const group = groups.get(item.account.id);
    if (group) group.items.push(item);
    else groups.set(item.account.id, { account: item.account, items: [item] });
  }
  return [...groups.values()];
}
