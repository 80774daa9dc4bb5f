import { createContext, use, type CSSProperties, type ReactNode } from 'react';
import type {
  Action,
  BoxElement,
  ButtonElement,
  ImageElement,
  LayoutBubble,
  LayoutRoot,
  LayoutView,
  TextElement,
} from '../../protocol/bodies';
import { ActionButton } from './ActionButton';
import css from './layout.module.css';
import {
  border,
  BUBBLE_PX,
  colour,
  direction,
  flexOf,
  IMAGE_PX,
  isColoured,
  length,
  RADIUS_PX,
  ratio,
  SPACE_PX,
  TEXT_PX,
  wordsOf,
  type Direction,
} from './model/layout';

/** A link or button around others would hold buttons inside buttons: only the innermost acts. */
const InsideAction = createContext(false);
const CROSS: Record<string, string> = { start: 'flex-start', center: 'center', end: 'flex-end' };
const ALONG: Record<string, string> = {
  ...CROSS,
  'space-between': 'space-between',
  'space-around': 'space-around',
  'space-evenly': 'space-evenly',
};

/**
 * A free layout, as its author built it: boxes in boxes, with the sizes of LINE's Flex messages. Where colours were chosen it keeps the light
 * ground they were chosen for; without any it takes ours, light and dark.
 */
export function Layout({ body, meta }: { body: LayoutView; meta?: ReactNode }) {
  const { root } = body;
  const ground = isColoured(root) ? 'paper' : 'own';
  const silent = wordsOf(root).length === 0;
  return (
    <div className={css.layout} data-ground={ground}>
      {silent ? <p className="p-hidden">{body.alternative}</p> : null}
      {root.type === 'bubbles' ? (
        <ul className={css.bubbles} tabIndex={0} aria-label={body.alternative}>
          {root.bubbles.map((bubble, at) => (
            <li key={at}>{bubble.type === 'bubble' ? <Bubble bubble={bubble} /> : null}</li>
          ))}
        </ul>
      ) : root.type === 'bubble' ? (
        <Bubble bubble={root} />
      ) : (
        <div className={css.bubble} style={{ width: BUBBLE_PX.mega }}>
          <Element element={root} inside="vertical" />
        </div>
      )}
      {meta ? <span className={css.meta}>{meta}</span> : null}
    </div>
  );
}

function Bubble({ bubble }: { bubble: LayoutBubble }) {
  return (
    <div className={css.bubble} style={{ width: BUBBLE_PX[bubble.size ?? 'mega'] ?? BUBBLE_PX.mega }}>
      {bubble.header ? <Part part={bubble.header} padding="20px" /> : null}
      {bubble.hero ? <Part part={bubble.hero} padding="0" /> : null}
      {bubble.body ? <Part part={bubble.body} padding={bubble.footer ? '20px 20px 17px' : '20px'} grow /> : null}
      {bubble.footer ? <Part part={bubble.footer} padding="10px" /> : null}
    </div>
  );
}

function Part({ part, padding, grow }: { part: LayoutRoot; padding: string; grow?: boolean }) {
  if (part.type === 'image') return <Image image={part} full />;
  if (part.type !== 'box') return <Element element={part} inside="vertical" />;
  return (
    <Box
      box={part}
      style={{ flex: grow ? '1 0 auto' : undefined, padding: length(SPACE_PX, part.padding) ?? padding }}
    />
  );
}

function Element({
  element,
  inside,
  first = true,
  spacing,
}: {
  element: LayoutRoot;
  inside: Direction;
  first?: boolean;
  spacing?: string;
}): ReactNode {
  const own = 'margin' in element ? length(SPACE_PX, element.margin) : undefined;
  const margin = first && own === undefined ? undefined : (own ?? spacing);
  const placed: CSSProperties = {
    flex: flexOf(element, inside),
    ...(margin === undefined
      ? {}
      : inside === 'vertical'
        ? { marginBlockStart: margin }
        : { marginInlineStart: margin }),
  };
  switch (element.type) {
    case 'box':
      return <Box box={element} style={placed} />;
    case 'text':
      return <Text text={element} style={placed} />;
    case 'image':
      return <Image image={element} style={placed} />;
    case 'button':
      return <Button button={element} style={placed} />;
    case 'separator':
      return (
        <span
          className={css.separator}
          data-upright={inside !== 'vertical' || undefined}
          style={{ ...placed, background: colour(element.color) }}
        />
      );
    case 'filler':
      return <span style={placed} />;
    case 'icon': {
      const px = TEXT_PX[element.size ?? 'md'] ?? 16;
      const address = element.thumbnailUrl || element.url;
      return address ? (
        <img
          className={css.icon}
          src={address}
          alt={element.description ?? ''}
          style={{ ...placed, height: px, width: px }}
        />
      ) : null;
    }
    default:
      return null; // a piece that came after this version: what stands around it still says something
  }
}

