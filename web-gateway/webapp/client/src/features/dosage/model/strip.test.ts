import { describe, expect, it } from 'vitest';
import { countAfterKey, countAt, layOut, type Strip } from './strip';

const strip: Strip = {
  period: 'week',
  columns: [
    { start: '2026-11-09', current: false, items: [{ id: 'a', at: '2026-11-10T07:00:00Z', decision: 'at-once' }] },
    {
      start: '2026-11-16',
      current: true,
      items: [
        { id: 'b', at: '2026-11-16T07:00:00Z', decision: 'held' },
        { id: 'c', at: '2026-11-17T07:00:00Z', decision: 'at-once' },
        { id: 'd', at: '2026-11-18T07:00:00Z', decision: 'at-once' },
      ],
    },
  ],
};

describe('the dose strip', () => {
  it('stacks what came at once under the line and what was held above it', () => {
    const layout = layOut(strip, 2, 100);

    const week = layout.columns[1]!.bars;
    expect(week.map((bar) => bar.id)).toEqual(['c', 'd', 'b']);
    expect(week[1]!.bottomPx + layout.barPx).toBeLessThanOrEqual(layout.linePx);
    expect(week[2]!.bottomPx).toBeGreaterThanOrEqual(layout.linePx);
  });

  it('keeps every bar inside its height however many there are', () => {
    const many: Strip = {
      period: 'month',
      columns: [
        {
          start: '2026-11-01',
          current: true,
          items: Array.from({ length: 60 }, (_, i) => ({ id: `${i}`, at: '', decision: 'held' as const })),
        },
      ],
    };

    const layout = layOut(many, 'nothing', 90);

    const highest = layout.columns[0]!.bars.at(-1)!;
    expect(highest.bottomPx + layout.barPx).toBeLessThanOrEqual(90);
    expect(layout.linePx).toBe(0);
  });

  it('puts the line over all bars when everything may come', () => {
    const layout = layOut(strip, 'everything', 100);

    expect(layout.linePx).toBeGreaterThan(layout.columns[1]!.bars.at(-1)!.bottomPx + layout.barPx);
  });

  it('reads the count back from where the line was drawn', () => {
    for (const count of [1, 2, 3, 4]) {
      const layout = layOut(strip, count, 100);
      expect(countAt(layout, layout.linePx)).toBe(count);
    }
  });

  it('never lets the pointer choose less than one', () => {
    expect(countAt(layOut(strip, 1, 100), -40)).toBe(1);
  });

  it('moves by one with arrows, by five with Page keys, to the ends with Home and End', () => {
    expect(countAfterKey('ArrowUp', 2)).toBe(3);
    expect(countAfterKey('ArrowLeft', 1)).toBe(1);
    expect(countAfterKey('PageUp', 2)).toBe(7);
    expect(countAfterKey('PageDown', 3)).toBe(1);
    expect(countAfterKey('End', 3)).toBe(99);
    expect(countAfterKey('Home', 3)).toBe(1);
    expect(countAfterKey('x', 3)).toBeNull();
  });
});
