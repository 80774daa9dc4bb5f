import { ShownBatch, shownAfterMs, shownShare, type ShownItem } from './shown';

const reportEveryMs = 2_000;

/**
 * Reports which push messages were shown and opened, gathered for two seconds and when the page goes into the
 * background. What could not be reported waits for the next time. {@link watch} is for views that do not measure
 * themselves: half in view for half a second in a focused window.
 */
export class PushReports {
  private readonly batch = new ShownBatch();
  private readonly pushes = new Map<Element, string>();
  private readonly elements = new Map<string, Element>();
  private readonly inView = new Set<Element>();
  private readonly timers = new Map<Element, ReturnType<typeof setTimeout>>();
  private observer: IntersectionObserver | null = null;
  private flushing: ReturnType<typeof setTimeout> | undefined;
  private readonly report: (items: ShownItem[]) => Promise<unknown>;

  constructor(report: (items: ShownItem[]) => Promise<unknown>) {
    this.report = report;
  }

  shown(push: string): void {
    if (this.batch.show(push)) this.flushSoon();
  }

  /** `link`: by which link, when it was one. */
  opened(push: string, link?: string): void {
    if (this.batch.open(push, link)) this.flushSoon();
  }

  /** Watches the element of a push message; null when it goes. */
  watch(element: Element | null, push: string): void {
    const before = this.elements.get(push);
    if (before && before !== element) {
      this.observer?.unobserve(before);
      this.forget(before);
      this.pushes.delete(before);
      this.elements.delete(push);
    }
    if (!element || before === element) return;
    this.elements.set(push, element);
    this.pushes.set(element, push);
    this.observe(element);
  }

  private observe(element: Element): void {
    if (!this.observer) {
      this.observer = new IntersectionObserver((entries) => entries.forEach((entry) => this.seen(entry)), {
        threshold: [0, 0.25, shownShare],
      });
      window.addEventListener('focus', this.attend);
      window.addEventListener('blur', this.attend);
    }
    this.observer.observe(element);
  }

  private seen(entry: IntersectionObserverEntry): void {
    // something taller than the window counts when it fills half of it
    const ofWindow = entry.rootBounds ? entry.intersectionRect.height / entry.rootBounds.height : 0;
    if (Math.max(entry.intersectionRatio, ofWindow) >= shownShare) {
      this.inView.add(entry.target);
      this.waitFor(entry.target);
    } else this.forget(entry.target);
  }

  private waitFor(element: Element): void {
    if (!document.hasFocus() || this.timers.has(element)) return;
    this.timers.set(
      element,
      setTimeout(() => {
        this.timers.delete(element);
        const push = this.pushes.get(element);
        if (push && document.hasFocus()) this.shown(push);
      }, shownAfterMs),
    );
  }

  private forget(element: Element): void {
    this.inView.delete(element);
    clearTimeout(this.timers.get(element));
    this.timers.delete(element);
  }

  private readonly attend = (): void => {
    if (document.hasFocus()) this.inView.forEach((element) => this.waitFor(element));
    else {
      this.timers.forEach((timer) => clearTimeout(timer));
      this.timers.clear();
    }
  };

  private flushSoon(): void {
    this.flushing ??= setTimeout(() => void this.flush(), reportEveryMs);
  }

  /** Reports now whatever waits. */
  readonly flush = async (): Promise<void> => {
    clearTimeout(this.flushing);
    this.flushing = undefined;
    const items = this.batch.take();
    if (items.length === 0) return;
    try {
      await this.report(items);
    } catch {
      this.batch.putBack(items);
      this.flushSoon();
    }
  };
}
