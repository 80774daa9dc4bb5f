// Writes the example files of the socket's frames as one typed module, so that the type checker holds each beside its frame.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const examples = new URL('../../../docs/protocol/examples/socket/', import.meta.url);
const target = new URL('../shared/protocol/examples.generated.ts', import.meta.url);

const files = readdirSync(examples).sort();
const side = (name) =>
  files
    .filter((file) => file.startsWith(`${name}.`))
    .map((file) => `  '${file.slice(name.length + 1, -'.json'.length)}': ${read(file)},\n`)
    .join('');

writeFileSync(
  target,
  `/* Made by tools/frames.mjs from docs/protocol/examples/socket. */
import type { ClientFrame, ServerFrame } from './types';

/** Exactly one example for each type of frame. */
type OneEach<Frame extends { type: string }> = { [Type in Frame['type']]: Extract<Frame, { type: Type }> };

export const clientFrames = {
${side('client')}} satisfies OneEach<ClientFrame>;

export const serverFrames = {
${side('server')}} satisfies OneEach<ServerFrame>;
`,
);

function read(file) {
  return JSON.stringify(JSON.parse(readFileSync(new URL(file, examples), 'utf8')), null, 2).replaceAll('\n', '\n  ');
}
