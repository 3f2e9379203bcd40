import { atOnce, type Sliced } from '../slices.ts';
import type { SourceText } from '../text/sourceText.ts';
import { ChunkedText } from './chunkedText.ts';
import {
  type AnyChunk,
  type ChunkRun,
  chunkAt,
  RowChunk,
  type RowList,
  rowsSeq,
  runsOf,
  SkeletonChunk,
} from './chunks.ts';
import type { Chunk, Spot, YamlMap, YamlNode, YamlPair } from './nodes.ts';
import { type ParsedChunk, parseChunk } from './parseChunk.ts';
import type { Problem } from './problem.ts';
import { type Piece, split } from './split.ts';
import { updateRows } from './updateRows.ts';

/**
 * A parsed text. Positions of its nodes hold until it is handed to {@link updateYaml}; from then on they
 * are those of the text after the edit.
 */
export interface YamlDocument {
  /** Put together when it is first asked for after an edit, which takes the longer the larger the file is. */
  readonly text: string;
  /** The text for those who look at some places of it: nothing is put together for them. */
  readonly source: SourceText;
  /** Of the text, in UTF-16 units. */
  readonly length: number;
  readonly root: YamlNode | null;
  readonly problems: readonly Problem[];
  /** Those of the problems that are not within rows. */
  readonly skeletonProblems: readonly Problem[];
  /** In text order; a row's chunk holds one row. */
  readonly chunks: readonly Chunk[];
  /** How it came from the document before; undefined: it was read anew, or is itself out of date. */
  readonly updated: Updated | undefined;
  /** The place of a range of the text, which moves along when the text before it changes. */
  spotAt(start: number, end: number): Spot;
}

/** An update that touched rows of one list and nothing else: the rest of the tree is the same objects. */
export interface Updated {
  readonly from: YamlDocument;
  /** The pair of the tree that holds the rows. */
  readonly pair: YamlPair;
  /** The chunks that are gone and those that are new, in text order. */
  readonly before: readonly RowChunk[];
  readonly after: readonly RowChunk[];
}

/** Where the text changed: `start` and `end` are offsets before the edit. */
export interface EditedRange {
  readonly start: number;
  readonly end: number;
  /** Length of what stands there now, in UTF-16 units. */
  readonly length: number;
}

/** A document with what it takes to update it. */
export class ParsedDocument implements YamlDocument {
  readonly runs: ChunkRun[];
  readonly skeleton: ParsedChunk;
  updated: Updated | undefined;
  #text: string | undefined;

  constructor(runs: ChunkRun[], skeleton: ParsedChunk, text?: string, updated?: Updated) {
    this.runs = runs;
    this.skeleton = skeleton;
    this.#text = text;
    this.updated = updated;
  }

  get text(): string {
    // A byte order mark is in no chunk.
    this.#text ??= (this.runs[0]?.start ? '\uFEFF' : '') + this.chunks.map(chunk => chunk.text).join('');
    return this.#text;
  }

  get source(): SourceText {
    return this.#text ?? new ChunkedText(this.runs);
  }

  get length(): number {
    return this.runs.at(-1)?.chunks.at(-1)?.end ?? this.text.length;
  }

  get root(): YamlNode | null {
    return this.skeleton.root;
  }

  get skeletonProblems(): readonly Problem[] {
    return this.skeleton.problems;
  }

  get chunks(): readonly AnyChunk[] {
    return this.runs.flatMap(run => run.chunks);
  }

  spotAt(start: number, end: number): Spot {
    const place = chunkAt(this.runs, start);
    const chunk = (place && this.runs[place.run]!.chunks[place.index]) ?? { start: 0, text: this.text };
    return { chunk, from: start - chunk.start, to: end - chunk.start };
  }

  get problems(): readonly Problem[] {
    return [
      ...this.skeleton.problems,
      ...this.chunks.flatMap(chunk => (chunk.kind === 'row' ? chunk.parsed.problems : [])),
    ];
  }
}

/**
 * Parses the text of a framework file. Never throws: what is wrong is listed, and the rest is read.
 * @param text any text
 */
export function parseYaml(text: string): YamlDocument {
  return atOnce(building(text, []));
}

