import type { Layout } from './layout.ts';
import { keyText, scalarText, type Written } from './scalarText.ts';
import type { Value } from './values.ts';

/** Writes values that are not in the text yet. */

/** A value behind its key: the head on the key's line, the lines below it indented below the key by `layout.step`. */
export function valueText(value: Value, layout: Layout): Written {
  if (typeof value === 'string') {
    const { head, lines } = scalarText(value, { inline: false, flow: false });
    return { head, lines: indent(lines, layout.step) };
  }
  if (value instanceof Map) {
    if (value.size === 0) return { head: '{}', lines: [] };
    const lines = [...value].flatMap(([key, inner]) => pairLines(key, inner, layout));
    return { head: '', lines: indent(lines, layout.step) };
  }
  return { head: flowText(value), lines: [] };
}

/** A key with its value, as lines without the indentation of the key. */
export function pairLines(key: string, value: Value, layout: Layout): string[] {
  const { head, lines } = valueText(value, layout);
  return [`${keyText(key, false)}:${head && ` ${head}`}`, ...lines];
}

/** A value within brackets, on one line. */
export function flowText(value: Value): string {
  if (typeof value === 'string') return scalarText(value, { inline: true, flow: true }).head;
  if (value instanceof Map)
    return value.size === 0
      ? '{}'
      : `{ ${[...value].map(([key, inner]) => `${keyText(key, true)}: ${flowText(inner)}`).join(', ')} }`;
  return `[${(value as readonly Value[]).map(flowText).join(', ')}]`;
}

/** Lines behind a dash: the first line gets the dash, the others are indented to match. */
export function itemLines(lines: readonly string[], layout: Layout): string[] {
  const gap = ' '.repeat(layout.gap - 1);
  return lines.map((line, index) => (index === 0 ? `-${gap}${line}` : line && ' '.repeat(layout.gap) + line));
}

/** Indents all lines that are not blank. */
export function indent(lines: readonly string[], by: number): string[] {
  const spaces = ' '.repeat(by);
  return lines.map(line => line && spaces + line);
}
