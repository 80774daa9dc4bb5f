import type { Dosage, DosageOutcome, StripItem } from '@shared/protocol/types';

/**
 * How the dose strip is laid out. What came at once and what was held is decided by the server; here a
 * decision only becomes a place. Lengths are pixels from the bottom line of the strip.
 */
export type Strip = DosageOutcome['strip'];

export interface Bar {
  id: string;
  at: string;
  held: boolean;
  bottomPx: number;
}

export interface StripLayout {
  heightPx: number;
  /** Distance from the foot of one bar to the foot of the next. */
  unitPx: number;
  barPx: number;
  linePx: number;
  /** The highest count the line can be dragged to; keys and stepper go on to {@link mostCount}. */
  top: number;
  columns: { start: string; current: boolean; bars: Bar[] }[];
}

/** Where the line is: a count, under all bars, or over all of them. */
export type Line = number | 'nothing' | 'everything';

export function lineOf(dosage: Dosage): Line {
  if (dosage.type === 'at-most') return dosage.count;
  return dosage.type === 'everything' ? 'everything' : 'nothing';
}

export const leastCount = 1;
export const mostCount = 99;

const roomiestUnitPx = 16;
const gapShare = 0.34; // room for the line between two bars

export function layOut(strip: Strip, line: Line, heightPx: number): StripLayout {
  const tallest = Math.max(0, ...strip.columns.map((column) => column.items.length));
  const top = Math.min(mostCount, Math.max(tallest + 1, 4));
  const unitPx = Math.min(roomiestUnitPx, heightPx / (top + 0.5));
  const gapPx = unitPx * gapShare;
  const barPx = unitPx - gapPx;
  const lineAt = line === 'nothing' ? 0 : line === 'everything' ? top : Math.min(line, top);
  return {
    heightPx,
    unitPx,
    barPx,
    top,
    linePx: lineAt * unitPx + (lineAt > 0 ? gapPx / 2 : 0),
    columns: strip.columns.map((column) => ({
      start: column.start,
      current: column.current,
      bars: atOnceFirst(column.items).map((item, index) => ({
        id: item.id,
        at: item.at,
        held: item.decision === 'held',
        bottomPx: index * unitPx + gapPx,
      })),
    })),
  };
}

/** The count under a pointer that is `fromBottomPx` above the foot of the strip. */
export function countAt(layout: StripLayout, fromBottomPx: number): number {
  return Math.min(layout.top, clamp(Math.round(fromBottomPx / layout.unitPx)));
}

/** The count after a key on the line, or null when the key means nothing here. */
export function countAfterKey(key: string, count: number): number | null {
  switch (key) {
    case 'ArrowUp':
    case 'ArrowRight':
      return clamp(count + 1);
    case 'ArrowDown':
    case 'ArrowLeft':
      return clamp(count - 1);
    case 'PageUp':
      return clamp(count + 5);
    case 'PageDown':
      return clamp(count - 5);
    case 'Home':
      return leastCount;
    case 'End':
      return mostCount;
    default:
      return null;
  }
}

export function clamp(count: number): number {
  return Math.min(mostCount, Math.max(leastCount, Math.round(count)));
}

function atOnceFirst(items: StripItem[]): StripItem[] {
  return [...items.filter((item) => item.decision === 'at-once'), ...items.filter((item) => item.decision === 'held')];
}
