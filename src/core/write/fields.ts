import type { TextEdit } from '../text/edit.ts';
import {
  endOf,
  pairOf,
  startOf,
  type YamlMap,
  type YamlPair,
  type YamlScalar,
  type YamlSeq,
} from '../yaml/nodes.ts';
import { commentsWithin } from './comments.ts';
import { longestKept } from './longestKept.ts';
import { type Context, changeFlowPairs, colonOn, insert, insertLines, insertPair, pairEnd } from './pairs.ts';
import { columnOf, isFirstOnLine, lineEnd, lineStart, regionOf } from './regions.ts';
import { flowText, indent, valueText } from './render.ts';
import { keyText, scalarText, type Written } from './scalarText.ts';
import { sameValue, type Value } from './values.ts';

/** New key → key in the text, for levels that were renamed. */
type Renamed = ReadonlyMap<string, string>;
const LEVEL_KEYED = new Set(['statements', 'blank', 'notes']);
const NONE: Renamed = new Map();

/**
 * The edits that give a map's keys their new values.
 * @param order all keys that the map may have, in the order in which they are written
 * @param renamed levels that have a new id; their keys are renamed where they stand
 */
export function writeFields(
  context: Context,
  map: YamlMap,
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
  order: readonly string[],
  renamed: Renamed,
): TextEdit[] {
  const edits: TextEdit[] = [];
  const removed: YamlPair[] = [];
  const added: [string, Value][] = [];
  for (const key of new Set([...after.keys(), ...before.keys()])) {
    const pair = pairOf(map, key);
    const was = before.get(key);
    const is = after.get(key);
    const levels = LEVEL_KEYED.has(key) ? renamed : NONE;
    if (sameValue(was, is) && levels.size === 0) continue;
    if (is === undefined) removed.push(...(pair ? [pair] : []));
    else if (pair) {
      const own = key.startsWith('x-') ? { ...context, exact: true } : context;
      edits.push(...setPair(own, map, pair, was, is, levels));
    } else added.push([key, is]);
  }
  if (map.flow) return changeFlowPairs(context, map, edits, removed, added, order);
  // A new key hangs on one that stays, so that it does not go with one that is removed.
  const staying = { ...map, pairs: map.pairs.filter(pair => !removed.includes(pair)) };
  const anchors = staying.pairs.length > 0 ? staying : map;
  for (const [key, value] of added)
    edits.push(...insertPair(context, anchors, key, valueText(value, context.layout), order));
  edits.push(...removePairs(context, map, removed, staying.pairs[0]));
  return edits;
}

const inline = (head: string): Written => ({ head, lines: [] });

