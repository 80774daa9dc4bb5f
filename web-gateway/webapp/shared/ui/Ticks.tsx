import { CircleAlert, Clock3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import css from './Ticks.module.css';

export type TickState = 'waiting' | 'sent' | 'delivered' | 'displayed' | 'failed';

/** How far my message came; shape and words, not only colour. */
export function Ticks({ state }: { state: TickState }) {
  const { t } = useTranslation('shared');
  const label = t(`ticks.${state}`);
  return (
    <span className={css.ticks} data-state={state} role="img" aria-label={label}>
      {state === 'waiting' ? (
        <Clock3 size={14} strokeWidth={1.9} aria-hidden="true" />
      ) : state === 'failed' ? (
        <CircleAlert size={15} strokeWidth={1.9} aria-hidden="true" />
      ) : (
        <svg width="17" height="12" viewBox="0 0 17 12" aria-hidden="true">
          <path d={state === 'sent' ? 'M4 6.500l3 3L13.500 3' : 'M1.500 6.500l3 3L11 3M7.500 8.600l.9.9L15 3'} />
        </svg>
      )}
    </span>
  );
}
