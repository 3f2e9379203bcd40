import { type Alias, isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, type Scalar } from 'yaml';
import { type LeftOut, lineStart, type MendedText, type Place } from './mendedText.ts';
import { misreadValue } from './misread.ts';
import type { Chunk, ScalarStyle, Spot, YamlMap, YamlNode, YamlPair, YamlScalar, YamlSeq } from './nodes.ts';
import type { Problem } from './problem.ts';

const STYLES: Record<string, ScalarStyle> = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** Finds the chunk that an offset of the parsed text lies in; what was parsed may be several chunks joined. */
export type Locate = (offset: number) => { readonly chunk: Chunk; readonly at: number };

/**
 * Turns nodes of the `yaml` package into ours and reports what the format does not use: anchors, aliases,
 * tags, merge keys and keys that are not text.
 * @param mended the text that was parsed
 * @param locate where an offset of it lies
 */
export function nodesOf(
  root: ParsedNode | null,
  mended: MendedText,
  locate: Locate,
  report: (problem: Problem) => void,
): YamlNode | null {
  const source = mended.text;
  const columnOf = (at: number) => at - lineStart(source, at);
  const spot = (from: number, to: number): Spot => {
    const { chunk, at } = locate(from);
    return { chunk, from: at, to: at + (to - from) };
  };
  const unused = (from: number, to: number, what: string, remedy: string) =>
    report({
      code: 'yaml-feature',
      spot: spot(from, Math.max(to, from + 1)),
      message: `${what} not used in framework files. ${remedy}`,
    });

  function properties(node: Exclude<ParsedNode, Alias.Parsed>) {
    const start = node.range[0];
    if (node.anchor) {
      const from = Math.max(0, source.lastIndexOf(`&${node.anchor}`, start));
      unused(
        from,
        from + node.anchor.length + 1,
        'Anchors (&name) are',
        'Remove it and write the text out where it is needed.',
      );
    }
    if (node.tag) {
      const from = Math.max(0, source.lastIndexOf('!', start));
      unused(from, start, 'Tags (!name) are', 'Remove it: every value is text as it stands.');
    }
  }

  function scalar(node: Scalar.Parsed): YamlScalar {
    properties(node);
    const [from, end] = node.range;
    const style = STYLES[node.type ?? ''] ?? 'plain';
    const to = style === 'literal' || style === 'folded' ? lastLineEnd(source, from, end) : end;
    const text = String(node.value);
    const misread = style === 'plain' ? misreadValue(text, spot(from, to)) : undefined;
    if (misread) report(misread);
    return { kind: 'scalar', ...spot(from, to), text, style };
  }

  /** @param place the range of what it belongs to, a pair or an entry, and the column of that */
  function value(node: ParsedNode | null, place: Place): YamlNode | null {
    if (node === null) return null;
    if (isAlias(node)) {
      const [at, to] = node.range;
      unused(at, to, 'Aliases (*name) are', 'Write the text out instead.');
      return { kind: 'scalar', ...spot(at, to), text: source.slice(at, to), style: 'plain' };
    }
    if (isScalar(node)) {
      const empty = node.value === '' && node.range[0] === node.range[1];
      if (empty) properties(node as Scalar.Parsed);
      return empty ? null : scalar(node as Scalar.Parsed);
    }
    properties(node);
    return isMap(node) ? map(node as never, place) : isSeq(node) ? seq(node as never, place) : null;
  }

  function map(
    node: {
      items: Pair<ParsedNode, ParsedNode | null>[];
      flow?: boolean;
      range: number[];
    },
    place: Place,
  ): YamlMap {
    const pairs: YamlPair[] = [];
    let last = node.range[0]!;
    let lost = mended.leftOutIn(place);
    for (const [index, pair] of node.items.entries()) {
      const [keyFrom, keyTo] = pair.key.range;
      if (!isScalar(pair.key)) {
        unused(keyFrom, keyTo, 'Keys that are not plain text are', 'Write `key: value`.');
        last = Math.max(last, pair.value?.range[1] ?? keyTo);
        continue;
      }
      if (isExplicit(source, keyFrom))
        unused(keyFrom, keyTo, 'Keys written with ? are', 'Write `key: value`.');
      const key = scalar(pair.key as Scalar.Parsed);
      if (key.text === '<<' && key.style === 'plain')
        unused(keyFrom, keyTo, 'Merge keys (<<) are', 'Write the keys out instead.');
      const next = (!node.flow && node.items[index + 1]?.key.range[0]) || place.to;
      const below = { from: keyTo, to: next, column: node.flow ? Infinity : columnOf(keyFrom) };
      const content = value(pair.value, below);
      const inside = mended.leftOutIn(below);
      // What is lost in a map or list below is not missing here; below a text it may be either.
      if (content?.kind !== 'scalar') lost = lost.filter(line => !inside.includes(line));
      pairs.push({ key, value: content, ...broken(inside) });
      last = Math.max(last, keyTo, contentEnd(pair.value, source));
    }
    return { kind: 'map', flow: node.flow === true, pairs, ...extent(node, last), ...broken(lost) };
  }

  function seq(
    node: { items: (ParsedNode | null)[]; flow?: boolean; range: number[] },
    place: Place,
  ): YamlSeq {
    let last = node.range[0]!;
    const dashes = node.items.map(item => {
      const from = item?.range[0] ?? last;
      const dash = node.flow ? from : dashBefore(source, from, last);
      last = Math.max(last, dash + 1, contentEnd(item, source));
      return dash;
    });
    const items = node.items.map((item, index) => {
      const dash = dashes[index]!;
      const next = (!node.flow && dashes[index + 1]) || place.to;
      const own = { from: dash, to: next, column: node.flow ? Infinity : columnOf(dash) };
      return { dash: spot(dash, dash + 1), value: value(item, own), ...broken(mended.leftOutIn(own)) };
    });
    return { kind: 'seq', flow: node.flow === true, items, ...extent(node, last) };
  }

  function extent(node: { flow?: boolean; range: number[] }, last: number) {
    const from = node.range[0]!;
    const to = node.flow ? node.range[1]! : last;
    const start = locate(from);
    const end = to > from ? locate(to - 1) : start;
    return { chunk: start.chunk, from: start.at, endChunk: end.chunk, to: end.at + (to > from ? 1 : 0) };
  }

  return value(root, { from: 0, to: source.length, column: -1 });
}

