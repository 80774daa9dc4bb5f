import { describe, expect, it } from 'vitest';
import { axis, dayOf, followersChart, summary, type ChartLook, type Day } from './chart';

const days: Day[] = [
  { date: '2026-11-17', followers: 100, came: 4, left: 1 },
  { date: '2026-11-18', followers: 103, came: 5, left: 2 },
  { date: '2026-11-19', followers: 101, came: 0, left: 2 },
];
const look: ChartLook = {
  line: '#0b6577',
  bar: '#aaa',
  alarm: '#a00',
  grid: '#ddd',
  text: '#111',
  surface: '#fff',
  day: (date) => date,
  number: String,
  words: { followers: 'followers', left: 'left', push: 'push message', cost: (cost) => `cost ${cost}` },
};

describe('the axis', () => {
  it('is cut at round steps around the values', () => {
    expect(axis([11_712, 12_418])).toEqual({ min: 11_600, max: 12_600, step: 200 });
  });

  it('stands also over a flat or an empty series', () => {
    expect(axis([0, 0])).toEqual({ min: 0, max: 1, step: 1 });
    const flat = axis([7, 7]);
    expect(flat.min).toBeLessThan(flat.max);
  });
});

describe('the chart of followers', () => {
  it('carries no filled area', () => {
    const option = followersChart(days, [], 'UTC', look) as { series: { areaStyle?: unknown }[] };
    expect(option.series.every((series) => series.areaStyle === undefined)).toBe(true);
  });

  it('marks a push message on its day in the zone of the company', () => {
    const push = { id: 'p', at: '2026-11-17T23:30:00Z', title: 'Tarts' };
    expect(dayOf(push, days, 'UTC')).toBe(0);
    expect(dayOf(push, days, 'Europe/Berlin')).toBe(1);
    expect(dayOf({ ...push, at: '2020-01-01T00:00:00Z' }, days, 'UTC')).toBeNull();
  });

  it('marks what was costly, and says what the costliest cost', () => {
    const marks = [
      { id: 'a', at: '2026-11-17T08:00:00Z', title: 'Tarts', cost: '41 ± 6', costly: true },
      { id: 'b', at: '2026-11-18T08:00:00Z', title: 'Rye', cost: '7 ± 4', costly: false },
    ];
    const option = followersChart(days, marks, 'UTC', look) as {
      series: { data: { itemStyle?: { borderColor?: string; color?: string }; label?: { formatter?: string } }[] }[];
    };
    const shown = option.series[1]?.data ?? [];
    expect(shown.map((each) => each.itemStyle?.borderColor)).toEqual(['#a00', '#0b6577']);
    expect(shown[0]?.label?.formatter).toBe('Tarts\ncost 41 ± 6');
    expect(option.series[2]?.data[0]?.itemStyle?.color).toBe('#a00');
  });

  it('is summed up in one sentence', () => {
    expect(summary(days, [])).toEqual({
      from: '2026-11-17',
      to: '2026-11-19',
      first: 100,
      last: 101,
      came: 9,
      left: 5,
      pushes: 0,
    });
    expect(summary([], [])).toBeNull();
  });
});
