import { append } from '../append.ts';
import type { Loaded } from '../model/load.ts';
import { sourceOf } from '../model/source.ts';
import type { Framework } from '../model/types.ts';
import { atOnce, type Sliced } from '../slices.ts';
import { applyEdits, joinEdits, type TextEdit } from '../text/edit.ts';
import type { SourceText } from '../text/sourceText.ts';
import {
  endOf,
  pairOf,
  startOf,
  type YamlItem,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlSeq,
} from '../yaml/nodes.ts';
import { writingAnew } from './anew.ts';
import { commentsWithin } from './comments.ts';
import { writeFields } from './fields.ts';
import { type FlowPart, flowListEdits } from './flowList.ts';
import { Items, itemEnd } from './items.ts';
import { layoutOf } from './layout.ts';
import { longestKept } from './longestKept.ts';
import { findOriginals, type Originals, type Renames, sharedEnds } from './originals.ts';
import { afterColon, type Context, insertLines, insertPair } from './pairs.ts';
import { columnOf, lineEnd, lineStart, type Region } from './regions.ts';
import { flowText, indent, itemLines, pairLines } from './render.ts';
import { keyText } from './scalarText.ts';
import { childrenOf, fieldsOf, KEYS, type Kind, LISTS, type Node } from './values.ts';

/**
 * The edits that make the text of a loaded framework mean the target, and touch nothing else: what both
 * have stays byte for byte, a moved node takes its lines and comments along.
 * @param loaded the framework as it stands in the text; nodes that it shares with the target cost nothing
 * @param target what the text is to mean
 * @param renames ids that were changed, where the target does not tell by its former ids
 * @returns edits in text order that do not overlap; empty if the text means the target already
 */
export function editsTo(loaded: Loaded, target: Framework, renames?: Renames): TextEdit[] {
  return atOnce(makingEdits(loaded, target, renames));
}

/** The same in slices, between topics; the text must stay what it is until they are done. */
export function* makingEdits(loaded: Loaded, target: Framework, renames?: Renames): Sliced<TextEdit[]> {
  const writer = new Writer(loaded, target, renames);
  yield;
  const edits = yield* writer.write();
  yield;
  return joinEdits(loaded.document.source, edits);
}

class Writer {
  readonly #context: Context;
  readonly #before: Framework;
  readonly #after: Framework;
  readonly #originals: Originals;
  readonly #levelOrder: readonly string[];
  readonly #items: Items;

  constructor(loaded: Loaded, target: Framework, renames: Renames | undefined) {
    this.#context = { text: loaded.document.source, layout: layoutOf(loaded.document) };
    this.#before = loaded.framework;
    this.#after = target;
    this.#items = new Items(loaded.document.source, sourceOf(loaded.framework));
    this.#originals = findOriginals(this.#before, target, renames);
    this.#levelOrder = target.levels.map(level => level.id);
  }