/**
 * Parses a text that is only compared with another. What is a row in both, letter by letter, is the other's very node,
 * so that it is read once: places in such a row are those of the other text. In slices.
 */
export function* parsingYamlLike(text: string, other: YamlDocument): Sliced<YamlDocument> {
  const twins = new Map<string, ParsedChunk>();
  for (const chunk of (other as ParsedDocument).chunks)
    if (chunk.kind === 'row') twins.set(chunk.text, chunk.parsed);
  yield;
  return yield* building(text, [], undefined, twins);
}

/**
 * Parses a text after an edit, at the cost of the rows (or of the skeleton) that the edit touched.
 * @param previous the document before; it must not be used any more
 * @param range what changed; several edits at once are given as the one range that spans them
 * @param inserted what stands there now
 * @throws RangeError if the range is not one of the text before: a fault of the caller
 */
export function updateYaml(
  previous: YamlDocument,
  { start, end }: Pick<EditedRange, 'start' | 'end'>,
  inserted: string,
): YamlDocument {
  if (start < 0 || end < start || end > previous.length)
    throw new RangeError(`The text has no range from ${start} to ${end}`);
  const before = previous as ParsedDocument;
  const updated = updateRows(before, { start, end }, inserted);
  before.updated = undefined;
  if (updated) return new ParsedDocument(before.runs, before.skeleton, undefined, updated);
  const { text } = before;
  return atOnce(building(text.slice(0, start) + inserted + text.slice(end), before.chunks, before.skeleton));
}

/** So many pieces are read before others may have a turn. */
const AT_A_TIME = 512;

/**
 * Reads a text, and takes over what has not changed from the chunks of the text before.
 * @param twins rows of another text that were read already, by their own text
 */
function* building(
  text: string,
  known: readonly AnyChunk[],
  skeletonBefore?: ParsedChunk,
  twins?: ReadonlyMap<string, ParsedChunk>,
): Sliced<YamlDocument> {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const body = text.slice(mark);
  const pieces = split(body);
  yield;
  const reused = reusable(known, pieces, body);
  const skeletonChunks: SkeletonChunk[] = [];
  let isSkeletonNew = false;
  let list: RowList | undefined;
  const chunks: AnyChunk[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (index % AT_A_TIME === 0) yield;
    const same = reused(index);
    const part = body.slice(piece.start, piece.end);
    if (piece.kind === 'row') {
      const chunk = same?.kind === 'row' ? same : new RowChunk(part, list!, twins?.get(part));
      chunk.list = list!;
      list!.rows.push(chunk);
      chunks.push(chunk);
      continue;
    }
    const rowsKey = piece.rowsKey === undefined ? undefined : piece.rowsKey - piece.start;
    const chunk = same?.kind === 'skeleton' ? same : new SkeletonChunk(part, rowsKey);
    isSkeletonNew ||= chunk !== same;
    list = piece.rows && { at: piece.rows, rows: [], pair: chunk.list?.pair };
    chunk.list = list;
    skeletonChunks.push(chunk);
    chunks.push(chunk);
  }
  yield;
  const before = known.filter(chunk => chunk.kind === 'skeleton');
  const isSame = skeletonBefore && !isSkeletonNew && before.length === skeletonChunks.length;
  const skeleton = isSame ? skeletonBefore : parseSkeleton(skeletonChunks);
  for (const chunk of known) chunk.run = undefined;
  const runs = runsOf(chunks, mark);
  const isWhole = isSame ? hangRows(skeletonChunks) : graft(skeleton.root, skeletonChunks);
  if (isWhole) return new ParsedDocument(runs, skeleton, text);
  for (const chunk of chunks) chunk.run = undefined;
  return inOnePiece(text, body, mark);
}

/** The text in one piece, for when its lines suggest rows where YAML sees none. */
function inOnePiece(text: string, body: string, mark: number): YamlDocument {
  const chunk = new SkeletonChunk(body, undefined);
  return new ParsedDocument(runsOf([chunk], mark), parseSkeleton([chunk]), text);
}

