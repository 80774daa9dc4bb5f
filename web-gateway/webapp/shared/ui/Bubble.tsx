import { Bot } from 'lucide-react';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyView, PictureView } from '../protocol/bodies';
import { useFormat } from '../format/useFormat';
import css from './Bubble.module.css';
import { heightOf } from './body/model/heights';
import { Picture } from './body/Picture';
import type { BodyActs } from './body/place';
import { Words } from './body/Words';
import { usePreview } from './preview';
import { Ticks, type TickState } from './Ticks';

export { usePreview };

/** All kinds but words and pictures: loaded beside the first conversation, not before it. */
export const loadRich = () => import('./body/Rich');
const Rich = lazy(() => loadRich().then((part) => ({ default: part.Rich })));
/** These stand on the ground of the conversation, without a bubble around them. */
const BARE = new Set(['carousel', 'layout', 'sticker']);

export interface BubbleProps {
  body: BodyView;
  mine: boolean;
  sentAt: string;
  /** Place within a group of messages of one side. */
  position?: 'only' | 'first' | 'middle' | 'last';
  ticks?: TickState;
  automatic?: boolean;
  /** The team member who wrote it, for the account's side. */
  author?: string | null;
  /** Under the body: push label, refusal and the like. */
  foot?: ReactNode;
  /** What its buttons do; without, it is only shown. */
  acts?: BodyActs | null;
  /** Sequence of the message, for its buttons. */
  sequence?: number;
  onOpenImage?: (image: PictureView) => void;
  /** Something in it was opened or tapped. */
  onOpenLink?: (link?: string) => void;
}

/** One message as a bubble, of whatever kind; what is unknown here says its alternative text. */
export function Bubble(props: BubbleProps) {
  const { body, mine, automatic, foot, position = 'only', ticks } = props;
  const { t } = useTranslation('shared');
  const bodies = body.type === 'several' ? body.bodies : [body];
  return (
    <div className={css.place} data-mine={mine || undefined} data-wide={bodies.some(isWide) || undefined}>
      {automatic ? (
        <span className="p-tag" data-role="machine">
          <Bot size={13} strokeWidth={1.9} aria-hidden="true" />
          {t('message.automatic')}
        </span>
      ) : null}
      {bodies.map((one, at) => {
        const last = at === bodies.length - 1;
        return (
          <div
            key={at}
            className={css.bubble}
            data-position={bodies.length > 1 ? (at === 0 ? 'first' : last ? 'last' : 'middle') : position}
            data-failed={ticks === 'failed' || undefined}
            data-kind={one.type}
            data-bare={BARE.has(one.type) || undefined}
          >
            <Content {...props} body={one} quiet={!last} />
            {foot && last ? <div className={css.foot}>{foot}</div> : null}
          </div>
        );
      })}
    </div>
  );
}

/** Its own measure instead of that of words. */
function isWide(body: BodyView): boolean {
  return !['text', 'postback', 'pick'].includes(body.type);
}

function Content({
  body,
  sentAt,
  ticks,
  author,
  acts = null,
  sequence = 0,
  onOpenImage,
  onOpenLink,
  quiet,
}: BubbleProps & { quiet: boolean }): ReactNode {
  const format = useFormat();
  const preview = usePreview();
  const meta = quiet ? null : (
    <span className={css.meta}>
      {author ? <bdi className={css.author}>{author}</bdi> : null}
      <time dateTime={sentAt} title={format.fullTime(sentAt)}>
        {format.clock(sentAt)}
      </time>
      {ticks ? <Ticks state={ticks} /> : null}
    </span>
  );
  const room = quiet ? null : (
    <span className={css.room} data-ticks={ticks ? true : undefined} data-author={author ? true : undefined} />
  );
  switch (body.type) {
    case 'text':
      return (
        <p className={css.text} dir="auto">
          <Words text={body.text} mentions={body.mentions} onOpen={onOpenLink} />
          {room}
          {meta}
        </p>
      );
    case 'image':
      return (
        <>
          <div className={css.picture}>
            <Picture image={body} onOpen={onOpenImage}>
              {body.caption || !meta ? null : <span className={css.overlay}>{meta}</span>}
            </Picture>
          </div>
          {body.caption ? (
            <p className={css.text} dir="auto">
              <Words text={body.caption} onOpen={onOpenLink} />
              {room}
              {meta}
            </p>
          ) : null}
        </>
      );
    default:
      return (
        <div className={css.rich}>
          <Suspense
            fallback={
              <p className={css.text} dir="auto" style={{ minHeight: heightOf(body) }}>
                {preview(body)}
              </p>
            }
          >
            <Rich body={body} meta={meta} acts={acts} sequence={sequence} opened={onOpenLink} openImage={onOpenImage} />
          </Suspense>
        </div>
      );
  }
}