  *write(): Sliced<TextEdit[]> {
    const root = sourceOf(this.#before);
    if (root) return yield* this.#nodes('file', root, this.#before, this.#after);
    const text = yield* writingAnew(this.#after, this.#context.layout);
    return [{ start: 0, end: this.#context.text.length, text }];
  }

  /** The edits within a node that stays where it is. */
  #node(kind: Kind, map: YamlMap, before: Node, after: Node): TextEdit[] {
    return atOnce(this.#nodes(kind, map, before, after));
  }

  /** The same in slices. */
  *#nodes(kind: Kind, map: YamlMap, before: Node, after: Node): Sliced<TextEdit[]> {
    if (before === after && this.#originals.renamedLevels.size === 0) return [];
    if (kind === 'topics') yield;
    const renamed = kind === 'rows' ? this.#originals.renamedLevels : new Map<string, string>();
    const edits = kind === 'file' ? this.#details(map) : [];
    // Lists before fields: where an item and a key are inserted at one spot, the item belongs to the key above.
    for (const list of LISTS[kind]) append(edits, yield* this.#list(list, map, kind, before, after));
    const [was, is] = [before, after].map(node => fieldsOf(kind, node, this.#levelOrder));
    edits.push(...writeFields(this.#context, map, was!, is!, KEYS[kind], renamed));
    return edits;
  }

  #details(root: YamlMap): TextEdit[] {
    const map = sourceOf(this.#before.details);
    if (map) return this.#node('framework', map, this.#before.details, this.#after.details);
    const lines = indent(this.#nodeLines('framework', this.#after.details), this.#context.layout.step);
    return this.#missing(root, 'file', 'framework', lines);
  }

  /** The edits in a list of nodes. */
  *#list(list: Kind, map: YamlMap, holder: Kind, before: Node, after: Node): Sliced<TextEdit[]> {
    const from = childrenOf(before, list);
    const to = childrenOf(after, list);
    if (from === to) return [];
    const pair = pairOf(map, list);
    const seq = pair?.value?.kind === 'seq' ? pair.value : undefined;
    if (!pair || !seq || seq.items.length === 0) return this.#emptyList(list, map, holder, pair, to);

    const { first, last } = sharedEnds(from, to);
    const isShared = (index: number) => index < first || index >= to.length - last;
    const originals = to.map((node, index) => (isShared(index) ? node : this.#originals.of(node)));
    if (from.length === to.length && originals.every((node, index) => node === from[index])) {
      const edits: TextEdit[][] = [];
      for (const [index, node] of to.entries())
        edits.push(yield* this.#nodes(list, sourceOf(from[index]!)!, from[index]!, node));
      return edits.flat();
    }

    const bySource = new Map(seq.items.map(item => [item.value, item]));
    const items = new Map<Node, YamlItem>();
    for (const node of from) {
      const item = bySource.get(sourceOf(node) ?? null);
      if (item) items.set(node, item);
    }
    const kept = longestKept(from, originals);
    return seq.flow
      ? this.#flowList(list, seq, items, to, originals, kept)
      : yield* this.#blockList(list, pair, seq, items, to, originals, kept);
  }

  *#blockList(
    list: Kind,
    pair: YamlPair,
    seq: YamlSeq,
    items: Map<Node, YamlItem>,
    to: readonly Node[],
    originals: readonly (Node | undefined)[],
    kept: Set<Node>,
  ): Sliced<TextEdit[]> {
    const edits: TextEdit[] = [];
    const regions = new Map(seq.items.map(item => [item, this.#items.regionOf(item)]));
    const [first, second] = [...regions.values()];
    const dash = columnOf(this.#context.text, startOf(seq.items[0]!.dash));
    const spaced =
      second !== undefined && /^\r?\n/.test(this.#context.text.slice(second.start, second.start + 2));
    const blank = spaced ? this.#context.layout.eol : '';
    let at: number | undefined;
    for (const [index, node] of to.entries()) {
      const original = originals[index];
      if (original && kept.has(original)) {
        const item = items.get(original)!;
        append(edits, yield* this.#nodes(list, item.value as YamlMap, original, node));
        at = regions.get(item)!.end;
      } else {
        const text = this.#itemText(list, node, dash);
        if (at === undefined) edits.push(insertLines(this.#context, first!.start, text + blank));
        else edits.push(insertLines(this.#context, at, blank + text));
      }
    }
    for (const [node, item] of items) if (!kept.has(node)) edits.push({ ...regions.get(item)!, text: '' });
    if (to.length === 0 && items.size === seq.items.length) {
      const colon = afterColon(this.#context, pair);
      edits.push({ start: colon, end: colon, text: ' []' });
    }
    return edits;
  }

  /** Items within brackets, parted by commas. */
  #flowList(
    list: Kind,
    seq: YamlSeq,
    items: Map<Node, YamlItem>,
    to: readonly Node[],
    originals: readonly (Node | undefined)[],
    kept: Set<Node>,
  ): TextEdit[] {
    const parts = to.map((node, index): FlowPart => {
      const original = originals[index];
      const item = original && kept.has(original) ? items.get(original) : undefined;
      if (!item || !original) return { text: this.#flowItem(list, node, startOf(seq)) };
      return { item, edits: this.#node(list, item.value as YamlMap, original, node) };
    });
    return flowListEdits(this.#context.text, seq, parts, new Set(items.values()));
  }

  /** A list that has no item in the text yet. */
  #emptyList(
    list: Kind,
    map: YamlMap,
    holder: Kind,
    pair: YamlPair | undefined,
    to: readonly Node[],
  ): TextEdit[] {
    if (to.length === 0 && pair?.value?.kind === 'seq') return [];
    if (map.flow || (pair?.value && pair.value.kind !== 'seq')) {
      const value = `[${to.map(node => this.#flowItem(list, node, startOf(map))).join(', ')}]`;
      if (pair?.value) return [{ start: startOf(pair.value), end: endOf(pair.value), text: value }];
      return this.#missing(map, holder, list, [], value);
    }
    if (!pair) {
      const lines = to.length === 0 ? [] : this.#listLines(list, to, this.#context.layout.dash);
      return this.#missing(map, holder, list, lines, to.length === 0 ? '[]' : '');
    }
    const colon = afterColon(this.#context, pair);
    if (to.length === 0) return [{ start: colon, end: colon, text: ' []' }];
    const column = columnOf(this.#context.text, startOf(pair.key)) + this.#context.layout.dash;
    const edits: TextEdit[] = [];
    if (pair.value)
      edits.push({ start: colon, end: endOf(pair.value), text: this.#commentsAfter(colon, pair.value) });
    const at = lineEnd(this.#context.text, pair.value ? endOf(pair.value) : colon);
    edits.push(insertLines(this.#context, at, to.map(node => this.#itemText(list, node, column)).join('')));
    return edits;
  }

  /** A key with a list or a set of keys that is not in the text yet. */
  #missing(map: YamlMap, holder: Kind, key: string, lines: readonly string[], head = ''): TextEdit[] {
    return insertPair(this.#context, map, key, { head, lines }, KEYS[holder]);
  }

  /** An item of a block list, as text with its line end: moved from elsewhere in the text, or new. */
  #itemText(list: Kind, node: Node, dash: number): string {
    const original = this.#originals.of(node);
    const source = original && sourceOf(original);
    const found = source && this.#items.find(source);
    if (!found)
      return this.#lines(indent(itemLines(this.#nodeLines(list, node), this.#context.layout), dash));
    const edits = this.#node(list, source, original, node);
    if (found.seq.flow) {
      const start = startOf(found.item.dash);
      const inner = applyWithin(this.#context.text, { start, end: itemEnd(found.item) }, edits);
      const [first, ...rest] = inner.split(/\r?\n/);
      return this.#lines([
        `${' '.repeat(dash)}- ${first}`,
        ...rest.map(line => line && ' '.repeat(dash + 4) + line.trimStart()),
      ]);
    }
    const region = this.#items.regionOf(found.item);
    const moved = applyWithin(this.#context.text, region, edits).replace(/^(?:[ \t]*\r?\n)+/, '');
    const text = shift(moved, dash - columnOf(this.#context.text, startOf(found.item.dash)));
    return text.endsWith('\n') ? text : text + this.#context.layout.eol;
  }

  /** An item within brackets that opened at an offset; comments that it takes along stand on lines before it. */
  #flowItem(list: Kind, node: Node, opened: number): string {
    const { text, layout } = this.#context;
    const original = this.#originals.ofAny(node);
    const source = original && sourceOf(original);
    const found = source && this.#items.find(source);
    if (!found) return this.#flowNode(list, node, opened);
    const [start, end] = [startOf(source), endOf(source)];
    const region = found.seq.flow ? { start, end } : this.#items.regionOf(found.item);
    const comments = source.flow
      ? [...commentsWithin(text, region.start, start, null), ...commentsWithin(text, end, region.end, null)]
      : commentsWithin(text, region.start, region.end, source, this.#items.regionsIn(list, source));
    const body = source.flow
      ? applyWithin(text, { start, end }, this.#node(list, source, original, node))
      : this.#flowNode(list, node, opened);
    const line = lineStart(text, opened);
    const newLine =
      layout.eol +
      ' '.repeat(text.slice(line, lineEnd(text, line)).search(/\S/) + 2 * layout.step + layout.gap);
    return comments.length > 0
      ? [...comments.map(comment => newLine + comment), newLine, body].join('')
      : body;
  }

  /** A node within braces; children that were elsewhere in the text take their comments along. */
  #flowNode(kind: Kind, node: Node, opened: number): string {
    const fields = fieldsOf(kind, node, this.#levelOrder);
    const parts = [...fields].map(([key, value]) => `${keyText(key, true)}: ${flowText(value)}`);
    for (const list of LISTS[kind]) {
      const items = childrenOf(node, list).map(child => this.#flowItem(list, child, opened));
      parts.push(`${list}: [${items.join(', ')}]`);
    }
    return `{ ${parts.join(', ')} }`;
  }

  /** A new node as lines without indentation; children that were elsewhere in the text come with their lines. */
  #nodeLines(kind: Kind, node: Node): string[] {
    const fields = fieldsOf(kind, node, this.#levelOrder);
    const lines: string[] = [];
    for (const key of KEYS[kind]) {
      if (LISTS[kind].includes(key as Kind)) {
        const children = childrenOf(node, key as Kind);
        if (children.length === 0) lines.push(`${key}: []`);
        else lines.push(`${key}:`, ...this.#listLines(key as Kind, children, this.#context.layout.dash));
      } else if (fields.has(key)) lines.push(...pairLines(key, fields.get(key)!, this.#context.layout));
    }
    for (const [key, value] of fields)
      if (!KEYS[kind].includes(key)) lines.push(...pairLines(key, value, this.#context.layout));
    return lines;
  }

  #listLines(list: Kind, nodes: readonly Node[], dash: number): string[] {
    return nodes.flatMap(node =>
      this.#itemText(list, node, dash)
        .replace(/\r?\n$/, '')
        .split(/\r?\n/),
    );
  }

  /** The comments within an empty list, put behind its key. */
  #commentsAfter(colon: number, value: YamlNode): string {
    const comments = commentsWithin(this.#context.text, colon, endOf(value), value);
    return comments.map(comment => ` ${comment}`).join('');
  }

  #lines(lines: readonly string[]): string {
    return lines.map(line => line + this.#context.layout.eol).join('');
  }
}

/** A part of a text with the edits that lie in it. */
function applyWithin(text: SourceText, { start, end }: Region, edits: readonly TextEdit[]): string {
  const within = edits.map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return applyEdits(text.slice(start, end), within);
}

/** Indents all lines by more or fewer spaces. */
function shift(text: string, by: number): string {
  if (by === 0) return text;
  if (by > 0) return text.replace(/^(?=[^\r\n])/gm, ' '.repeat(by));
  return text.replace(new RegExp(`^ {1,${-by}}`, 'gm'), '');
}
