import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import type { FollowerInsight } from '@shared/protocol/types';
import { followersChart, type PushMark } from './model/chart';

interface Props {
  data: FollowerInsight;
  marks: readonly PushMark[];
  /** Changes with the theme, so that the colours are read anew. */
  scheme: string;
  label: string;
}

/** Draws with ECharts, which is loaded only here; until then the room is kept free. */
export default function FollowersChart({ data, marks, scheme, label }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const { t } = useTranslation('dashboard');
  const { t: insight } = useTranslation('insight');
  const format = useFormat();

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let gone = false;
    let dispose = () => {};
    void import('./echarts').then(({ init }) => {
      if (gone) return;
      const chart = init(element);
      const role = (name: string) => getComputedStyle(element).getPropertyValue(`--p-${name}`).trim();
      chart.setOption(
        followersChart(data.days, marks, Intl.DateTimeFormat().resolvedOptions().timeZone, {
          line: role('primary'),
          bar: role('control'),
          alarm: role('danger'),
          grid: role('border'),
          text: role('text2'),
          surface: role('surface'),
          day: (date: string) => format.shortDate(`${date}T12:00:00`),
          number: format.full,
          words: {
            followers: t('overview.followers'),
            left: t('overview.leftThatDay'),
            push: t('push.one'),
            cost: (cost: string) => insight('cost.cost', { cost }),
          },
        }),
      );
      const observer = new ResizeObserver(() => chart.resize());
      observer.observe(element);
      dispose = () => {
        observer.disconnect();
        chart.dispose();
      };
    });
    return () => {
      gone = true;
      dispose();
    };
  }, [data, marks, scheme, format, t, insight]);

  return <div ref={place} role="img" aria-label={label} style={{ height: 320, width: '100%' }} />;
}
