import { List as ListIcon } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { ListView } from '../../protocol/bodies';
import css from './body.module.css';
import { useBodyPlace } from './place';
import { Words } from './Words';

const ListSheet = lazy(() => import('./ListSheet').then((part) => ({ default: part.ListSheet })));

/** Words and a button that opens the rows. */
export function ListCard({ body, meta }: { body: ListView; meta?: ReactNode }) {
  const { acts, sequence, opened } = useBodyPlace();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  return (
    <div className={css.card}>
      <div className={css.words}>
        {body.header ? (
          <strong className={css.title} dir="auto">
            {body.header}
          </strong>
        ) : null}
        <p className={css.text} dir="auto">
          <Words text={body.text} onOpen={opened} />
        </p>
        {meta ? <span className={css.metaLine}>{meta}</span> : null}
      </div>
      <div className={css.actions}>
        <button
          type="button"
          className={css.action}
          aria-haspopup="dialog"
          onClick={() => {
            opened?.();
            setAsked(true);
            setOpen(true);
          }}
        >
          <ListIcon size={16} strokeWidth={1.9} aria-hidden="true" />
          <span dir="auto">{body.button}</span>
        </button>
      </div>
      {asked ? (
        <Suspense>
          <ListSheet
            list={body}
            opened={open}
            onClose={() => setOpen(false)}
            onPick={acts ? (row) => acts.pick(row, sequence) : undefined}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
