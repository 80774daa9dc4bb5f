import { MousePointerClick } from 'lucide-react';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyView } from '../../protocol/bodies';
import { Article, Articles } from './Articles';
import css from './body.module.css';
import { Card, Carousel, Actions } from './Card';
import { Answers, FormCard } from './Form';
import { ListCard } from './List';
import { Location } from './Location';
import { Audio, FileTile, Video, Voice } from './Media';
import { BodyPlaceProvider, type BodyPlace } from './place';
import { Words } from './Words';

const Layout = lazy(() => import('./Layout').then((part) => ({ default: part.Layout })));
const Sticker = lazy(() => import('./Sticker').then((part) => ({ default: part.Sticker })));

export interface RichProps extends BodyPlace {
  body: BodyView;
  /** Time, author and ticks; every kind has its own place for them. */
  meta?: ReactNode;
}

/** Every kind of message but plain words and pictures. A kind unknown here says its alternative text. */
export function Rich({ body, meta, acts, sequence, opened, openImage }: RichProps) {
  const place = useMemo(() => ({ acts, sequence, opened, openImage }), [acts, sequence, opened, openImage]);
  return (
    <BodyPlaceProvider value={place}>
      <Suspense fallback={<Said text={body.alternative} meta={meta} />}>
        <Kind body={body} meta={meta} />
      </Suspense>
    </BodyPlaceProvider>
  );
}

function Kind({ body, meta }: { body: BodyView; meta?: ReactNode }): ReactNode {
  switch (body.type) {
    case 'video':
      return <Video body={body} meta={meta} />;
    case 'audio':
      return <Audio body={body} meta={meta} />;
    case 'voice':
      return <Voice body={body} meta={meta} />;
    case 'file':
      return <FileTile body={body} meta={meta} />;
    case 'location':
      return <Location body={body} meta={meta} />;
    case 'sticker':
      return <Sticker body={body} meta={meta} />;
    case 'article':
      return <Article article={body} meta={meta} />;
    case 'articles':
      return <Articles body={body} meta={meta} />;
    case 'card':
      return <Card card={body} meta={meta} />;
    case 'carousel':
      return <Carousel body={body} meta={meta} />;
    case 'list':
      return <ListCard body={body} meta={meta} />;
    case 'confirm':
      return (
        <div className={css.card}>
          <div className={css.words}>
            <p className={css.text} dir="auto">
              <Words text={body.text} />
            </p>
            {meta ? <span className={css.metaLine}>{meta}</span> : null}
          </div>
          <Actions actions={body.actions} />
        </div>
      );
    case 'layout':
      return <Layout body={body} meta={meta} />;
    case 'form':
      return <FormCard body={body} meta={meta} />;
    case 'postback':
    case 'pick':
      return (
        <p className={css.tapped} dir="auto">
          <MousePointerClick size={15} strokeWidth={1.9} aria-hidden="true" />
          <span>{body.text}</span>
          {meta ? <span className={css.metaEnd}>{meta}</span> : null}
        </p>
      );
    case 'answers':
      return <Answers body={body} meta={meta} />;
    case 'text':
    case 'image':
    case 'several':
      return null; // the bubble draws these itself
    default:
      return <Said text={(body as { alternative?: string | null }).alternative} meta={meta} />;
  }
}

/** The alternative text: what a message says where it cannot be shown. */
function Said({ text, meta }: { text: string | null | undefined; meta?: ReactNode }) {
  const { t } = useTranslation('shared');
  return (
    <p className={css.tapped} dir="auto">
      <span>{text || t('message.unknown')}</span>
      {meta ? <span className={css.metaEnd}>{meta}</span> : null}
    </p>
  );
}
