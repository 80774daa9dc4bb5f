import { ClipboardCheck, ClipboardList } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import type { AnswersView, FormView, GivenAnswer } from '../../protocol/bodies';
import css from './body.module.css';
import { momentWords } from './model/moment';
import { useBodyPlace } from './place';
import { Words } from './Words';

const FormSheet = lazy(() => import('./FormSheet').then((part) => ({ default: part.FormSheet })));

/** A form in the conversation: what it asks, and the button that opens it. */
export function FormCard({ body, meta }: { body: FormView; meta?: ReactNode }) {
  const { t } = useTranslation('rich');
  const { acts, sequence, opened } = useBodyPlace();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const shown = body.fields.slice(0, 3);
  const more = body.fields.length - shown.length;
  return (
    <div className={css.card}>
      <div className={css.words}>
        <strong className={css.title} dir="auto">
          {body.title}
        </strong>
        {body.text ? (
          <p className={css.text} dir="auto">
            <Words text={body.text} onOpen={opened} />
          </p>
        ) : null}
        <ul className={css.asked}>
          {shown.map((field) => (
            <li key={field.id} dir="auto">
              {field.label}
            </li>
          ))}
          {more > 0 ? <li>{t('form.more', { count: more })}</li> : null}
        </ul>
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
          <ClipboardList size={16} strokeWidth={1.9} aria-hidden="true" />
          <span>{acts ? t('form.fill-in') : t('form.look')}</span>
        </button>
      </div>
      {asked ? (
        <Suspense>
          <FormSheet
            form={body}
            opened={open}
            onClose={() => setOpen(false)}
            onAnswer={acts ? (values) => acts.answer(body, values, sequence) : undefined}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

/** A form that was filled in. */
export function Answers({ body, meta }: { body: AnswersView; meta?: ReactNode }) {
  const { t } = useTranslation('rich');
  const { acts } = useBodyPlace();
  const said = useAnswerWords();
  const form = acts?.find(body.message);
  return (
    <div className={css.answers}>
      <strong className={css.title}>
        <ClipboardCheck size={16} strokeWidth={1.9} aria-hidden="true" />
        <span dir="auto">{form?.type === 'form' ? form.title : t('form.answers')}</span>
      </strong>
      <dl>
        {body.items.map((answer) => (
          <div key={answer.field}>
            <dt dir="auto">{answer.label}</dt>
            <dd dir="auto">{said(answer)}</dd>
          </div>
        ))}
      </dl>
      {meta ? <span className={css.metaLine}>{meta}</span> : null}
    </div>
  );
}

/** An answer in words. */
function useAnswerWords(): (answer: GivenAnswer) => string {
  const { t } = useTranslation('rich');
  const format = useFormat();
  return ({ kind, values }) => {
    if (kind === 'yes-no') return t(values[0] === 'true' ? 'form.yes' : 'form.no');
    if (kind === 'date' || kind === 'time') return momentWords(values[0] ?? '', format.language);
    if (kind === 'number' && Number.isFinite(Number(values[0]))) return format.full(Number(values[0]));
    return values.join(', ');
  };
}
