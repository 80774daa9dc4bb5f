import { useEffect, useRef } from 'react';
import { ShownBatch, shownAfterMs, shownShare, type ShownItem } from '../model/shown';

const reportEveryMs = 2_000;

export interface ShownReports {
  /** Watches an element of a push message; null when it goes. */
  watch(element: Element | null, push: string): void;
  opened(push: string): void;
}

/**
 * Reports which push messages were shown (half in view for half a second in a focused window) and opened, gathered
 * for two seconds and when the page goes into the background. What could not be reported waits for the next time.
 */
export function useShownReports(report: (items: ShownItem[]) => Promise<unknown>): ShownReports {
  const reports = useRef<Reports>(null);
  reports.current ??= new Reports(report);
  useEffect(() => {
    const current = reports.current!;
    current.start();
    return () => current.stop();
  }, []);
  return reports.current;
}

class Reports implements ShownReports {
  private readonly batch = new ShownBatch();
  private readonly pushes = new Map<Element, string>();
  private readonly elements = new Map<string, Element>();
  private readonly inView = new Set<Element>();
  private readonly timers = new Map<Element, ReturnType<typeof setTimeout>>();
  private observer: IntersectionObserver | null = null;
  private ticker: ReturnType<typeof setInterval> | undefined;
  private readonly report: (items: ShownItem[]) => Promise<unknown>;

  constructor(report: (items: ShownItem[]) => Promise<unknown>) {
    this.report = report;
  }

  start(): void {
    this.observer = new IntersectionObserver((entries) => entries.forEach((entry) => this.seen(entry)), {
      threshold: [0, shownShare],
    });
    for (const element of this.pushes.keys()) this.observer.observe(element);
    window.addEventListener('focus', this.attend);
    window.addEventListener('blur', this.attend);
    document.addEventListener('visibilitychange', this.leave);
    this.ticker = setInterval(() => void this.flush(), reportEveryMs);
  }

  stop(): void {
    this.observer?.disconnect();
    this.observer = null;
    clearInterval(this.ticker);
    this.timers.forEach((timer) => clearTimeout(timer));
    this.timers.clear();
    this.inView.clear();
    window.removeEventListener('focus', this.attend);
    window.removeEventListener('blur', this.attend);
    document.removeEventListener('visibilitychange', this.leave);
    void this.flush();
  }

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
    this.observer?.observe(element);
  }

  opened(push: string): void {
    if (this.batch.open(push)) void this.flush();
  }

  private seen(entry: IntersectionObserverEntry): void {
    // something taller than the window counts when it fills half of it
    const share = Math.max(
      entry.intersectionRatio,
      entry.rootBounds ? entry.intersectionRect.height / entry.rootBounds.height : 0,
    );
    if (share >= shownShare) {
      this.inView.add(entry.target);
      this.await(entry.target);
    } else this.forget(entry.target);
  }

  private await(element: Element): void {
    if (!document.hasFocus() || this.timers.has(element)) return;
    this.timers.set(
      element,
      setTimeout(() => {
        this.timers.delete(element);
        const push = this.pushes.get(element);
        if (push && document.hasFocus()) this.batch.show(push);
      }, shownAfterMs),
    );
  }

  private forget(element: Element): void {
    this.inView.delete(element);
    clearTimeout(this.timers.get(element));
    this.timers.delete(element);
  }

  private readonly attend = (): void => {
    if (document.hasFocus()) this.inView.forEach((element) => this.await(element));
    else {
      this.timers.forEach((timer) => clearTimeout(timer));
      this.timers.clear();
    }
  };

  private readonly leave = (): void => {
    if (document.visibilityState === 'hidden') void this.flush();
  };

  private async flush(): Promise<void> {
    const items = this.batch.take();
    if (items.length === 0) return;
    try {
      await this.report(items);
    } catch {
      this.batch.putBack(items);
    }
  }
}
