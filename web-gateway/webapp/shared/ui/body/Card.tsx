import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action, CardItem, CarouselView } from '../../protocol/bodies';
import { ActionButton } from './ActionButton';
import css from './body.module.css';
import { Picture } from './Picture';
import { useBodyPlace } from './place';

/** Two short buttons stand beside each other, everything else below each other. */
export function Actions({ actions }: { actions: readonly Action[] }) {
  if (actions.length === 0) return null;
  const beside = actions.length === 2 && actions.every((action) => [...action.label].length <= 14);
  return (
    <div className={css.actions} data-beside={beside || undefined}>
      {actions.map((action, at) => (
        <ActionButton key={at} action={action} className={css.action} />
      ))}
    </div>
  );
}

interface Props {
  card: CardItem;
  meta?: ReactNode;
  /** In a carousel all covers have one ratio. */
  ratio?: string;
}

/** Picture, title, words, buttons. */
export function Card({ card, meta, ratio }: Props) {
  const { openImage, opened } = useBodyPlace();
  return (
    <div className={css.card}>
      {card.cover ? (
        <Picture
          image={card.cover}
          ratio={ratio}
          onOpen={
            openImage
              ? (image) => {
                  opened?.();
                  openImage(image);
                }
              : undefined
          }
        />
      ) : null}
      <div className={css.words}>
        {card.title ? (
          <strong className={css.title} dir="auto">
            {card.title}
          </strong>
        ) : null}
        <p className={css.text} dir="auto">
          {card.text}
        </p>
        {meta ? <span className={css.metaLine}>{meta}</span> : null}
      </div>
      <Actions actions={card.actions} />
    </div>
  );
}

/** Cards side by side: swiped, scrolled, or walked through with arrows; it stops at each card. */
export function Carousel({ body, meta }: { body: CarouselView; meta?: ReactNode }) {
  const { t } = useTranslation('rich');
  const track = useRef<HTMLUListElement>(null);
  const [ends, setEnds] = useState({ before: false, after: body.cards.length > 1 });
  const anyCover = body.cards.some((card) => card.cover);

  useEffect(() => {
    const element = track.current;
    if (!element) return;
    const look = () => {
      const left = Math.abs(element.scrollLeft);
      const next = { before: left > 4, after: left < element.scrollWidth - element.clientWidth - 4 };
      setEnds((was) => (was.before === next.before && was.after === next.after ? was : next));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [body.cards.length]);

  const step = (by: 1 | -1) => {
    const element = track.current;
    const card = element?.firstElementChild;
    if (!element || !card) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const rtl = getComputedStyle(element).direction === 'rtl';
    element.scrollBy({ left: by * (rtl ? -1 : 1) * (card.clientWidth + 8), behavior: still ? 'auto' : 'smooth' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    step(event.key === 'ArrowRight' ? 1 : -1);
  };
  const count = body.cards.length;
  return (
    <div className={css.carousel} role="group" aria-label={t('carousel.label', { count })}>
      <ul
        ref={track}
        className={css.track}
        tabIndex={0}
        aria-label={t('carousel.cards', { count })}
        onKeyDown={onKeyDown}
      >
        {body.cards.map((card, at) => (
          <li key={at} className={css.slide} data-plain={!anyCover || undefined}>
            <Card card={card} ratio="1.9" />
          </li>
        ))}
      </ul>
      <div className={css.carouselFoot}>
        {ends.before || ends.after ? (
          <>
            <button
              type="button"
              className={css.step}
              aria-label={t('carousel.before')}
              aria-disabled={!ends.before}
              onClick={() => step(-1)}
            >
              <ChevronLeft size={16} strokeWidth={1.9} aria-hidden="true" />
            </button>
            <button
              type="button"
              className={css.step}
              aria-label={t('carousel.after')}
              aria-disabled={!ends.after}
              onClick={() => step(1)}
            >
              <ChevronRight size={16} strokeWidth={1.9} aria-hidden="true" />
            </button>
          </>
        ) : null}
        {meta ? <span className={css.metaLine}>{meta}</span> : null}
      </div>
    </div>
  );
}
