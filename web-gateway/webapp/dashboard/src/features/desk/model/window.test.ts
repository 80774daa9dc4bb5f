import { describe, expect, it } from 'vitest';
import { byWindow, ringArc, windowAt } from './window';

const now = Date.parse('2026-11-20T10:00:00Z');
const window = { opensAt: '2026-11-19T10:00:00Z', closesAt: '2026-11-21T10:00:00Z' };

describe('the window', () => {
  it('tells the share that is left', () => {
    expect(windowAt(window, now)).toMatchObject({ state: 'open', share: 0.5, urgent: false });
  });

  it('is urgent under four hours', () => {
    expect(windowAt(window, Date.parse('2026-11-21T06:00:01Z'))).toMatchObject({ state: 'open', urgent: true });
    expect(windowAt(window, Date.parse('2026-11-21T05:59:59Z'))).toMatchObject({ state: 'open', urgent: false });
  });

  it('is closed at its end, and never opened without one', () => {
    expect(windowAt(window, Date.parse(window.closesAt)).state).toBe('closed');
    expect(windowAt(null, now).state).toBe('never');
  });
});

describe('the order of the desk', () => {
  const row = (name: string, closesAt: string | null, waiting: boolean, sentAt: string) => ({
    name,
    window: closesAt === null ? null : { opensAt: '2026-11-18T00:00:00Z', closesAt },
    waitingSince: waiting ? sentAt : null,
    lastMessage: { sentAt },
  });

  it('puts whoever waits and whose window closes first on top, closed windows last', () => {
    const rows = [
      row('closed, old', '2026-11-19T00:00:00Z', true, '2026-11-17T00:00:00Z'),
      row('answered', '2026-11-20T12:00:00Z', false, '2026-11-20T09:00:00Z'),
      row('waits long', '2026-11-22T00:00:00Z', true, '2026-11-20T08:00:00Z'),
      row('never wrote', null, false, '2026-11-20T09:59:00Z'),
      row('waits, closes soon', '2026-11-20T11:00:00Z', true, '2026-11-18T11:00:00Z'),
    ];

    expect(rows.sort(byWindow(now)).map((each) => each.name)).toEqual([
      'waits, closes soon',
      'waits long',
      'answered',
      'never wrote',
      'closed, old',
    ]);
  });
});

describe('the ring', () => {
  it('draws the share as an arc and nothing beyond the circle', () => {
    expect(ringArc(0.25, 10).length).toBeCloseTo((2 * Math.PI * 10) / 4);
    expect(ringArc(7, 10).length).toBeCloseTo(2 * Math.PI * 10);
  });
});
