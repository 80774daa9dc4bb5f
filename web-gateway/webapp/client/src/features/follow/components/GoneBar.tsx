import { useEffect, useEffectEvent, useState } from 'react';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dosageShort } from '@shared/dosage/words';
import type { Dosage, Party } from '@shared/protocol/types';
import { PartyPicture } from '@shared/ui/PartyPicture';
import type { UnfollowReason } from '../api';
import { UndoRing } from './UndoRing';
import { useUndoClock } from './useUndoClock';
import classes from './GoneBar.module.css';

const reasons: UnfollowReason[] = ['too-many', 'not-for-me', 'moved'];

interface GoneBarProps {
  party: Party;
  /** What "Rather less" would choose. */
  less: Dosage | null;
  held: number;
  onUndo: () => void;
  onRatherLess: () => void;
  onReason: (reason: UnfollowReason) => void;
  onOver: () => void;
}

/** After an unfollow: undo for ten seconds, less instead, and why, if one likes. */
export function GoneBar({ party, less, held, onUndo, onRatherLess, onReason, onOver }: GoneBarProps) {
  const { t } = useTranslation('follow');
  const { t: words } = useTranslation('dosage');
  const [told, setTold] = useState<UnfollowReason | null>(null);
  const clock = useUndoClock(onOver);
  const seconds = Math.ceil(clock.leftMs / 1000);

  const undoByKey = useEffectEvent((event: KeyboardEvent) => {
    const inField = event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]');
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 'z' || inField) return;
    event.preventDefault();
    onUndo();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => undoByKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  return (
    <section className={classes.bar} aria-label={t('gone.region', { name: party.name })} {...clock.restProps}>
      <PartyPicture party={party} size={40} />
      <div className={classes.words} role="status">
        <h2>{t('gone.title', { name: party.name })}</h2>
        <p>
          {t('gone.nothing')} {held > 0 ? t('gone.held', { count: held }) : null}
        </p>
      </div>
      <button type="button" className={classes.close} aria-label={t('close')} onClick={onOver}>
        <X size={16} aria-hidden="true" />
      </button>
      <div className={classes.ways}>
        <button type="button" className={classes.undo} aria-label={t('undoIn', { seconds })} onClick={onUndo}>
          {t('undo')} <UndoRing share={clock.share} />
        </button>
        {less ? (
          <button type="button" className={classes.rather} onClick={onRatherLess}>
            {t('gone.rather', { dosage: dosageShort(words, less) })}
          </button>
        ) : null}
      </div>
      <div className={classes.why}>
        <p>{told ? t('gone.told') : t('gone.why')}</p>
        <div className={classes.reasons}>
          {reasons.map((reason) => (
            <button
              key={reason}
              type="button"
              className={classes.reason}
              aria-pressed={told === reason}
              disabled={told !== null && told !== reason}
              onClick={() => {
                if (told) return;
                setTold(reason);
                onReason(reason);
              }}
            >
              {t(`gone.reasons.${reason}`)}
            </button>
          ))}
        </div>
      </div>
    </section>
  );
}
