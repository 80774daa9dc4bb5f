import type { EChartsCoreOption } from 'echarts/core';

export interface Day {
  date: string;
  followers: number;
  came: number;
  left: number;
}

export interface PushMark {
  id: string;
  at: string;
  title: string;
  /** What it cost, in words; absent or null when it is not known. */
  cost?: string | null;
  costly?: boolean;
}

/** Colours and words that a chart needs from outside: it knows neither theme nor language. */
export interface ChartLook {
  line: string;
  bar: string;
  alarm: string;
  grid: string;
  text: string;
  surface: string;
  day: (date: string) => string;
  number: (value: number) => string;
  words: { followers: string; left: string; push: string; cost: (cost: string) => string };
}

/** Upper and lower end of the cut axis with round steps; the lowest value stays clear of the bars below. */
export function axis(values: readonly number[]): { min: number; max: number; step: number } {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const step = niceStep(Math.max(1, high - low) / 4);
  const max = Math.max(step, Math.ceil((high + (high === low ? 1 : 0)) / step) * step);
  const min = Math.max(0, Math.floor(low / step) * step);
  return { min, max: max === min ? min + step : max, step };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough) ?? 10;
  return Math.max(1, factor * power);
}

/** The day on which a push message went out, as a day of the series in the same zone; null when outside. */
export function dayOf(mark: PushMark, days: readonly Day[], timeZone: string): number | null {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(mark.at),
  );
  const at = days.findIndex((day) => day.date === date);
  return at < 0 ? null : at;
}

/** A line on a cut axis (so without a filled area), markers where something was sent, bars for who left that day. */
export function followersChart(
  days: readonly Day[],
  pushes: readonly PushMark[],
  timeZone: string,
  look: ChartLook,
): EChartsCoreOption {
  const scale = axis(days.map((day) => day.followers));
  const marks = pushes.flatMap((push) => {
    const at = dayOf(push, days, timeZone);
    return at === null ? [] : [{ at, push }];
  });
  const costliest = marks.map((mark) => mark.push).reduce<PushMark | null>(costlier, null);
  const mostLeft = Math.max(1, ...days.map((day) => day.left));
  return {
    animation: false,
    aria: { enabled: false },
    grid: [
      { left: 8, right: 16, top: 12, bottom: 96, containLabel: true },
      { left: 8, right: 16, height: 56, bottom: 28, containLabel: false },
    ].map((grid, at) =>
      at === 1
        ? { ...grid, left: 8 + labelWidth(scale.max, look) }
        : { ...grid, left: 8 + labelWidth(scale.max, look), containLabel: false },
    ),
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: look.surface,
      borderColor: look.grid,
      textStyle: { color: look.text, fontSize: 12 },
      renderMode: 'richText',
      formatter: (shown: unknown) => tip(shown, days, marks, look),
      axisPointer: { type: 'line', lineStyle: { color: look.grid } },
    },
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    xAxis: [0, 1].map((gridIndex) => ({
      gridIndex,
      type: 'category',
      data: days.map((day) => day.date),
      boundaryGap: true,
      axisTick: { show: false },
      axisLine: { show: gridIndex === 1, lineStyle: { color: look.bar } },
      axisLabel: {
        show: gridIndex === 1,
        color: look.text,
        fontSize: 11,
        interval: Math.max(0, Math.ceil(days.length / 5) - 1),
        formatter: look.day,
        hideOverlap: true,
      },
    })),
    yAxis: [
      {
        gridIndex: 0,
        type: 'value',
        min: scale.min,
        max: scale.max,
        interval: scale.step,
        axisLabel: { color: look.text, fontSize: 11, formatter: look.number },
        splitLine: { lineStyle: { color: look.grid } },
      },
      { gridIndex: 1, type: 'value', min: 0, max: mostLeft, show: false },
    ],
    series: [
      {
        name: look.words.followers,
        type: 'line',
        xAxisIndex: 0,
        yAxisIndex: 0,
        data: days.map((day) => day.followers),
        showSymbol: false,
        lineStyle: { color: look.line, width: 2 },
        itemStyle: { color: look.line },
      },
      {
        name: look.words.push,
        type: 'scatter',
        xAxisIndex: 0,
        yAxisIndex: 0,
        symbolSize: 9,
        data: marks.map(({ at, push }) => ({
          value: [at, days[at]?.followers ?? 0],
          symbolSize: push.costly ? 12 : 9,
          itemStyle: {
            color: look.surface,
            borderColor: push.costly ? look.alarm : look.line,
            borderWidth: 2,
            opacity: 1,
          },
          label:
            push === costliest && push.cost
              ? {
                  show: true,
                  position: at < days.length / 2 ? 'right' : 'left',
                  distance: 10,
                  formatter: `${push.title}\n${look.words.cost(push.cost)}`,
                  color: look.alarm,
                  fontSize: 12,
                  fontWeight: 600,
                  lineHeight: 16,
                  backgroundColor: look.surface,
                  borderColor: look.grid,
                  borderWidth: 1,
                  borderRadius: 6,
                  padding: [6, 8],
                }
              : { show: false },
        })),
        z: 5,
      },
      {
        name: look.words.left,
        type: 'bar',
        xAxisIndex: 1,
        yAxisIndex: 1,
        data: days.map((day, at) =>
          alarming(at, marks) ? { value: day.left, itemStyle: { color: look.alarm } } : day.left,
        ),
        barMaxWidth: 8,
        barMinHeight: 0,
        itemStyle: { color: look.bar, borderRadius: [2, 2, 0, 0] },
      },
    ],
  };
}

