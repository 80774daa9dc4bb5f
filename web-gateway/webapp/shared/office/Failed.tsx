import { Button } from '@mantine/core';
import { Unplug } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/http';
import styles from './office.module.css';

const AGAIN_S = 8;

/** Something did not load: what, that it is not the reader's doing, when it is tried again, and the reference. */
export function Failed({ what, error, retry }: { what: string; error: unknown; retry: () => void }) {
  const { t } = useTranslation('office');
  const { reference, problem } = problemOf(error);
  const hopeless = problem === 'forbidden' || problem === 'not-found';
  const [left, setLeft] = useState(AGAIN_S);
  const again = useRef(retry);
  useEffect(() => {
    again.current = retry;
  }, [retry]);
  useEffect(() => {
    if (hopeless) return;
    const timer = setTimeout(() => {
      if (left > 1) setLeft(left - 1);
      else {
        setLeft(AGAIN_S);
        again.current();
      }
    }, 1000);
    return () => clearTimeout(timer);
  }, [left, hopeless]);

  return (
    <div className={styles.failed} role="alert">
      <span className={styles.failedIcon}>
        <Unplug size={20} strokeWidth={1.9} aria-hidden />
      </span>
      <div>
        <strong>{what}</strong>
        <p>
          {hopeless ? (
            problem === 'forbidden' ? (
              t('notAllowed')
            ) : (
              t('notHere')
            )
          ) : (
            <>
              {t('notYourDoing')} <span aria-hidden>{t('nextTry', { count: left })}</span>
            </>
          )}
          {reference !== undefined && <> {t('reference', { reference })}</>}
        </p>
        {!hopeless && (
          <Button size="xs" onClick={retry}>
            {t('tryNow')}
          </Button>
        )}
      </div>
    </div>
  );
}
