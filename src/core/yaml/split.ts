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
}

interface Line {
  readonly start: number;
  readonly end: number;
  /** Leading spaces. */
  readonly indent: number;
  readonly kind: 'blank' | 'comment' | 'content';
}

/** @param text the whole text, without a byte order mark */
export function split(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const cut = (end: number, kind: Piece['kind'], rowsKey?: number) => {
    if (end > from) pieces.push({ start: from, end, kind, ...(rowsKey === undefined ? {} : { rowsKey }) });
    from = end;
  };

  /** The open list of rows: `key` is the column of its key, `dash` the column of its dashes once seen. */
  let rows: { key: number; at: number; dash: number } | undefined;
  let continues = Number.POSITIVE_INFINITY;
  let trailing: Line[] = [];

  for (let line = readLine(text, 0); line; line = readLine(text, line.end)) {
    if (line.kind !== 'content') {
      trailing.push(line);
      continue;
    }
    if (line.indent === 0 && isMarker(text, line)) return splitNothing(text);

    if (rows && rows.dash < 0) {
      if (line.indent >= rows.key && isDash(text, line)) {
        rows.dash = line.indent;
        cut(leadingStart(trailing, line, Number.POSITIVE_INFINITY), 'skeleton', rows.at);
        trailing = [];
        continue;
      }
      rows = undefined;
    }
    if (rows) {
      if (line.indent === rows.dash && isDash(text, line)) {
        cut(leadingStart(trailing, line, rows.dash), 'row');
      } else if (endsRows(text, line, rows)) {
        cut(trailingEnd(trailing, line, rows.dash), 'row');
        rows = undefined;
      }
    }
    if (!rows && line.indent <= continues) {
      const entry = readEntry(text, line);
      continues = entry.continues;
      if (entry.rowsKey !== undefined)
        rows = { key: entry.rowsKey - line.start, at: entry.rowsKey, dash: -1 };
    }
    trailing = [];
  }
  if (rows && rows.dash >= 0) cut(trailingEnd(trailing, undefined, rows.dash, text.length), 'row');
  cut(text.length, 'skeleton');
  return pieces;
}

function splitNothing(text: string): Piece[] {
  return text.length === 0 ? [] : [{ start: 0, end: text.length, kind: 'skeleton' }];
}

function readLine(text: string, start: number): Line | undefined {
  if (start >= text.length) return undefined;
  let at = start;
  while (text[at] === ' ') at++;
  const indent = at - start;
  const newline = text.indexOf('\n', at);
  const end = newline < 0 ? text.length : newline + 1;
  while (at < end && (text[at] === ' ' || text[at] === '\t' || text[at] === '\r' || text[at] === '\n')) at++;
  const kind = at >= end ? 'blank' : text[at] === '#' ? 'comment' : 'content';
  return { start, end, indent, kind };
}

function isDash(text: string, line: Line): boolean {
  const at = line.start + line.indent;
  return text[at] === '-' && (at + 1 >= line.end || /\s/.test(text[at + 1]!));
}

/** A line that begins or ends a document, or a directive: such a text is parsed in one piece. */
function isMarker(text: string, line: Line): boolean {
  const mark = text.slice(line.start, line.start + 4);
  return /^(?:---|\.\.\.)(?:\s|$)/.test(mark) || mark[0] === '%';
}

/** Whether a line is the next thing after a list of rows, rather than something half-typed within it. */
function endsRows(text: string, line: Line, rows: { key: number; dash: number }): boolean {
  if (line.indent > rows.key) return false;
  return isDash(text, line) || keyAt(text, line.start + line.indent, line.end) !== undefined;
}

/** What a line of the skeleton opens: `continues` is the column beyond which lines only continue its value. */
function readEntry(text: string, line: Line): { continues: number; rowsKey?: number } {
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

/** The key that stands at an offset, and whether its value is still open: nothing but a comment after it. */
function keyAt(text: string, at: number, end: number): { name: string; open: boolean } | undefined {
  const rest = text.slice(at, end);
  const match = QUOTED.exec(rest) ?? PLAIN.exec(rest);
  if (!match) return undefined;
  const value = rest.slice(match[0].length);
  return { name: match[0].slice(0, -1).trimEnd(), open: /^\s*(?:$|\s#)/.test(value) };
}

/** Where an item with its leading comments and the blank lines before them begins. */
function leadingStart(trailing: readonly Line[], line: Line, deepest: number): number {
  let start = line.start;
  let index = trailing.length - 1;
  while (index >= 0 && trailing[index]!.kind === 'comment' && trailing[index]!.indent <= deepest)
    start = trailing[index--]!.start;
  while (index >= 0 && trailing[index]!.kind === 'blank') start = trailing[index--]!.start;
  return start;
}

/** Where the last item of a list ends: after the comments that are indented deeper than its dash. */
function trailingEnd(trailing: readonly Line[], next: Line | undefined, dash: number, length = 0): number {
  for (let index = trailing.length - 1; index >= 0; index--) {
    const line = trailing[index]!;
    if (line.kind === 'comment' && line.indent > dash) return line.end;
  }
  return trailing[0]?.start ?? next?.start ?? length;
}