/** The chunks of the text before that begin, or end, the text as pieces do now. */
function reusable(known: readonly AnyChunk[], pieces: readonly Piece[], body: string) {
  const isSame = (chunk: AnyChunk | undefined, { start, end, kind, rowsKey }: Piece) =>
    chunk !== undefined &&
    chunk.kind === kind &&
    chunk.text.length === end - start &&
    (chunk.kind === 'row' || chunk.rowsKey === (rowsKey === undefined ? undefined : rowsKey - start)) &&
    chunk.text === body.slice(start, end);
  let first = 0;
  while (first < pieces.length && isSame(known[first], pieces[first]!)) first++;
  const shift = known.length - pieces.length;
  let last = pieces.length;
  while (last > first && last + shift > first && isSame(known[last - 1 + shift], pieces[last - 1]!)) last--;
  return (index: number) => (index < first ? known[index] : index >= last ? known[index + shift] : undefined);
}

/** Hangs the rows in the places that a newly read skeleton has for them; false if there is none for some. */
function graft(root: YamlNode | null, chunks: readonly SkeletonChunk[]): boolean {
  const places = new Map<Chunk, Map<number, YamlPair>>();
  collectRowsPairs(root, places);
  for (const chunk of chunks) {
    if (!chunk.list) continue;
    chunk.list.pair = places.get(chunk)?.get(chunk.rowsKey!);
    if (!chunk.list.pair) return false;
  }
  return hangRows(chunks);
}

function hangRows(chunks: readonly SkeletonChunk[]): true {
  for (const { list } of chunks)
    if (list?.pair) (list.pair as { value: YamlNode | null }).value = rowsSeq(list.rows);
  return true;
}

/**
 * The text around an offset without the rows that are far from it: what is above them all stays.
 * @returns the text, and how much was taken out before the offset
 */
export function withoutFarRows(document: YamlDocument, offset: number): { text: string; removed: number } {
  const { chunks } = document as ParsedDocument;
  let at = chunks.length - 1;
  while (at > 0 && chunks[at]!.start > offset) at--;
  const kept = chunks.filter((chunk, index) => chunk.kind === 'skeleton' || Math.abs(index - at) <= 1);
  const before = kept.filter(chunk => chunk.start < (chunks[at]?.start ?? 0));
  const length = before.reduce((sum, chunk) => sum + chunk.text.length, 0);
  return { text: kept.map(chunk => chunk.text).join(''), removed: (chunks[at]?.start ?? 0) - length };
}

function parseSkeleton(chunks: readonly Chunk[]): ParsedChunk {
  const starts: number[] = [];
  let length = 0;
  for (const chunk of chunks) {
    starts.push(length);
    length += chunk.text.length;
  }
  let last = 0;
  return parseChunk(chunks.map(chunk => chunk.text).join(''), offset => {
    // Places are mostly asked for in text order, so look near the last one first.
    if (starts[last] === undefined || starts[last]! > offset) last = 0;
    while (last + 1 < starts.length && starts[last + 1]! <= offset) last++;
    const chunk = chunks[last] ?? { start: 0, text: '' };
    return { chunk, at: offset - (starts[last] ?? 0) };
  });
}

function collectRowsPairs(node: YamlNode | null, places: Map<Chunk, Map<number, YamlPair>>): void {
  if (node?.kind === 'map') {
    for (const pair of node.pairs) {
      if (pair.key.text === 'rows' && pair.value === null) {
        const inChunk = places.get(pair.key.chunk) ?? new Map<number, YamlPair>();
        inChunk.set(pair.key.from, pair);
        places.set(pair.key.chunk, inChunk);
      } else collectRowsPairs(pair.value, places);
    }
  } else if (node?.kind === 'seq') for (const item of node.items) collectRowsPairs(item.value, places);
}

/** The value under a path of keys and indexes, if it is there. */
export function nodeAt(
  document: YamlDocument,
  path: readonly (string | number)[],
): YamlNode | null | undefined {
  let node: YamlNode | null | undefined = document.root;
  for (const step of path) {
    if (typeof step === 'number') node = node?.kind === 'seq' ? node.items[step]?.value : undefined;
    else
      node =
        node?.kind === 'map'
          ? (node as YamlMap).pairs.find(pair => pair.key.text === step)?.value
          : undefined;
  }
  return node;
}
