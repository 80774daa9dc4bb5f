import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

function roles(scheme: 'light' | 'dark'): Record<string, string> {
  const block = css.slice(css.indexOf(`[data-mantine-color-scheme='${scheme}'] {`)).split('}')[0]!;
  return Object.fromEntries(
    [...block.matchAll(/--p-([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1]!, match[2]!]),
  );
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

const text: [string, string][] = [
  ['text', 'surface'],
  ['text', 'canvas'],
  ['text', 'own'],
  ['text2', 'surface'],
  ['text2', 'primary-soft'],
  ['text3', 'surface'],
  ['text3', 'inset'],
  ['text3', 'primary-soft'],
  ['on-primary', 'primary'],
  ['primary-text', 'primary-soft'],
  ['primary-text', 'surface'],
  ['own-meta', 'own'],
  ['machine', 'machine-soft'],
  ['ok', 'ok-soft'],
  ['warn', 'warn-soft'],
  ['danger', 'danger-soft'],
  ['danger', 'surface'],
  ['toast-text', 'toast'],
  ['toast-undo', 'toast'],
];
const shapes: [string, string][] = [
  ['control', 'surface'],
  ['control', 'primary-soft'],
  ['ok-dot', 'surface'],
  ['warn-bar', 'surface'],
  ['primary', 'surface'],
];

describe.each(['light', 'dark'] as const)('palette, %s', (scheme) => {
  const palette = roles(scheme);

  it.each(text)('%s can be read on %s', (front, back) => {
    expect(contrast(palette[front]!, palette[back]!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('%s can be seen on %s', (front, back) => {
    expect(contrast(palette[front]!, palette[back]!)).toBeGreaterThanOrEqual(3);
  });
});