function Box({ box, style }: { box: BoxElement; style?: CSSProperties }) {
  const along = direction(box);
  const spacing = length(SPACE_PX, box.spacing);
  const looks: CSSProperties = {
    padding: length(SPACE_PX, box.padding),
    background: colour(box.background),
    border: border(box.border),
    borderRadius: length(RADIUS_PX, box.radius),
    overflow: box.radius && box.radius !== 'none' ? 'hidden' : undefined,
    justifyContent: ALONG[box.justify ?? ''],
    alignItems: along === 'baseline' ? 'baseline' : CROSS[box.align ?? ''],
    ...style,
  };
  return (
    <Acting action={box.action} className={css.box} data-along={along} style={looks} name={wordsIn(box)}>
      {box.contents.map((element, at) => (
        <Element key={at} element={element} inside={along} first={at === 0} spacing={spacing} />
      ))}
    </Acting>
  );
}

function Text({ text, style }: { text: TextElement; style?: CSSProperties }) {
  const px = TEXT_PX[text.size ?? 'md'] ?? 16;
  return (
    <Acting
      action={text.action}
      className={css.text}
      data-wrap={text.wrap || undefined}
      style={{
        ...style,
        fontSize: `${px / 16}rem`,
        fontWeight: text.weight === 'bold' ? 650 : 400,
        color: colour(text.color),
        textAlign: text.align === 'center' ? 'center' : text.align === 'end' ? 'end' : undefined,
      }}
    >
      {text.text}
    </Acting>
  );
}

function Image({ image, style, full }: { image: ImageElement; style?: CSSProperties; full?: boolean }) {
  const shape = ratio(image.ratio) ?? '1 / 1';
  const width = full || image.size === 'full' ? '100%' : `min(100%, ${IMAGE_PX[image.size ?? 'md'] ?? 100}px)`;
  const picture = image.url ? (
    <img
      src={image.thumbnailUrl || image.url}
      srcSet={image.thumbnailUrl ? `${image.thumbnailUrl} 1x, ${image.url} 2x` : undefined}
      alt={image.description ?? ''}
      loading="lazy"
      decoding="async"
      style={{ objectFit: image.fit === 'cover' ? 'cover' : 'contain' }}
    />
  ) : null;
  return (
    <Acting
      action={image.action}
      className={css.image}
      style={{ ...style, justifyContent: CROSS[image.align ?? 'center'] }}
      name={image.action?.label}
    >
      <span
        style={{ width, aspectRatio: shape, background: picture ? undefined : (image.placeholderColor ?? undefined) }}
      >
        {picture}
      </span>
    </Acting>
  );
}

function Button({ button, style }: { button: ButtonElement; style?: CSSProperties }) {
  const inside = use(InsideAction);
  const kind = button.style === 'primary' || button.style === 'secondary' ? button.style : 'link';
  const chosen = colour(button.color);
  const looks: CSSProperties = {
    ...style,
    ...(chosen ? (kind === 'link' ? { color: chosen } : { background: chosen }) : {}),
  };
  if (inside) {
    return (
      <span className={css.button} data-kind={kind} style={looks}>
        {button.action.label}
      </span>
    );
  }
  return (
    <span
      className={css.buttonPlace}
      style={{
        flex: looks.flex,
        margin: looks.margin,
        marginBlockStart: looks.marginBlockStart,
        marginInlineStart: looks.marginInlineStart,
      }}
    >
      <Kind kind={kind}>
        <ActionButton
          action={button.action}
          className={css.button}
          style={{ color: looks.color, background: looks.background }}
        />
      </Kind>
    </span>
  );
}

/** Styles by `data-kind` of what stands around the button, which is a link or a button by what it does. */
function Kind({ kind, children }: { kind: string; children: ReactNode }) {
  return (
    <span className={css.kind} data-kind={kind}>
      {children}
    </span>
  );
}

/** A part that may act as a whole. */
function Acting({
  action,
  name,
  children,
  ...rest
}: {
  action?: Action | null;
  name?: string;
  className?: string;
  style?: CSSProperties;
  children: ReactNode;
  'data-along'?: string;
  'data-wrap'?: boolean;
}) {
  const inside = use(InsideAction);
  if (!action || inside) {
    return (
      <span {...rest} dir={rest.className === css.text ? 'auto' : undefined}>
        {children}
      </span>
    );
  }
  return (
    <span {...rest} data-acting>
      <InsideAction value>{children}</InsideAction>
      <ActionButton
        action={action}
        className={css.cover}
        name={name && name !== action.label ? `${action.label}: ${name}` : action.label}
      >
        {null}
      </ActionButton>
    </span>
  );
}

function wordsIn(box: BoxElement): string {
  return wordsOf(box).join(', ').slice(0, 200);
}
