import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const parts = ['shared', 'client', 'dashboard', 'console'];
const plural = /_(zero|one|two|few|many|other)$/;

type Tree = { [key: string]: string | Tree };

function keys(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keys(value, `${prefix}${key}.`),
  );
}

function values(tree: Tree): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : values(value)));
}

function catalog(part: string, language: string, file: string): Tree {
  return JSON.parse(readFileSync(join(root, part, 'locales', language, file), 'utf8')) as Tree;
}

function files(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

const catalogFiles = parts.flatMap((part) => {
  try {
    const names = new Set(['en', 'de'].flatMap((language) => readdirSync(join(root, part, 'locales', language))));
    return [...names].map((name) => [part, name] as const);
  } catch {
    return [];
  }
});

describe('catalogs', () => {
  it.each(catalogFiles)('%s/%s has the same keys in English and German', (part, name) => {
    const english = keys(catalog(part, 'en', name)).sort();
    const german = keys(catalog(part, 'de', name)).sort();
    expect(german).toEqual(english);
  });

  it.each(catalogFiles)('%s/%s has the same placeholders in both languages', (part, name) => {
    const english = placeholders(catalog(part, 'en', name));
    expect(placeholders(catalog(part, 'de', name))).toEqual(english);
  });

  it.each(catalogFiles)('%s/%s leaves out exclamation marks', (part, name) => {
    for (const language of ['en', 'de']) {
      expect(values(catalog(part, language, name)).filter((value) => value.includes('!'))).toEqual([]);
    }
  });
});

function placeholders(tree: Tree): Record<string, string> {
  const found: Record<string, string> = {};
  const visit = (branch: Tree, prefix: string) => {
    for (const [key, value] of Object.entries(branch)) {
      if (typeof value === 'string') found[prefix + key] = (value.match(/{{\w+}}/g) ?? []).sort().join();
      else visit(value, `${prefix}${key}.`);
    }
  };
  visit(tree, '');
  return found;
}

const sources = parts
  .flatMap((part) => files(join(root, part)).map((path) => ({ part, path })))
  .filter(({ path }) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));

describe('words on screens', () => {
  const known = new Set(
    catalogFiles.flatMap(([part, name]) =>
      keys(catalog(part, 'en', name)).map((key) => `${name.replace('.json', '')}:${key.replace(plural, '')}`),
    ),
  );

  it('are in the catalogs wherever a key is written out', () => {
    const missing: string[] = [];
    for (const { path } of sources) {
      const text = readFileSync(path, 'utf8');
      const namespaces = [...text.matchAll(/useTranslation\(\s*\[?'([\w-]+)'/g)].map((match) => match[1]);
      for (const match of text.matchAll(/\bt\(\s*'([^']+)'/g)) {
        const key = match[1]!;
        const candidates = key.includes(':') ? [key] : namespaces.map((namespace) => `${namespace}:${key}`);
        // a function that is handed its `t` names no namespace: the key has to be in some catalog
        const found =
          namespaces.length === 0 && !key.includes(':')
            ? [...known].some((candidate) => candidate.endsWith(`:${key}`))
            : candidates.some((candidate) => known.has(candidate));
        if (!found) missing.push(`${relative(root, path)}: ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('are never written into a view', () => {
    const hard: string[] = [];
    const allowed = /^(Parley|Mara Ellisgard|Morrow (&|&amp;) Rye|Oma Ruth)$/;
    for (const { path } of sources) {
      if (!path.endsWith('.tsx')) continue;
      const text = readFileSync(path, 'utf8');
      for (const match of text.matchAll(/>\s*([A-Z][a-z]+(?: [\w'’,.&]+)*)\s*<\//g)) {
        if (!allowed.test(match[1]!)) hard.push(`${relative(root, path)}: ${match[1]}`);
      }
      for (const match of text.matchAll(
        /\b(?:aria-label|label|placeholder|title|alt|description)="([A-Za-z][^"]* [^"]*|[A-Z][a-z]+)"/g,
      )) {
        hard.push(`${relative(root, path)}: ${match[1]}`);
      }
    }
    expect(hard).toEqual([]);
  });
});
