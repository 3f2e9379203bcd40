import { append } from '../append.ts';
import type { Chunk, YamlItem, YamlPair, YamlSeq } from './nodes.ts';
import { type ParsedChunk, parseChunk } from './parseChunk.ts';
import type { RowsAt } from './split.ts';

/**
 * Some chunks that follow each other. A chunk knows where it begins in its run, and the run where it begins in the
 * text: so an edit moves the chunks of one run and the runs behind it, not every chunk of a large file.
 */
export interface ChunkRun {
  start: number;
  chunks: AnyChunk[];
}

class Placed implements Chunk {
  readonly text: string;
  run: ChunkRun | undefined;
  /** Offset in the run. */
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get start(): number {
    return (this.run?.start ?? 0) + this.at;
  }

  get gone(): boolean {
    return this.run === undefined;
  }

  get end(): number {
    return this.start + this.text.length;
  }
}

/** One row, or what stands in its place. */
export class RowChunk extends Placed {
  readonly kind = 'row';
  readonly parsed: ParsedChunk;
  list: RowList;

  /** @param parsed what the text is read as, where that is known */
  constructor(text: string, list: RowList, parsed?: ParsedChunk) {
    super(text);
    this.list = list;
    this.parsed = parsed ?? parseChunk(text, at => ({ chunk: this, at }));
  }
}

/** What is around the rows. */
export class SkeletonChunk extends Placed {
  readonly kind = 'skeleton';
  /** Offset in the chunk of the `rows` key whose rows follow. */
  readonly rowsKey: number | undefined;
  /** The rows that follow, if any do. */
  list: RowList | undefined;

  constructor(text: string, rowsKey: number | undefined) {
    super(text);
    this.rowsKey = rowsKey;
  }
}

export type AnyChunk = RowChunk | SkeletonChunk;

/** The rows under one key. */
export interface RowList {
  readonly at: RowsAt;
  /** In text order; never empty. */
  readonly rows: RowChunk[];
  /** Where they hang in the tree. */
  pair: YamlPair | undefined;
}

/** Enough to be few in a large file, and little to move in each. */
const RUN_LENGTH = 128;

/** Chunks in text order, by runs. */
export function runsOf(chunks: readonly AnyChunk[], start: number): ChunkRun[] {
  const runs: ChunkRun[] = [];
  let from = start;
  for (let index = 0; index < chunks.length; index += RUN_LENGTH) {
    const run: ChunkRun = { start: from, chunks: chunks.slice(index, index + RUN_LENGTH) };
    from += settle(run);
    runs.push(run);
  }
  return runs;
}

/** Says each chunk of a run where it begins. Returns how long the run is. */
function settle(run: ChunkRun): number {
  let at = 0;
  for (const chunk of run.chunks) {
    chunk.run = run;
    chunk.at = at;
    at += chunk.text.length;
  }
  return at;
}

/** A chunk by its place in the runs. */
export interface ChunkAt {
  readonly run: number;
  readonly index: number;
}

/** The last chunk that begins at or before an offset; undefined before the first. */
export function chunkAt(runs: readonly ChunkRun[], offset: number): ChunkAt | undefined {
  const run = lastAtOrBefore(runs.length, index => runs[index]!.start <= offset);
  if (run < 0) return undefined;
  const { chunks, start } = runs[run]!;
  return { run, index: lastAtOrBefore(chunks.length, index => start + chunks[index]!.at <= offset) };
}

function lastAtOrBefore(length: number, isAt: (index: number) => boolean): number {
  let low = -1;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isAt(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The place of the chunk after, or before, another. */
export function beside(runs: readonly ChunkRun[], { run, index }: ChunkAt, by: 1 | -1): ChunkAt | undefined {
  if (runs[run]!.chunks[index + by]) return { run, index: index + by };
  const next = runs[run + by];
  return next && { run: run + by, index: by > 0 ? 0 : next.chunks.length - 1 };
}

/**
 * Puts chunks in the place of others.
 * @param first the first that goes
 * @param count how many go
 */
export function replaceChunks(
  runs: ChunkRun[],
  first: ChunkAt,
  count: number,
  chunks: readonly AnyChunk[],
): void {
  const { start, chunks: all } = runs[first.run]!;
  let last = first.run;
  while (first.index + count > all.length) append(all, runs[++last]!.chunks);
  for (const chunk of all.splice(first.index, count, ...chunks)) chunk.run = undefined;
  const one: ChunkRun = { start, chunks: all };
  const isOne = all.length > 0 && all.length <= 2 * RUN_LENGTH;
  if (isOne) settle(one);
  runs.splice(first.run, last - first.run + 1, ...(isOne ? [one] : runsOf(all, start)));
  let from = start;
  for (let run = first.run; run < runs.length; run++) {
    runs[run]!.start = from;
    from += lengthOf(runs[run]!);
  }
}

function lengthOf({ chunks }: ChunkRun): number {
  const last = chunks.at(-1);
  return last ? last.at + last.text.length : 0;
}

/** The rows of a list, as a list of the tree. */
export function rowsSeq(rows: readonly RowChunk[]): YamlSeq {
  const items: YamlItem[] = rows.flatMap(chunk => {
    const { root } = chunk.parsed;
    if (root?.kind === 'seq') return root.items;
    return [{ dash: { chunk, from: 0, to: Math.min(1, chunk.text.length) }, value: root }];
  });
  const first = rows[0]!;
  const last = rows.at(-1)!;
  const to = last.parsed.root ? last.parsed.root.to : last.text.trimEnd().length;
  const problems = rows.flatMap(({ parsed }) => parsed.problems);
  const from = items[0]!.dash.from;
  return { kind: 'seq', flow: false, items, chunk: first, from, endChunk: last, to, problems };
}

/** The pair that holds the rows which a chunk is one of; undefined for a chunk of the skeleton. */
export function rowsPairOf(chunk: Chunk): YamlPair | undefined {
  return chunk instanceof RowChunk ? chunk.list.pair : undefined;
}
