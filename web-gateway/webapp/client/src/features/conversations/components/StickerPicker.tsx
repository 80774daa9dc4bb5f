import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { StickerPicture } from '@shared/ui/body/Sticker';
import { STICKERS, type StickerName } from '@shared/ui/body/stickers';
import css from './StickerPicker.module.css';

interface Props {
  onPick: (name: StickerName) => void;
  onClose: () => void;
}

const COLUMNS = 4;

/** Our own pack; arrows walk through it, Enter sends, Escape closes. */
export function StickerPicker({ onPick, onClose }: Props) {
  const { t } = useTranslation('rich');
  const grid = useRef<HTMLUListElement>(null);
  useEffect(() => grid.current?.querySelector<HTMLElement>('button')?.focus(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      return onClose();
    }
    const buttons = [...(grid.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const by: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS };
    const step = by[event.key];
    if (step === undefined || at < 0) return;
    event.preventDefault();
    buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus();
  };
  return (
    <div
      className={css.picker}
      role="dialog"
      aria-label={t('sticker-picker')}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) onClose();
      }}
    >
      <ul ref={grid} className={css.grid}>
        {STICKERS.map((name) => (
          <li key={name}>
            <button type="button" className={css.one} onClick={() => onPick(name)}>
              <StickerPicture name={name} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
