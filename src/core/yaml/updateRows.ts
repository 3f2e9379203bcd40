import { type AnyChunk, beside, type ChunkAt, chunkAt, RowChunk, replaceChunks, rowsSeq } from './chunks.ts';
import type { ParsedDocument, Updated } from './document.ts';
import { contentLine } from './lines.ts';
import type { YamlNode } from './nodes.ts';
import { splitRows } from './split.ts';

/**
 * Reads again the rows that an edit touched, if it touched nothing but rows of one list and the list goes on behind
 * them as before. Only these rows, the one before and the one after are looked at.
 * @param document is changed to hold the new rows
 * @returns undefined if the edit may mean more than that; then nothing was changed
 */
export function updateRows(
  document: ParsedDocument,
  { start, end }: { readonly start: number; readonly end: number },
  inserted: string,
): Updated | undefined {
  const { runs } = document;
  const chunkOf = (place: ChunkAt): AnyChunk => runs[place.run]!.chunks[place.index]!;
  let first = chunkAt(runs, start);
  // At a border the edit may as well belong to what is before.
  if (first && chunkOf(first).start === start) first = beside(runs, first, -1);
  if (!first) return undefined;
  // Where a row begins depends on all that stands up to its dash.
  if (start <= chunkOf(first).start + headOf(chunkOf(first).text)) first = beside(runs, first, -1);
  const row = first && chunkOf(first);
  if (row?.kind !== 'row') return undefined;
  const { list } = row;

  const before: RowChunk[] = [];
  let next: ChunkAt | undefined = first;
  for (; next; next = beside(runs, next, 1)) {
    const chunk = chunkOf(next);
    if (chunk.kind !== 'row' || chunk.list !== list || chunk.start > end) break;
    before.push(chunk);
  }
  if (before.at(-1)!.end < end) return undefined;
  const from = row.start;
  const old = before.map(chunk => chunk.text).join('');
  const text = old.slice(0, start - from) + inserted + old.slice(end - from);
  const parts = partsOf(text, next && chunkOf(next), list.at);
  if (!parts) return undefined;

  let same = 0;
  while (same < parts.length && parts[same] === before[same]?.text) same++;
  let sameEnd = 0;
  while (
    sameEnd < Math.min(parts.length, before.length) - same &&
    parts.at(-1 - sameEnd) === before.at(-1 - sameEnd)!.text
  )
    sameEnd++;
  const gone = before.slice(same, before.length - sameEnd);
  const made = parts.slice(same, parts.length - sameEnd).map(part => new RowChunk(part, list));
  let place = first!;
  for (let skipped = 1; skipped < same; skipped++) place = beside(runs, place, 1)!;
  if (same > 0) place = { run: place.run, index: place.index + 1 };
  const index = list.rows.indexOf(row as RowChunk) + same;
  replaceChunks(runs, place, gone.length, made);
  list.rows.splice(index, gone.length, ...made);
  const pair = list.pair!;
  (pair as { value: YamlNode | null }).value = rowsSeq(list.rows);
  return { from: document, pair, before: gone, after: made };
}

/** The rows of a text that begins with a row; undefined if what follows it would not stand as before. */
function partsOf(text: string, next: AnyChunk | undefined, at: RowChunk['list']['at']): string[] | undefined {
  const follows = next === undefined ? '' : next.kind === 'row' ? next.text : headText(next.text);
  // Whether a line is astray may depend on more than this text.
  const read = splitRows(text + follows, headOf(text), at, () => false);
  const isRow = next?.kind === 'row';
  const content = text.length + (contentLine(follows, 0)?.start ?? follows.length);
  if (read.marker || read.next !== (isRow ? text.length + follows.length : content)) return undefined;
  const border = read.cuts.indexOf(text.length);
  if (border < 0) return undefined;
  const parts: string[] = [];
  let from = 0;
  for (const cut of read.cuts.slice(0, border + 1)) {
    if (cut > from) parts.push(text.slice(from, cut));
    from = cut;
  }
  return parts;
}

/** Offset after the line of the dash that a row begins with. */
function headOf(text: string): number {
  return contentLine(text, 0)?.end ?? text.length;
}

/** A text up to and with its first line of content. */
function headText(text: string): string {
  return text.slice(0, headOf(text));
}
