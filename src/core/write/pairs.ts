import type { TextEdit } from '../text/edit.ts';
import type { SourceText } from '../text/sourceText.ts';
import { endOf, pairOf, startOf, type YamlMap, type YamlPair } from '../yaml/nodes.ts';
import { keyColumn, type Layout } from './layout.ts';
import { isFirstOnLine, regionOf } from './regions.ts';
import { flowText, indent } from './render.ts';
import { keyText, type Written } from './scalarText.ts';
import type { Value } from './values.ts';

/** The text that edits are made for. */
export interface Context {
  readonly text: SourceText;
  readonly layout: Layout;
  /** Within data of one's own (`x-`), where even the last line end counts. */
  readonly exact?: boolean;
}

/** The nearest key that stands above in the order, among some pairs of a map. */
function keyAbove(map: YamlMap, key: string, order: readonly string[], among: readonly YamlPair[]) {
  if (!order.includes(key)) return among.at(-1);
  const above = order.slice(0, order.indexOf(key)).reverse();
  return above.map(each => pairOf(map, each)).find(pair => pair !== undefined && among.includes(pair));
}

/** Puts a key with its value where the order wants it. */
export function insertPair(
  context: Context,
  map: YamlMap,
  key: string,
  value: Written,
  order: readonly string[],
): TextEdit[] {
  const { text, layout } = context;
  const above = keyAbove(map, key, order, map.pairs);
  const first = map.pairs[0];
  if (map.flow) {
    const written = `${keyText(key, true)}: ${value.head}`;
    if (above) return insert(pairEnd(context, above), `, ${written}`);
    return first ? insert(startOf(first.key), `${written}, `) : insert(startOf(map) + 1, written);
  }
  const head = `${keyText(key, false)}:${value.head && ` ${value.head}`}`;
  const lines = indent([head, ...value.lines], keyColumn(text, map)).map(line => line + layout.eol);
  if (!above && first && isFirstOnLine(text, startOf(first.key)))
    return insert(regionOf(text, startOf(first.key), pairEnd(context, first), false).start, lines.join(''));
  const anchor = above ?? first;
  const at = anchor ? regionOf(text, startOf(anchor.key), pairEnd(context, anchor), false).end : endOf(map);
  return [insertLines(context, at, lines.join(''))];
}

/** Inserts whole lines at the start of a line, or behind a text that does not end with a line end. */
export function insertLines({ text, layout }: Context, at: number, lines: string): TextEdit {
  const open = at === text.length && at > 0 && text.slice(at - 1) !== '\n';
  return { start: at, end: at, text: open ? layout.eol + lines.replace(/\r?\n$/, '') : lines };
}

/** Inserts a text as it is. */
export function insert(at: number, text: string): TextEdit[] {
  return [{ start: at, end: at, text }];
}

/** Offset just after the colon of a key. */
export function afterColon({ text }: Context, pair: YamlPair): number {
  const colon = text.indexOf(':', endOf(pair.key));
  return colon < 0 ? endOf(pair.key) : colon + 1;
}

/** Offset at which a key's value ends, or the key, if it has none. */
export function pairEnd(context: Context, pair: YamlPair): number {
  return pair.value ? endOf(pair.value) : Math.max(endOf(pair.key), colonOn(context, pair) ?? 0);
}

/** Offset after a key's colon, if it has one: within braces it may not. */
export function colonOn(context: Context, pair: YamlPair): number | undefined {
  const end = endOf(pair.key);
  return /^[ \t]*:/.test(context.text.slice(end, end + 40)) ? afterColon(context, pair) : undefined;
}

/** Adds and removes keys within brackets, with the commas between them. */
export function changeFlowPairs(
  context: Context,
  map: YamlMap,
  set: readonly TextEdit[],
  removed: readonly YamlPair[],
  added: readonly [string, Value][],
  order: readonly string[],
): TextEdit[] {
  const [start, end] = [startOf(map), endOf(map)];
  const kept = map.pairs.filter(pair => !removed.includes(pair));
  const lastKept = kept.at(-1);
  const edits = [...set];

  const spots = new Map<YamlPair | undefined, string[]>();
  for (const [key, value] of added) {
    const above = keyAbove(map, key, order, kept);
    spots.set(above, [...(spots.get(above) ?? []), `${keyText(key, true)}: ${flowText(value)}`]);
  }
  const open = context.text.slice(start, start + 1) === '{' ? start + 1 : start;
  for (const [above, texts] of spots) {
    if (above) edits.push(...insert(pairEnd(context, above), texts.map(text => `, ${text}`).join('')));
    else
      edits.push(...insert(kept[0] ? startOf(kept[0].key) : open, texts.join(', ') + (kept[0] ? ', ' : '')));
  }
  const tail = map.pairs.slice(lastKept ? map.pairs.indexOf(lastKept) + 1 : 0);
  for (const pair of removed)
    if (!tail.includes(pair)) {
      const next = map.pairs[map.pairs.indexOf(pair) + 1]!;
      edits.push({ start: startOf(pair.key), end: startOf(next.key), text: '' });
    }
  if (tail.length > 0)
    edits.push({
      start: lastKept ? pairEnd(context, lastKept) : startOf(tail[0]!.key),
      end: pairEnd(context, tail.at(-1)!),
      text: '',
    });
  // A key within a list may stand without braces of its own; with more than one key it needs them.
  if (edits.length === 0 || open > start) return edits;
  return [...insert(start, '{ '), ...edits, ...insert(end, ' }')];
}
