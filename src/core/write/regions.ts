import type { SourceText } from '../text/sourceText.ts';

/** Which lines belong to an item of a list or to a key: its own, and the comments that go with it. */

export interface Region {
  readonly start: number;
  /** Just after the last line's end, or the end of the text. */
  readonly end: number;
}

/** Offset at which the line of an offset begins. */
export function lineStart(text: SourceText, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset just after the end of the line of an offset. */
export function lineEnd(text: SourceText, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}

/** Counts from 0. */
export function columnOf(text: SourceText, offset: number): number {
  return (
    offset -
    lineStart(text, offset) -
    (lineStart(text, offset) === 0 && text.slice(0, 1) === '\uFEFF' ? 1 : 0)
  );
}

/** Whether nothing but spaces stands before an offset on its line. */
export function isFirstOnLine(text: SourceText, offset: number): boolean {
  return /^\uFEFF? *$/.test(text.slice(lineStart(text, offset), offset));
}

/**
 * The lines of a list item or a key.
 * @param offset where its dash or its key begins
 * @param contentEnd where its content ends
 * @param withBlanks whether blank lines above belong to it, as they do for an item
 * @returns from the comment directly above that is not indented deeper, to the last comment below that is
 */
export function regionOf(text: SourceText, offset: number, contentEnd: number, withBlanks: boolean): Region {
  const column = columnOf(text, offset);
  return {
    start: isFirstOnLine(text, offset) ? leading(text, lineStart(text, offset), column, withBlanks) : offset,
    end: trailing(text, lineEnd(text, Math.max(offset, contentEnd - 1)), column),
  };
}

const COMMENT = /^\uFEFF?( *)#/;
const BLANK = /^[ \t\r\n]*$/;

function leading(text: SourceText, start: number, column: number, withBlanks: boolean): number {
  let at = start;
  for (let above = at; above > 0; at = above) {
    above = lineStart(text, at - 1);
    const comment = COMMENT.exec(text.slice(above, at));
    if (!comment || comment[1]!.length > column) break;
  }
  if (withBlanks)
    for (let above = at; above > 0; at = above) {
      above = lineStart(text, at - 1);
      if (!BLANK.test(text.slice(above, at))) break;
    }
  return at;
}

function trailing(text: SourceText, end: number, column: number): number {
  let last = end;
  for (let at = end; at < text.length; ) {
    const next = lineEnd(text, at);
    const line = text.slice(at, next);
    const comment = COMMENT.exec(line);
    if (comment && comment[1]!.length > column) last = next;
    else if (!BLANK.test(line)) break;
    else if (comment) break;
    at = next;
  }
  return last;
}