/** @param next the first key that stays */
function removePairs(
  context: Context,
  map: YamlMap,
  removed: readonly YamlPair[],
  next: YamlPair | undefined,
): TextEdit[] {
  const { text } = context;
  const first = map.pairs[0];
  const leads = first && removed.includes(first) && !isFirstOnLine(text, startOf(first.key));
  // The first key stands behind its item's dash: the first that stays takes its place, comments go above.
  const run = leads && next ? map.pairs.slice(0, map.pairs.indexOf(next)) : [];
  const edits = removed
    .filter(pair => !run.includes(pair))
    .flatMap(pair => {
      const start = startOf(pair.key);
      if (!isFirstOnLine(text, start)) return setPair(context, map, pair, undefined, new Map(), NONE);
      return [{ ...regionOf(text, start, pairEnd(context, pair), false), text: '' }];
    });
  if (!leads || !next) return edits;
  const start = startOf(first.key);
  const end = startOf(next.key);
  const between = run.flatMap((pair, index) => {
    const until = startOf((run[index + 1] ?? next).key);
    return text.slice(pairEnd(context, pair), until).match(/(?<=\n)[ \t]*#[^\n]*\n/g) ?? [];
  });
  const line = lineStart(text, start);
  const spaces = ' '.repeat(columnOf(text, line + text.slice(line, lineEnd(text, line)).search(/\S/)));
  const comments = between.map(comment => spaces + comment.trimStart()).join('');
  return [...(comments ? insert(line, comments) : []), { start, end, text: '' }, ...edits];
}

/** Gives a key that stands in the text another value. */
function setPair(
  context: Context,
  map: YamlMap,
  pair: YamlPair,
  was: Value | undefined,
  is: Value,
  renamed: Renamed,
): TextEdit[] {
  const { value } = pair;
  if (is instanceof Map && value?.kind === 'map' && (is.size > 0 || value.flow)) {
    const old = was instanceof Map ? was : new Map<string, Value>();
    return writeLevels(context, value, old, is, renamed);
  }
  if (typeof is === 'string' && value?.kind === 'scalar' && !map.flow)
    return replaceScalar(context, pair, value, is);
  if (Array.isArray(is) && value?.kind === 'seq' && !value.flow) {
    const edits = writeTextList(context, value, is as readonly Value[]);
    if (edits) return edits;
  }
  const flow = map.flow;
  const prefer = value?.kind === 'scalar' ? value.style : undefined;
  const written = flow
    ? inline(
        typeof is === 'string'
          ? scalarText(is, { inline: true, flow: true, ...(prefer ? { prefer } : {}) }).head
          : flowText(is),
      )
    : valueText(is, context.layout);
  return replaceValue(context, map, pair, written);
}

/** The keys of a map within a node; renamed levels keep their place and their comments. */
function writeLevels(
  context: Context,
  map: YamlMap,
  was: ReadonlyMap<string, Value>,
  is: ReadonlyMap<string, Value>,
  renamed: Renamed,
): TextEdit[] {
  const old = new Map(was);
  const edits: TextEdit[] = [];
  const pairs = [...map.pairs];
  for (const [to, from] of renamed) {
    const index = map.pairs.findIndex(pair => pair.key.text === from);
    if (!was.has(from) || index < 0) continue;
    const { key, value } = map.pairs[index]!;
    if (is.has(to))
      edits.push({ start: startOf(key), end: endOf(key), text: keyText(to, map.flow, key.style) });
    pairs[index] = { key: { ...key, text: to }, value };
  }
  for (const from of renamed.values()) old.delete(from);
  for (const [to, from] of renamed) if (was.has(from)) old.set(to, was.get(from)!);
  edits.push(...writeFields(context, { ...map, pairs }, old, is, [...is.keys()], NONE));
  return edits;
}

/** A text that stands after its key, in the style that it has if that can hold the new text. */
function replaceScalar(context: Context, pair: YamlPair, scalar: YamlScalar, is: string): TextEdit[] {
  const { text, layout } = context;
  const [start, end] = [startOf(scalar), endOf(scalar)];
  const column = columnOf(text, startOf(pair.key));
  const written = scalarText(is, { inline: false, flow: false, prefer: scalar.style });
  if (scalar.style !== 'literal' && scalar.style !== 'folded') {
    const below = indent(written.lines, column + layout.step);
    if (below.length === 0) return [{ start, end, text: written.head }];
    return [
      { start, end, text: written.head },
      insertLines(context, lineEnd(text, end), below.map(line => line + layout.eol).join('')),
    ];
  }
  const headerEnd = lineEnd(text, start);
  const header = text.slice(start, headerEnd).replace(/\r?\n$/, '');
  const comment = /[ \t]+#.*$/.exec(header)?.[0] ?? '';
  if (written.lines.length === 0) return [{ start, end, text: written.head + comment }];
  const content = /^([ ]*)\S/m.exec(text.slice(headerEnd, end))?.[1]?.length;
  const below = indent(written.lines, content ?? column + layout.step);
  const mark = /^[|>][-+]?(?=[ \t]|$)/.exec(header)?.[0] ?? '';
  const kept = mark[0] === written.head[0] && (!context.exact || mark[1] === '-');
  const head = kept ? mark : written.head;
  return [{ start, end, text: [head + comment, ...below].join(layout.eol) }];
}

/** Puts another kind of value after a key; comments that stood in the old one stay. */
function replaceValue(context: Context, map: YamlMap, pair: YamlPair, written: Written): TextEdit[] {
  const { text, layout } = context;
  const colon = colonOn(context, pair);
  const start = colon ?? endOf(pair.key);
  const end = pair.value ? endOf(pair.value) : start;
  const column = columnOf(text, startOf(pair.key));
  const lost = map.flow || pair.value?.kind !== 'map' ? pair.value : null;
  const comments = lost && lost.kind !== 'scalar' ? commentsWithin(text, start, end, lost) : [];
  const mark = colon === undefined ? ':' : '';
  if (map.flow) {
    const newLine = layout.eol + ' '.repeat(column + layout.step);
    const lead =
      comments.length > 0 ? [...comments.map(comment => newLine + comment), newLine].join('') : ' ';
    return [{ start, end, text: mark + lead + written.head }];
  }
  const head = [written.head, ...comments].filter(Boolean).map(part => ` ${part}`);
  const edits = [{ start, end, text: mark + head.join('') }];
  if (written.lines.length === 0) return edits;
  const lines = indent(written.lines, column).map(line => line + layout.eol);
  return [...edits, insertLines(context, lineEnd(text, end), lines.join(''))];
}

/** A block list of texts, item by item; undefined if it cannot be told which item is which. */
function writeTextList(context: Context, seq: YamlSeq, is: readonly Value[]): TextEdit[] | undefined {
  const { text, layout } = context;
  const texts = is.filter(each => typeof each === 'string');
  const old = seq.items.map(item => (item.value?.kind === 'scalar' ? item.value.text : undefined));
  const unique = (list: readonly unknown[]) =>
    new Set(list).size === list.length && !list.includes(undefined);
  if (texts.length !== is.length || texts.length === 0 || old.length === 0 || !unique(texts) || !unique(old))
    return undefined;
  const column = columnOf(text, startOf(seq.items[0]!.dash));
  const regions = seq.items.map(item =>
    regionOf(text, startOf(item.dash), endOf(item.value ?? item.dash), false),
  );
  const kept = longestKept(
    old as string[],
    texts.map(each => (old.includes(each) ? each : undefined)),
  );
  const edits: TextEdit[] = [];
  let at = regions[0]!.start;
  for (const each of texts) {
    if (kept.has(each)) at = regions[old.indexOf(each)]!.end;
    else edits.push(insertLines(context, at, `${' '.repeat(column)}- ${keyText(each, false)}${layout.eol}`));
  }
  for (const [index, each] of old.entries())
    if (!kept.has(each!)) edits.push({ ...regions[index]!, text: '' });
  return edits;
}