function broken(lines: readonly LeftOut[]): { broken?: true } {
  return lines.length > 0 ? { broken: true } : {};
}

/** Where the content of a node ends, without the blank lines and comments that the parser counts in. */
function contentEnd(node: ParsedNode | null, source: string): number {
  if (node === null) return 0;
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1) as Pair<ParsedNode, ParsedNode | null> | undefined;
    return Math.max(last?.key.range[1] ?? 0, contentEnd(last?.value ?? null, source));
  }
  if (isSeq(node) && !node.flow)
    return contentEnd((node.items.at(-1) as ParsedNode | undefined) ?? null, source);
  const [from, to] = node.range;
  return lastLineEnd(source, from, to);
}

/** The end of the last line that is not blank; blanks at its own end belong to it. */
function lastLineEnd(source: string, from: number, to: number): number {
  const content = from + source.slice(from, to).trimEnd().length;
  const rest = /^[ \t]*/.exec(source.slice(content, to))![0].length;
  return content + rest;
}

function isExplicit(source: string, from: number): boolean {
  let at = from - 1;
  while (at >= 0 && (source[at] === ' ' || source[at] === '\t')) at--;
  return source[at] === '?' && (at === 0 || /[\s\-?{[,]/.test(source[at - 1]!)) && at < from - 1;
}

/** The dash that opens a block item: the last one before its value that stands apart. */
function dashBefore(source: string, value: number, after: number): number {
  for (let at = value - 1; at >= after; at--)
    if (
      source[at] === '-' &&
      /\s/.test(source[at + 1] ?? '\n') &&
      /^\s*(?:-\s+)*$/.test(lineBefore(source, at))
    )
      return at;
  return source[value] === '-' ? value : Math.max(after, value - 1);
}

function lineBefore(source: string, at: number): string {
  return source.slice(source.lastIndexOf('\n', at - 1) + 1, at);
}
