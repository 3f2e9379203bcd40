/**
 * Splits the text of a framework file into pieces that parse on their own: one a row, and the skeleton
 * around them. An edit in a row then costs that row, and so does an error in it.
 *
 * In valid YAML a split is never wrong: content of a block sequence item is indented deeper than its dash,
 * and under `key: value` deeper lines only continue the value. What is not written in block style (rows in
 * flow style, say) stays in the skeleton.
 */

import {
  type ContentLine,
  contentLine,
  type Entry,
  firstSolid,
  HASH,
  indentOf,
  isDash,
  isMarker,
  lineEnd,
  readEntry,
} from './lines.ts';
import { isOutside, isStrayInRows } from './strayInRows.ts';

export interface Piece {
  /** Offsets in the text; pieces follow each other without a gap. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'skeleton' | 'row';
  /** For a skeleton piece that rows follow: the offset of their `rows` key in the text. */
  readonly rowsKey?: number;
  /** The list that a row is in, or that follows a skeleton piece. */
  readonly rows?: RowsAt | undefined;
}

/** A line that is no content: it belongs to what follows it, or to what is before. */
interface Line {
  readonly start: number;
  readonly end: number;
  /** Leading spaces. */
  readonly indent: number;
  readonly kind: 'blank' | 'comment';
}

/** A list of rows in block style: the column of its key, and of its dashes. */
export interface RowsAt {
  readonly key: number;
  readonly dash: number;
}

/** @param text the whole text, without a byte order mark */
export function split(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const cut = (end: number, kind: Piece['kind'], rowsKey?: number, rows?: RowsAt) => {
    if (end > from)
      pieces.push({ start: from, end, kind, ...(rowsKey === undefined ? {} : { rowsKey }), rows });
    from = end;
  };

  /** The list of rows that a key has opened, and whose first dash is not seen yet. */
  let opened: { key: number; at: number } | undefined;
  /** What deeper lines may go on with. */
  let continues: Pick<Entry, 'column' | 'holds'> = { column: -1, holds: 'anything' };
  let trailing: Line[] = [];

  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    const at = firstSolid(text, start, end);
    const indent = indentOf(text, start);
    if (at >= end || text.charCodeAt(at) === HASH) {
      trailing.push({ start, end, indent, kind: at >= end ? 'blank' : 'comment' });
      start = end;
      continue;
    }
    const line = { start, end, indent };
    if (indent === 0 && isMarker(text, line)) return splitNothing(text);
    if (opened && indent >= opened.key && isDash(text, line)) {
      const rows = { key: opened.key, dash: indent };
      cut(leadingStart(trailing, line, Number.POSITIVE_INFINITY), 'skeleton', opened.at, rows);
      opened = undefined;
      const read = splitRows(text, end, rows);
      if (read.marker) return splitNothing(text);
      for (const each of read.cuts) cut(each, 'row', undefined, rows);
      trailing = read.trailing;
      start = read.next;
      continue;
    }
    if (opened && isStrayBefore(text, line, opened.key)) {
      trailing = [];
      start = end;
      continue;
    }
    opened = undefined;
    const isNext = indent <= continues.column || continues.holds === 'anything';
    const entry = isNext || continues.holds === 'text' ? readEntry(text, line) : undefined;
    // A key is never more of a text: above it stands a line that has no place there.
    if (entry && (isNext || entry.key)) {
      continues = entry;
      if (entry.key?.name === 'rows' && entry.holds === 'anything')
        opened = { key: entry.key.column, at: entry.key.at };
    }
    trailing = [];
    start = end;
  }
  cut(text.length, 'skeleton');
  return pieces;
}

interface RowsRead {
  /** Where one row ends and the next begins; the last one is the end of the list. */
  readonly cuts: readonly number[];
  /** Where the line after the list begins; the text's end if it goes that far. */
  readonly next: number;
  /** The lines between the list and that one, if they are not the list's. */
  readonly trailing: Line[];
  /** A line ends the whole document: no cut counts. */
  readonly marker: boolean;
}

/**
 * Goes through a list of rows.
 * @param start where the line after the first dash begins
 * @param isStray which of the lines that would end it do not
 */
export function splitRows(text: string, start: number, rows: RowsAt, isStray = isStrayInRows): RowsRead {
  const cuts: number[] = [];
  let trailing: Line[] = [];
  let next = start;
  while (next < text.length) {
    const indent = indentOf(text, next);
    const end = lineEnd(text, next);
    const at = firstSolid(text, next + indent, end);
    if (at >= end || text.charCodeAt(at) === HASH) {
      trailing.push({ start: next, end, indent, kind: at >= end ? 'blank' : 'comment' });
      next = end;
      continue;
    }
    // Deeper lines are the row's own.
    if (indent <= rows.dash) {
      const line = { start: next, end, indent };
      if (indent === 0 && isMarker(text, line)) return { cuts, next, trailing, marker: true };
      if (indent === rows.dash && isDash(text, line)) cuts.push(leadingStart(trailing, line, rows.dash));
      else if (isOutside(text, line, rows) && !isStray(text, line, rows)) {
        cuts.push(trailingEnd(trailing, line, rows.dash));
        // They are before the end of the list, or belong to the skeleton as any line does.
        return { cuts, next, trailing: [], marker: false };
      }
    }
    if (trailing.length > 0) trailing = [];
    next = end;
  }
  cuts.push(trailingEnd(trailing, undefined, rows.dash, text.length));
  return { cuts, next, trailing: [], marker: false };
}

/** Whether a line only stands astray between the key of rows and the first of them. */
function isStrayBefore(text: string, line: ContentLine, key: number): boolean {
  const next = contentLine(text, line.end);
  if (!next || next.indent < key || !isDash(text, next)) return false;
  const rows = { key, dash: next.indent };
  return isOutside(text, line, rows) && isStrayInRows(text, line, rows);
}

function splitNothing(text: string): Piece[] {
  return text.length === 0 ? [] : [{ start: 0, end: text.length, kind: 'skeleton' }];
}

/** Where an item with its leading comments and the blank lines before them begins. */
function leadingStart(trailing: readonly Line[], line: ContentLine, deepest: number): number {
  let start = line.start;
  let index = trailing.length - 1;
  while (index >= 0 && trailing[index]!.kind === 'comment' && trailing[index]!.indent <= deepest)
    start = trailing[index--]!.start;
  while (index >= 0 && trailing[index]!.kind === 'blank') start = trailing[index--]!.start;
  return start;
}

/** Where the last item of a list ends: after the comments that are indented deeper than its dash. */
function trailingEnd(
  trailing: readonly Line[],
  next: ContentLine | undefined,
  dash: number,
  length = 0,
): number {
  for (let index = trailing.length - 1; index >= 0; index--) {
    const line = trailing[index]!;
    if (line.kind === 'comment' && line.indent > dash) return line.end;
  }
  return trailing[0]?.start ?? next?.start ?? length;
}
