export type QuotaProblem = 'day' | 'month' | 'less' | 'reason';

/** What keeps a quota from being set: whole numbers from zero, no month below its day, and a reason. */
export function problemsOf(day: number, month: number, reason: string): QuotaProblem[] {
  const found: QuotaProblem[] = [];
  if (!isCount(day)) found.push('day');
  if (!isCount(month)) found.push('month');
  if (isCount(day) && isCount(month) && month < day) found.push('less');
  if (reason.trim() === '') found.push('reason');
  return found;
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}

/** How full a bar is, in per cent; a limit of zero is full. */
export function fill(used: number, limit: number): number {
  return limit <= 0 ? 100 : Math.min(100, (used / limit) * 100);
}
