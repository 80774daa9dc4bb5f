import { Check } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { currentToasts, dismissToast, subscribeToToasts, undoNewest, type Toast } from './toast';
import css from './Toasts.module.css';

/** The place of all toasts, politely announced; Ctrl Z undoes the newest. */
export function Toasts() {
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement | null)?.closest('input, textarea, [contenteditable]');
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'z' && !typing && undoNewest()) {
        event.preventDefault();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div className={css.place} role="status" aria-live="polite">
      {toasts.map((shown) => (
        <ToastView key={shown.id} toast={shown} />
      ))}
    </div>
  );
}

function ToastView({ toast }: { toast: Toast }) {
  const { t } = useTranslation('shared');
  const [resting, setResting] = useState(false);
  const [left, setLeft] = useState(toast.durationMs);
  const last = useRef(0);
  useEffect(() => {
    last.current = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const passed = now - last.current;
      last.current = now;
      if (!resting && document.visibilityState === 'visible') setLeft((before) => Math.max(0, before - passed));
    }, 100);
    return () => clearInterval(timer);
  }, [resting]);
  useEffect(() => {
    if (left > 0) return;
    toast.expired?.();
    dismissToast(toast.id);
  }, [left, toast]);
  const share = left / toast.durationMs;
  return (
    <div
      className={css.toast}
      onPointerEnter={() => setResting(true)}
      onPointerLeave={() => setResting(false)}
      onFocus={() => setResting(true)}
      onBlur={() => setResting(false)}
    >
      <Check size={18} strokeWidth={1.9} aria-hidden="true" />
      <div className={css.words}>
        <span>{toast.message}</span>
        {toast.detail ? <span className={css.detail}>{toast.detail}</span> : null}
        {toast.actions?.length ? (
          <span className={css.actions}>
            {toast.actions.map((action) => (
              <button
                key={action.label}
                className={css.act}
                onClick={() => {
                  action.act();
                  dismissToast(toast.id);
                }}
              >
                {action.label}
              </button>
            ))}
          </span>
        ) : null}
      </div>
      {toast.undo ? (
        <button
          className={css.act}
          onClick={() => {
            toast.undo?.();
            dismissToast(toast.id);
          }}
        >
          {t('toast.undo')}
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
            <circle cx="9" cy="9" r="7" fill="none" stroke="rgb(255 255 255 / 22%)" strokeWidth="2.200" />
            <circle
              cx="9"
              cy="9"
              r="7"
              fill="none"
              stroke="var(--p-toast-undo)"
              strokeWidth="2.200"
              strokeDasharray={`${share * 44} 44`}
              transform="rotate(-90 9 9)"
            />
          </svg>
        </button>
      ) : null}
    </div>
  );
}
