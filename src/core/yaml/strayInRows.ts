import { type ContentLine, contentLine, type Entry, hasKey, isDash, readEntry } from './lines.ts';
import type { RowsAt } from './split.ts';

/** So many lines at the margin, one below the other, are taken for astray. */
export const MOST_STRAY = 8;

/** Whether a line is the next thing after a list of rows, rather than something half-typed within it. */
export function isOutside(text: string, line: ContentLine, rows: RowsAt): boolean {
  return line.indent <= rows.key && (isDash(text, line) || hasKey(text, line));
}

/**
 * Whether a line that would end a list of rows only stands astray in it, alone or with others below it: the line that
 * follows cannot stand under it, and goes on with the rows. In valid YAML no line is astray.
 * @param line one that {@link isOutside}
 */
export function isStrayInRows(text: string, line: ContentLine, rows: RowsAt): boolean {
  let last = line;
  for (let count = 1; count <= MOST_STRAY; count++) {
    const entry = readEntry(text, last);
    const next = contentLine(text, last.end);
    if (!next || entry.holds === 'unknown' || entry.holds === 'lines') return false;
    if (isOfRows(text, next, rows)) {
      if (next.indent <= entry.column && !isAskew(text, next, entry)) return false;
      if (entry.holds === 'text') {
        const column = isDash(text, line) ? entry.column : undefined;
        return cannotGoOn(text, next, column, rows);
      }
      return count === 1 && cannotHold(text, next, entry, rows);
    }
    if (entry.holds === 'anything' || !isOutside(text, next, rows)) return false;
    last = next;
  }
  return false;
}

/** Whether a dash stands between the dashes of an entry above it and its key, or below that key. */
function isAskew(text: string, line: ContentLine, { dashes, holds }: Entry): boolean {
  const [first] = dashes;
  if (first === undefined || holds !== 'text' || !isDash(text, line)) return false;
  return first < line.indent && !dashes.includes(line.indent);
}

function isOfRows(text: string, line: ContentLine, { dash }: RowsAt): boolean {
  return line.indent > dash || (line.indent === dash && isDash(text, line));
}

/**
 * Whether lines of the rows cannot be more of the text above them: one holds a colon.
 * @param begun the column of the entry above them, if a dash begins it
 */
function cannotGoOn(text: string, first: ContentLine, begun: number | undefined, rows: RowsAt): boolean {
  let line: ContentLine | undefined = first;
  while (line && isOfRows(text, line, rows) && !holdsColon(text, line)) {
    // What stands in another row is not looked at, so that edits there change nothing.
    if (line.indent === rows.dash) return false;
    line = contentLine(text, line.end);
  }
  if (!line || !isOfRows(text, line, rows)) return false;
  const after = contentLine(text, line.end);
  // One line is indented too far, and the entry goes on behind it.
  const goesOn = after?.indent === begun && after && isOutside(text, after, rows) && !isDash(text, after);
  return line.indent === rows.dash || !goesOn;
}

function holdsColon(text: string, { start, end }: ContentLine): boolean {
  const line = text.slice(start, end);
  const comment = line.search(/\s#/);
  return /:(?:\s|$)/.test(comment < 0 ? line : line.slice(0, comment));
}

/** Whether lines of the rows cannot stand below an open entry: another one is further left than the first of them. */
function cannotHold(text: string, first: ContentLine, entry: Entry, rows: RowsAt): boolean {
  if (!isDash(text, first) && !hasKey(text, first)) return false;
  const isRow = (line: ContentLine) => line.indent === rows.dash && isDash(text, line);
  for (let line: ContentLine | undefined = first; line; line = contentLine(text, line.end))
    if (isOutside(text, line, rows) || (isRow(line) && first.indent > rows.dash))
      return entry.column < line.indent && line.indent < first.indent;
  return false;
}
