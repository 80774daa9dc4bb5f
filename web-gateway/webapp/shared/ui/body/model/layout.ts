import type { Border, BoxElement, LayoutBubble, LayoutElement, LayoutRoot } from '../../../protocol/bodies';

/** The sizes of a free layout, by the names that LINE's Flex messages made common. */
export const TEXT_PX: Record<string, number> = {
  xxs: 11,
  xs: 13,
  sm: 14,
  md: 16,
  lg: 19,
  xl: 22,
  xxl: 29,
  '3xl': 35,
  '4xl': 48,
  '5xl': 74,
};
export const SPACE_PX: Record<string, number> = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };
export const RADIUS_PX: Record<string, number> = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };
export const IMAGE_PX: Record<string, number> = {
  xxs: 40,
  xs: 60,
  sm: 80,
  md: 100,
  lg: 120,
  xl: 140,
  xxl: 160,
  '3xl': 180,
  '4xl': 200,
  '5xl': 220,
};
export const BUBBLE_PX: Record<string, number> = {
  nano: 120,
  micro: 160,
  deca: 220,
  hecto: 241,
  kilo: 260,
  mega: 300,
  giga: 386,
};
const BORDER_PX: Record<string, number> = {
  none: 0,
  light: 0.5,
  normal: 1,
  'semi-bold': 2,
  bold: 3,
};

/** A length by its name, in pixels or in percent; undefined for anything else, so that nothing of it reaches a style. */
export function length(names: Record<string, number>, given: string | null | undefined): string | undefined {
  if (given === null || given === undefined || given === '') return undefined;
  const named = names[given];
  if (named !== undefined) return `${named}px`;
  return /^\d{1,4}(\.\d+)?(px|%)$/.test(given) ? given : undefined;
}

/** A colour as `#rrggbb` or `#rrggbbaa`; anything else is none. */
export function colour(given: string | null | undefined): string | undefined {
  return given && /^#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(given) ? given : undefined;
}

/** The line around a box, in the colour of hairlines when none is given. */
export function border(given: Border | null | undefined): string | undefined {
  if (!given) return undefined;
  const width = BORDER_PX[given.width ?? 'normal'] ?? 0;
  return width > 0 ? `${width}px solid ${colour(given.color) ?? 'var(--p-border)'}` : undefined;
}

/** `16:9` as a ratio; undefined when it is none. */
export function ratio(given: string | null | undefined): string | undefined {
  const match = /^(\d{1,5}(?:\.\d+)?)\s*[:/]\s*(\d{1,5}(?:\.\d+)?)$/.exec(given ?? '');
  if (!match || Number(match[1]) === 0 || Number(match[2]) === 0) return undefined;
  return `${match[1]} / ${match[2]}`;
}

export type Direction = 'vertical' | 'horizontal' | 'baseline';

export function direction(box: BoxElement): Direction {
  return box.layout === 'horizontal' || box.layout === 'baseline' ? box.layout : 'vertical';
}

/**
 * How much of the box's length an element takes. Not given, it is shared evenly in a row and as high as needed in a column; 0 is as long as its
 * content; a filler takes what is left.
 */
export function flexOf(element: LayoutRoot, inside: Direction): string {
  const given = 'flex' in element ? element.flex : null;
  if (given === null || given === undefined) {
    if (element.type === 'filler') return '1 1 0';
    if (element.type === 'icon' || element.type === 'separator') return 'none';
    return inside === 'vertical' ? '0 0 auto' : '1 1 0';
  }
  if (given <= 0) return inside === 'vertical' ? '0 0 auto' : '0 1 auto';
  return `${given} ${given} 0`;
}

/** Whether its author chose colours: then it is shown on the light ground that they were chosen for, in dark mode as well. */
export function isColoured(root: LayoutRoot): boolean {
  return elements(root).some((element) => {
    switch (element.type) {
      case 'box':
        return Boolean(element.background || element.border?.color);
      case 'text':
      case 'button':
      case 'separator':
        return Boolean(element.color);
      default:
        return false;
    }
  });
}

/** All elements, from the outside in. Nesting beyond what the server allows ends here. */
export function elements(root: LayoutRoot, depth = 0): LayoutElement[] {
  if (depth > 12) return [];
  if (root.type === 'bubbles') return root.bubbles.flatMap((bubble) => elements(bubble, depth + 1));
  if (root.type === 'bubble') return partsOf(root).flatMap((part) => elements(part, depth + 1));
  return within(root, depth);
}

export function partsOf(bubble: LayoutBubble): LayoutRoot[] {
  return [bubble.header, bubble.hero, bubble.body, bubble.footer].filter((part) => part !== null && part !== undefined);
}

function within(element: LayoutElement, depth: number): LayoutElement[] {
  if (element.type !== 'box' || depth > 12) return [element];
  return [element, ...element.contents.flatMap((inner) => elements(inner, depth + 1))];
}

/** The words of a layout in the order they are read. */
export function wordsOf(root: LayoutRoot): string[] {
  return elements(root).flatMap((element) =>
    element.type === 'text' ? [element.text] : element.type === 'button' ? [element.action.label] : [],
  );
}
