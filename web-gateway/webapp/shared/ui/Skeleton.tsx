import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Skeleton.module.css';

/** True once waiting took 200 ms, and then for at least 300 ms, so that nothing flickers. */
export function useSkeleton(waiting: boolean): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(waiting), waiting ? 200 : shown ? 300 : 0);
    return () => clearTimeout(timer);
  }, [waiting, shown]);
  return shown;
}

/** A bar, square, disc or block in the geometry of what is coming. */
export function Skeleton({
  width,
  height = 12,
  shape = 'bar',
}: {
  width: number | string;
  height?: number;
  shape?: 'bar' | 'square' | 'disc' | 'block';
}) {
  return <span className={css.bone} data-shape={shape} style={{ width, height }} aria-hidden="true" />;
}

/** Rows of a list: picture and two lines. */
export function SkeletonRows({ rows = 8 }: { rows?: number }) {
  return (
    <div className={css.rows} aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <div className={css.row} key={row}>
          <Skeleton width={44} height={44} shape={row % 3 === 1 ? 'square' : 'disc'} />
          <div className={css.lines}>
            <Skeleton width={`${38 + ((row * 17) % 24)}%`} />
            <Skeleton width={`${58 + ((row * 29) % 32)}%`} height={10} />
          </div>
        </div>
      ))}
    </div>
  );
}

/** A page or column whose code is still coming: its head and its first lines. */
export function PageSkeleton() {
  const { t } = useTranslation('shared');
  const due = useSkeleton(true);
  return (
    <div className={css.page} role="status" aria-label={t('loading')}>
      {due ? (
        <>
          <div className={css.head}>
            <Skeleton width={160} height={16} />
          </div>
          <div className={css.body}>
            {[72, 100, 88, 94, 56].map((width) => (
              <Skeleton key={width} width={`${width}%`} height={14} />
            ))}
          </div>
        </>
      ) : null}
    </div>
  );
}
