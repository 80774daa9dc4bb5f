import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import de from '../../locales/de/dashboard.json';
import en from '../../locales/en/dashboard.json';

type Words = { [name: string]: string | Words };

function keys(words: Words, before = ''): string[] {
  return Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'string' ? [before + name] : keys(value, `${before}${name}.`),
  );
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [readFileSync(path, 'utf8')] : [];
  });
}

const root = join(fileURLToPath(import.meta.url), '../..');

describe('the words of the dashboard', () => {
  it('are the same set in English and German, none empty', () => {
    expect(keys(de as Words).sort()).toEqual(keys(en as Words).sort());
  });

  it('cover every word that a screen asks for', () => {
    const known = new Set(keys(en as Words).map((key) => key.replace(/_(one|other|zero)$/, '')));
    const asked = sources(root).flatMap((text) =>
      [...text.matchAll(/\bt\(\s*"([^"]+)"/g)].map((match) => match[1] ?? ''),
    );
    expect(asked.filter((key) => !key.includes(':') && !known.has(key))).toEqual([]);
  });
});
