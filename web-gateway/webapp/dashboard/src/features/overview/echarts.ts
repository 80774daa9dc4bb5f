import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init as start, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

/** Starts a chart with the parts that this app needs. Registers them here and not beside: a bundler drops what is only done in passing. */
export function init(...where: Parameters<typeof start>): ReturnType<typeof start> {
  register([BarChart, LineChart, ScatterChart, GridComponent, TooltipComponent, CanvasRenderer]);
  return start(...where);
}
