interface UndoRingProps {
  /** What is left, 0 to 1. */
  share: number;
  sizePx?: number;
}

/** The ring that runs down beside an Undo. */
export function UndoRing({ share, sizePx = 18 }: UndoRingProps) {
  const radius = 7.5;
  const around = 2 * Math.PI * radius;
  return (
    <svg viewBox="0 0 18 18" width={sizePx} height={sizePx} aria-hidden="true">
      <circle cx="9" cy="9" r={radius} fill="none" stroke="currentColor" strokeOpacity="0.28" strokeWidth="2.4" />
      <circle
        cx="9"
        cy="9"
        r={radius}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeDasharray={around}
        strokeDashoffset={around * (1 - share)}
        transform="rotate(-90 9 9)"
      />
    </svg>
  );
}
