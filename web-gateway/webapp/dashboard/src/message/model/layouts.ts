import type { LayoutRoot } from '@shared/protocol/bodies';

type Say = (key: 'title' | 'text' | 'price' | 'button' | 'first' | 'second' | 'total') => string;

/** Layouts to begin with. */
export const TEMPLATES: Record<'offer' | 'bill' | 'tiles', (say: Say) => LayoutRoot> = {
  offer: (say) => ({
    type: 'bubble',
    body: {
      type: 'box',
      layout: 'vertical',
      spacing: 'md',
      contents: [
        { type: 'text', text: say('title'), size: 'xl', weight: 'bold', wrap: true },
        { type: 'text', text: say('text'), size: 'sm', wrap: true },
        {
          type: 'box',
          layout: 'baseline',
          contents: [
            { type: 'text', text: say('price'), size: 'lg', weight: 'bold' },
            { type: 'text', text: say('first'), size: 'sm', align: 'end' },
          ],
        },
      ],
    },
    footer: {
      type: 'box',
      layout: 'vertical',
      contents: [
        { type: 'button', style: 'primary', action: { type: 'say', label: say('button'), text: say('button') } },
      ],
    },
  }),
  bill: (say) => ({
    type: 'bubble',
    body: {
      type: 'box',
      layout: 'vertical',
      spacing: 'sm',
      contents: [
        { type: 'text', text: say('title'), size: 'lg', weight: 'bold', wrap: true },
        { type: 'separator', margin: 'lg' },
        ...[say('first'), say('second')].map((line) => ({
          type: 'box' as const,
          layout: 'horizontal',
          margin: 'lg',
          contents: [
            { type: 'text' as const, text: line, size: 'sm', wrap: true, flex: 3 },
            { type: 'text' as const, text: say('price'), size: 'sm', align: 'end', flex: 2 },
          ],
        })),
        { type: 'separator', margin: 'lg' },
        {
          type: 'box',
          layout: 'horizontal',
          margin: 'lg',
          contents: [
            { type: 'text', text: say('total'), weight: 'bold' },
            { type: 'text', text: say('price'), weight: 'bold', align: 'end' },
          ],
        },
      ],
    },
  }),
  tiles: (say) => ({
    type: 'bubbles',
    bubbles: [say('first'), say('second')].map((title) => ({
      type: 'bubble' as const,
      size: 'micro',
      body: {
        type: 'box' as const,
        layout: 'vertical',
        spacing: 'sm',
        contents: [
          { type: 'text' as const, text: title, weight: 'bold', wrap: true },
          { type: 'text' as const, text: say('price'), size: 'sm' },
          {
            type: 'button' as const,
            style: 'secondary',
            action: { type: 'say' as const, label: say('button'), text: `${title}: ${say('button')}` },
          },
        ],
      },
    })),
  }),
};

const ROOTS = new Set(['box', 'bubble', 'bubbles']);

/** The layout that a text describes; null when it is none. What stands in it the server checks, field by field. */
export function layoutOf(text: string): LayoutRoot | null {
  try {
    const found = JSON.parse(text) as { type?: unknown; contents?: unknown; bubbles?: unknown } | null;
    if (found === null || typeof found !== 'object' || !ROOTS.has(String(found.type))) return null;
    if (found.type === 'box' && !Array.isArray(found.contents)) return null;
    if (found.type === 'bubbles' && !Array.isArray(found.bubbles)) return null;
    return wellFormed(found, 0) ? (found as LayoutRoot) : null;
  } catch {
    return null;
  }
}

/** Every piece says its type, and every box has contents: enough to be drawn. */
function wellFormed(piece: unknown, depth: number): boolean {
  if (piece === null || typeof piece !== 'object' || depth > 12) return false;
  const { type, contents, bubbles, action, ...parts } = piece as Record<string, unknown>;
  if (typeof type !== 'string') return false;
  if (type === 'box' && !Array.isArray(contents)) return false;
  if (type === 'text' && typeof parts.text !== 'string') return false;
  if (type === 'button' && (typeof action !== 'object' || action === null)) return false;
  const inside = [...(Array.isArray(contents) ? contents : []), ...(Array.isArray(bubbles) ? bubbles : [])];
  if (type === 'bubble') {
    inside.push(...['header', 'hero', 'body', 'footer'].map((name) => parts[name]).filter((part) => part != null));
  }
  return inside.every((each) => wellFormed(each, depth + 1));
}
