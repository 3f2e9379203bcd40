/**
 * Splits the text of a framework file into pieces that parse on their own: one a row, and the skeleton
 * around them. An edit in a row then costs that row, and so does an error in it.
 *
 * In valid YAML a split is never wrong: content of a block sequence item is indented deeper than its dash,
 * and under `key: value` deeper lines only continue the value. What is not written in block style (rows in
 * flow style, say) stays in the skeleton.
 */

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

const SPACE = 32;
const TAB = 9;
const LF = 10;
const CR = 13;
const HASH = 35;
const DASH = 45;

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
  let continues = Number.POSITIVE_INFINITY;
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
    opened = undefined;
    if (indent <= continues) {
      const entry = readEntry(text, line);
      continues = entry.continues;
      if (entry.rowsKey !== undefined) opened = { key: entry.rowsKey - start, at: entry.rowsKey };
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
 */
export function splitRows(text: string, start: number, rows: RowsAt): RowsRead {
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
      else if (endsRows(text, line, rows)) {
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

function splitNothing(text: string): Piece[] {
  return text.length === 0 ? [] : [{ start: 0, end: text.length, kind: 'skeleton' }];
}

/** The offset after the end of the line that an offset lies in. */
export function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline + 1;
}

/** Where the first line begins that is neither blank nor a comment; the text's length where there is none. */
export function firstContent(text: string): number {
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    const at = firstSolid(text, start, end);
    if (at < end && text.charCodeAt(at) !== HASH) return start;
    start = end;
  }
  return text.length;
}

function indentOf(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === SPACE) at++;
  return at - start;
}

function firstSolid(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit !== SPACE && unit !== TAB && unit !== CR && unit !== LF) break;
    at++;
  }
  return at;
}

interface ContentLine {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
}

function isDash(text: string, line: ContentLine): boolean {
  const at = line.start + line.indent;
  return text.charCodeAt(at) === DASH && (at + 1 >= line.end || /\s/.test(text[at + 1]!));
}

/** A line that begins or ends a document, or a directive: such a text is parsed in one piece. */
function isMarker(text: string, line: ContentLine): boolean {
  const mark = text.slice(line.start, line.start + 4);
  return /^(?:---|\.\.\.)(?:\s|$)/.test(mark) || mark[0] === '%';
}

/** Whether a line is the next thing after a list of rows, rather than something half-typed within it. */
function endsRows(text: string, line: ContentLine, rows: RowsAt): boolean {
  if (line.indent > rows.key) return false;
  return isDash(text, line) || keyAt(text, line.start + line.indent, line.end) !== undefined;
}

/** What a line of the skeleton opens: `continues` is the column beyond which lines only continue its value. */
function readEntry(text: string, line: ContentLine): { continues: number; rowsKey?: number } {
  let at = line.start + line.indent;
  let column = line.indent;
  while (text[at] === '-' && (at + 1 >= line.end || /\s/.test(text[at + 1]!))) {
    column = at - line.start;
    at++;
    while (text[at] === ' ') at++;
    if (at >= line.end || /\s|#/.test(text[at]!)) return { continues: Number.POSITIVE_INFINITY };
  }
  const key = keyAt(text, at, line.end);
  if (!key) return { continues: column };
  if (!key.open) return { continues: at - line.start };
  return { continues: Number.POSITIVE_INFINITY, ...(key.name === 'rows' ? { rowsKey: at } : {}) };
}

const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*:(?=\s|$)/;
const PLAIN = /^(?:[^\s"'#&*!|>%@`{}[\],?:-]|[?:-](?=\S))(?:[^:#]|:(?=\S)|(?<=\S)#)*?:(?=\s|$)/;

/** YAML takes a longer key for a fault; and patterns cannot go through a line of millions of characters. */
const LONGEST_KEY = 1100;

/** The key that stands at an offset, and whether its value is still open: nothing but a comment after it. */
function keyAt(text: string, at: number, end: number): { name: string; open: boolean } | undefined {
  const beginning = text.slice(at, Math.min(end, at + LONGEST_KEY));
  const match = QUOTED.exec(beginning) ?? PLAIN.exec(beginning);
  if (!match) return undefined;
  const value = text.slice(at + match[0].length, end);
  return { name: match[0].slice(0, -1).trimEnd(), open: /^\s*(?:$|\s#)/.test(value) };
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
