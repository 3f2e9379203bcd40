import type { SourceText } from '../text/sourceText.ts';
import { endOf, startOf, type YamlNode } from '../yaml/nodes.ts';
import type { Region } from './regions.ts';

/**
 * The comments in a part of a text, each from its `#` on.
 * @param node what the part holds: a `#` in one of its texts begins no comment
 * @param leaveOut parts within whose comments are not wanted
 */
export function commentsWithin(
  text: SourceText,
  start: number,
  end: number,
  node: YamlNode | null,
  leaveOut: readonly Region[] = [],
): string[] {
  const parts: string[] = [];
  let at = start;
  const spans = [
    ...scalarSpans(node),
    ...leaveOut.map((region): [number, number] => [region.start, region.end]),
  ];
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    if (from < at || to > end) continue;
    // The header of a block scalar may have a comment of its own.
    const isRegion = leaveOut.some(region => region.start === from);
    const header = isRegion ? 0 : (/^[|>][^\n]*/.exec(text.slice(from, to))?.[0].length ?? 0);
    parts.push(text.slice(at, from + header), '\n');
    at = to;
  }
  parts.push(text.slice(at, end));
  return (parts.join('').match(/(?:^|[ \t])#[^\r\n]*/gm) ?? []).map(comment => comment.trim());
}

function scalarSpans(node: YamlNode | null): [number, number][] {
  if (node === null) return [];
  if (node.kind === 'scalar') return [[startOf(node), endOf(node)]];
  if (node.kind === 'seq') return node.items.flatMap(item => scalarSpans(item.value));
  return node.pairs.flatMap(pair => [...scalarSpans(pair.key), ...scalarSpans(pair.value)]);
}
