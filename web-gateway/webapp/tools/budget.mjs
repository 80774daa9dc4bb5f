// Checks the size budgets of the built pages: what a first visit must load, gzipped.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('assets/manifest.json', dist), 'utf8'));
const pages = ['index.html', 'dashboard/index.html', 'console/index.html'];
const budget = 200_000;
const fontBudget = 50_000;
let failed = false;

for (const page of pages) {
  if (!manifest[page]) continue;
  const files = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    (chunk.imports ?? []).forEach(visit);
  };
  visit(page);
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist))).length, 0);
  report(`${page}: initial JavaScript`, bytes, budget);
}
for (const file of readdirSync(new URL('assets/', dist))) {
  if (/^inter-latin-wght.*\.woff2$/.test(file))
    report(file, statSync(new URL(`assets/${file}`, dist)).size, fontBudget);
}
if (failed) process.exit(1);

function report(what, bytes, budget) {
  const verdict = bytes <= budget ? 'ok' : 'TOO LARGE';
  if (bytes > budget) failed = true;
  console.log(`${verdict}  ${what}: ${(bytes / 1000).toFixed(1)} kB of ${budget / 1000} kB`);
}
