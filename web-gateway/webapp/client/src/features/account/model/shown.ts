/**
 * Which push messages were shown and opened, gathered until the next report. Each push message is reported
 * once as shown and once as opened; the server counts the same way, so that a repetition does no harm.
 */
export interface ShownItem {
  push: string;
  opened?: boolean;
  /** Links of it that were followed. */
  links?: string[];
}

/** A push message counts as shown when half of it was in view for this long in a focused window. */
export const shownAfterMs = 500;
export const shownShare = 0.5;

export class ShownBatch {
  private readonly shown = new Set<string>();
  private readonly opened = new Set<string>();
  private readonly links = new Set<string>();
  private waiting = new Map<string, ShownItem>();

  /** True when this was news. */
  show(push: string): boolean {
    if (this.shown.has(push)) return false;
    this.shown.add(push);
    if (!this.waiting.has(push)) this.waiting.set(push, { push });
    return true;
  }

  /** True when this was news. What was opened was also shown. `link`: by which link, when it was one. */
  open(push: string, link?: string): boolean {
    const followed = link !== undefined && !this.links.has(`${push} ${link}`);
    if (this.opened.has(push) && !followed) return false;
    this.opened.add(push);
    this.shown.add(push);
    const item: ShownItem = { ...this.waiting.get(push), push, opened: true };
    if (followed) {
      this.links.add(`${push} ${link}`);
      item.links = [...(item.links ?? []), link];
    }
    this.waiting.set(push, item);
    return true;
  }

  /** What has to be reported now; afterwards nothing waits. */
  take(): ShownItem[] {
    const items = [...this.waiting.values()];
    this.waiting = new Map();
    return items;
  }

  /** Gives back what could not be reported. */
  putBack(items: ShownItem[]): void {
    for (const item of items) {
      const waiting = this.waiting.get(item.push);
      const links = [...(item.links ?? []), ...(waiting?.links ?? [])];
      const whole = waiting?.opened ? waiting : item;
      this.waiting.set(item.push, links.length > 0 ? { ...whole, links } : whole);
    }
  }
}
