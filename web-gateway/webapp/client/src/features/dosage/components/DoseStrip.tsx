import { useId, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { countAfterKey, countAt, layOut, mostCount, leastCount, type Line, type Strip } from '../model/strip';
import { columnName, thinnedLabels } from '../model/columns';
import classes from './DoseStrip.module.css';

interface DoseStripProps {
  strip: Strip;
  line: Line;
  /** The line in words, "2 a week: 7 at once, 3 in the digest". */
  words: string;
  heightPx?: number;
  /** Missing: the strip only shows. */
  onMove?: (count: number) => void;
  /** The pointer let go of the line: what was moved to is meant. */
  onRelease?: () => void;
}

/** One bar per push message, one column per period: full came at once, dashed was held; the line is the dosage. */
export function DoseStrip({ strip, line, words, heightPx = 92, onMove, onRelease }: DoseStripProps) {
  const { t, i18n } = useTranslation('dosage');
  const plot = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  const summary = useId();
  const layout = layOut(strip, line, heightPx);
  const count = typeof line === 'number' ? line : line === 'everything' ? layout.top : leastCount;

  const follow = (event: PointerEvent) => {
    const box = plot.current?.getBoundingClientRect();
    if (!box || !onMove) return;
    const next = countAt(layout, box.bottom - event.clientY);
    if (next !== line) onMove(next);
  };
  const press = (event: PointerEvent<HTMLDivElement>) => {
    if (!onMove || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    dragging.current = true;
    slider.current?.focus({ preventScroll: true });
    event.preventDefault();
  };
  const drag = (event: PointerEvent) => {
    if (dragging.current) follow(event);
  };
  const letGo = () => {
    if (!dragging.current) return;
    dragging.current = false;
    onRelease?.();
  };
  const key = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = countAfterKey(event.key, count);
    if (next === null || !onMove) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(next);
  };

  const names = strip.columns.map((column) => columnName(column, strip.period, i18n.language, t));
  const labels = thinnedLabels(names);
  const many = strip.columns.length > 6;

  return (
    <div className={classes.strip} data-many={many || undefined}>
      <p id={summary} className={classes.unseen}>
        {strip.columns
          .map((column, index) => {
            const held = column.items.filter((item) => item.decision === 'held').length;
            return t('column.words', { period: names[index], atOnce: column.items.length - held, held });
          })
          .join('. ')}
      </p>
      <div ref={plot} className={classes.plot} style={{ height: heightPx }}>
        <div className={classes.columns} aria-hidden="true">
          {layout.columns.map((column) => (
            <div key={column.start} className={classes.column}>
              {column.bars.map((bar) => (
                <span
                  key={bar.id}
                  className={classes.bar}
                  data-held={bar.held || undefined}
                  style={{ bottom: bar.bottomPx, height: Math.max(2, layout.barPx) }}
                />
              ))}
            </div>
          ))}
        </div>
        <div
          className={classes.grip}
          data-still={onMove ? undefined : true}
          style={{ bottom: layout.linePx }}
          onPointerDown={press}
          onPointerMove={drag}
          onPointerUp={letGo}
          onPointerCancel={letGo}
        >
          <span className={classes.line} />
          {onMove ? (
            <div
              ref={slider}
              role="slider"
              tabIndex={0}
              className={classes.knob}
              aria-orientation="vertical"
              aria-label={t('line.label')}
              aria-valuemin={leastCount}
              aria-valuemax={mostCount}
              aria-valuenow={count}
              aria-valuetext={words}
              aria-describedby={summary}
              onKeyDown={key}
            >
              <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
                <path d="M5 6.2 8 3.4l3 2.8M5 9.8l3 2.8 3-2.8" fill="none" stroke="currentColor" strokeWidth="1.6" />
              </svg>
            </div>
          ) : null}
        </div>
      </div>
      <div className={classes.labels} aria-hidden="true">
        {labels.map((label, index) => (
          <span key={strip.columns[index]!.start}>{label}</span>
        ))}
      </div>
    </div>
  );
}
