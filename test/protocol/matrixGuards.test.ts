import { describe, expect, it } from 'vitest';
import { isFromMatrix, isToMatrix } from '../../src/protocol/matrixGuards.ts';
import { fromPage, toPage } from './messages.ts';

/** What no part of a message ever is, but for those named below. */
const WRONG: readonly unknown[] = [
  ...[null, undefined, -1, 0.5, NaN, {}, [[]], ['', null], () => 0, Symbol.iterator],
];

/** Every way to a part that is text, a number, a flag, or a list or object that the guards look into. */
function pathsIn(value: unknown, path: readonly string[] = []): string[][] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...path, key]))
      : [];
  return path.length > 0 ? [[...path], ...inner] : inner;
}

function withPart(value: unknown, path: readonly string[], part: unknown): unknown {
  const copy = structuredClone(value) as Record<string, unknown>;
  let at = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[path.at(-1)!] = part;
  return copy;
}

/** Where null is a value of its own. */
const NULLABLE = new Set(['meaning', 'problem', 'lock', 'since', 'target']);
/** What may be left out. */
const OPTIONAL = new Set([
  ...['append', 'was', 'only', 'reason', 'title', 'rows', 'levels', 'areas', 'level', 'since', 'lock'],
  ...['now', 'target', 'parent', 'below', 'texts', 'step', 'less', 'head'],
]);

function isFine(path: readonly string[], part: unknown): boolean {
  const key = path.at(-1)!;
  // An empty cell has no text, and the page does not read the framework's id.
  const shown = path.includes('lines');
  if (shown && path.at(-2) === 'cells')
    return typeof part === 'object' && part !== null && !Array.isArray(part);
  if (shown && path.at(-3) === 'cells' && part === undefined) return true;
  if (key === 'id' && path.at(-2) === 'head') return true;
  return part === null ? NULLABLE.has(key) : part === undefined && OPTIONAL.has(key);
}

describe.each([
  ['from', fromPage, isFromMatrix],
  ['to', toPage, isToMatrix],
] as const)('The guard of messages %s the page', (_, messages, guard) => {
  it.each(messages.map(message => [message.type, message] as const))('lets %s through', (_type, message) => {
    expect(guard(message)).toBe(true);
    expect(guard(JSON.parse(JSON.stringify(message)))).toBe(true);
  });

  it('stops every message with one part that is wrong', () => {
    for (const message of messages)
      for (const path of pathsIn(message))
        for (const part of WRONG)
          if (!isFine(path, part))
            expect(guard(withPart(message, path, part)), `${message.type} ${path.join('.')}`).toBe(false);
  });
});
