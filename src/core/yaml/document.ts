import type { Chunk, YamlItem, YamlMap, YamlNode, YamlPair, YamlSeq } from './nodes.ts';
import { type ParsedChunk, parseChunk } from './parseChunk.ts';
import type { Problem } from './problem.ts';
import { type Piece, split } from './split.ts';

/**
 * A parsed text. Positions of its nodes hold until it is handed to {@link updateYaml}; from then on they
 * are those of the text after the edit.
 */
export interface YamlDocument {
  readonly text: string;
  readonly root: YamlNode | null;
  readonly problems: readonly Problem[];
  /** In text order; a row's chunk holds one row. */
  readonly chunks: readonly Chunk[];
}

/** Where the text changed: `start` and `end` are offsets before the edit. */
export interface EditedRange {
  readonly start: number;
  readonly end: number;
  /** Length of what stands there now, in UTF-16 units. */
  readonly length: number;
}

interface RowChunk extends Chunk {
  readonly kind: 'row';
  parsed: ParsedChunk;
}

interface SkeletonChunk extends Chunk {
  readonly kind: 'skeleton';
  /** Offset in the chunk of the `rows` key whose rows follow. */
  readonly rowsKey: number | undefined;
}

type AnyChunk = RowChunk | SkeletonChunk;

interface Parsed extends YamlDocument {
  readonly chunks: readonly AnyChunk[];
  readonly skeleton: ParsedChunk;
}

/**
 * Parses the text of a framework file. Never throws: what is wrong is listed, and the rest is read.
 * @param text any text
 */
export function parseYaml(text: string): YamlDocument {
  return build(text, undefined, undefined);
}

/**
 * Parses a text after an edit, at the cost of the rows (or of the skeleton) that the edit touched.
 * @param previous the document before; it must not be used any more
 * @param text the whole text after the edit
 * @param range what changed; several edits at once are given as the one range that spans them
 */
export function updateYaml(previous: YamlDocument, text: string, range: EditedRange): YamlDocument {
  return build(text, previous as Parsed, range);
}

function build(text: string, previous: Parsed | undefined, range: EditedRange | undefined): Parsed {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const pieces = split(text.slice(mark));
  const reusable = reusableChunks(previous, range, text.length);
  const chunks = pieces.map((piece): AnyChunk => {
    const start = piece.start + mark;
    const known = reusable(start, piece);
    if (known) {
      known.start = start;
      return known;
    }
    return newChunk(piece, start, text.slice(start, piece.end + mark));
  });

  const skeletonChunks = chunks.filter(chunk => chunk.kind === 'skeleton');
  const unchanged =
    previous !== undefined &&
    sameItems(
      skeletonChunks,
      previous.chunks.filter(chunk => chunk.kind === 'skeleton'),
    );
  const skeleton = unchanged ? previous.skeleton : parseSkeleton(skeletonChunks);
  const lost = graft(skeleton.root, chunks);
  if (lost) return build1(text, mark);
  const problems = chunks.flatMap(chunk => (chunk.kind === 'row' ? chunk.parsed.problems : []));
  return { text, root: skeleton.root, problems: [...skeleton.problems, ...problems], chunks, skeleton };
}

/** The text in one piece, for when its lines suggest rows where YAML sees none. */
function build1(text: string, mark: number): Parsed {
  const chunk: SkeletonChunk = { kind: 'skeleton', start: mark, text: text.slice(mark), rowsKey: undefined };
  const skeleton = parseSkeleton([chunk]);
  return { text, root: skeleton.root, problems: skeleton.problems, chunks: [chunk], skeleton };
}

function newChunk(piece: Piece, start: number, text: string): AnyChunk {
  if (piece.kind === 'skeleton') {
    const rowsKey = piece.rowsKey === undefined ? undefined : piece.rowsKey - piece.start;
    return { kind: 'skeleton', start, text, rowsKey };
  }
  const chunk = { kind: 'row', start, text } as RowChunk;
  chunk.parsed = parseChunk(text, at => ({ chunk, at }));
  return chunk;
}

/** Chunks before and after an edited range can be kept if a piece of the same extent stands there again. */
function reusableChunks(previous: Parsed | undefined, range: EditedRange | undefined, length: number) {
  if (!previous || !range) return () => undefined;
  const shift = length - previous.text.length;
  const byStart = new Map(previous.chunks.map(chunk => [chunk.start, chunk]));
  return (start: number, piece: Piece): AnyChunk | undefined => {
    const size = piece.end - piece.start;
    const fits = (chunk: AnyChunk | undefined) =>
      chunk &&
      chunk.text.length === size &&
      chunk.kind === piece.kind &&
      (chunk.kind === 'row' ||
        chunk.rowsKey === (piece.rowsKey === undefined ? undefined : piece.rowsKey - piece.start));
    if (start + size < range.start) {
      const chunk = byStart.get(start);
      return fits(chunk) ? chunk : undefined;
    }
    if (start > range.start + range.length) {
      const chunk = byStart.get(start - shift);
      return fits(chunk) ? chunk : undefined;
    }
    return undefined;
  };
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

/** Hangs the rows in the places that the skeleton has for them; true if there is none for some. */
function graft(root: YamlNode | null, chunks: readonly AnyChunk[]): boolean {
  const places = new Map<Chunk, Map<number, YamlPair>>();
  collectRowsPairs(root, places);
  for (let index = 0; index < chunks.length; index++) {
    const chunk = chunks[index]!;
    if (chunk.kind !== 'skeleton' || chunk.rowsKey === undefined) continue;
    const rows: RowChunk[] = [];
    for (let next = chunks[index + 1]; next?.kind === 'row'; next = chunks[index + 1]) {
      rows.push(next);
      index++;
    }
    const pair = places.get(chunk)?.get(chunk.rowsKey);
    if (!pair) return true;
    const value = pair.value as Grafted | null;
    if (value && !(value.kind === 'seq' && value.grafted)) return true;
    if (value && sameItems(value.rows, rows)) continue;
    (pair as { value: YamlNode | null }).value = rowsSeq(rows);
  }
  return false;
}

/** A list of rows that was hung into the skeleton. */
interface Grafted extends YamlSeq {
  readonly grafted: true;
  readonly rows: readonly RowChunk[];
}

function rowsSeq(rows: readonly RowChunk[]): Grafted {
  const items: YamlItem[] = rows.flatMap(({ parsed, ...chunk }, index) => {
    const { root } = parsed;
    if (root?.kind === 'seq') return root.items;
    const dash = { chunk: rows[index]!, from: 0, to: Math.min(1, chunk.text.length) };
    return [{ dash, value: root }];
  });
  const first = rows[0]!;
  const last = rows.at(-1)!;
  const lastRoot = last.parsed.root;
  const from = items[0]!.dash.from;
  const to = lastRoot ? lastRoot.to : last.text.trimEnd().length;
  return { kind: 'seq', flow: false, items, chunk: first, from, endChunk: last, to, grafted: true, rows };
}

function collectRowsPairs(node: YamlNode | null, places: Map<Chunk, Map<number, YamlPair>>): void {
  if (node?.kind === 'map') {
    for (const pair of node.pairs) {
      if (pair.key.text === 'rows' && (pair.value === null || 'grafted' in pair.value)) {
        const inChunk = places.get(pair.key.chunk) ?? new Map<number, YamlPair>();
        inChunk.set(pair.key.from, pair);
        places.set(pair.key.chunk, inChunk);
      } else collectRowsPairs(pair.value, places);
    }
  } else if (node?.kind === 'seq') for (const item of node.items) collectRowsPairs(item.value, places);
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
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