/** The costly one whose cost is the largest number; the later of two. */
function costlier(one: PushMark | null, other: PushMark): PushMark | null {
  if (!other.costly) return one;
  return one !== null && Number.parseInt(one.cost ?? '0', 10) > Number.parseInt(other.cost ?? '0', 10) ? one : other;
}

/** The day of a costly push message and the two after it. */
function alarming(day: number, marks: readonly { at: number; push: PushMark }[]): boolean {
  return marks.some(({ at, push }) => push.costly === true && day >= at && day <= at + 2);
}

function labelWidth(max: number, look: ChartLook): number {
  return look.number(max).length * 7 + 8;
}

function tip(
  shown: unknown,
  days: readonly Day[],
  marks: readonly { at: number; push: PushMark }[],
  look: ChartLook,
): string {
  const first = Array.isArray(shown) ? (shown[0] as { dataIndex?: number; axisValue?: string } | undefined) : undefined;
  const at = days.findIndex((day) => day.date === first?.axisValue);
  const day = days[at < 0 ? (first?.dataIndex ?? 0) : at];
  if (day === undefined) return '';
  const lines = [
    look.day(day.date),
    `${look.words.followers}: ${look.number(day.followers)}`,
    `${look.words.left}: ${look.number(day.left)}`,
  ];
  for (const mark of marks)
    if (days[mark.at] === day) {
      lines.push(`${look.words.push}: ${mark.push.title}`);
      if (mark.push.cost) lines.push(look.words.cost(mark.push.cost));
    }
  return lines.join('\n');
}

export interface Summary {
  from: string;
  to: string;
  first: number;
  last: number;
  came: number;
  left: number;
  pushes: number;
}

/** What the chart says in one sentence; null when there is nothing to say. */
export function summary(days: readonly Day[], pushes: readonly PushMark[]): Summary | null {
  const first = days[0];
  const last = days[days.length - 1];
  if (first === undefined || last === undefined) return null;
  return {
    from: first.date,
    to: last.date,
    first: first.followers,
    last: last.followers,
    came: days.reduce((sum, day) => sum + day.came, 0),
    left: days.reduce((sum, day) => sum + day.left, 0),
    pushes: pushes.length,
  };
}
