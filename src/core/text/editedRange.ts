import type { EditedRange } from '../yaml/document.ts';

/** One of several replacements made at once: offsets are those before any of them. */
export interface Replacement {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * The one range that spans several replacements made at once.
 * @returns undefined where nothing was replaced
 */
export function spanOf(changes: readonly Replacement[]): EditedRange | undefined {
  if (changes.length === 0) return undefined;
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  let grown = 0;
  for (const { rangeOffset, rangeLength, text } of changes) {
    start = Math.min(start, rangeOffset);
    end = Math.max(end, rangeOffset + rangeLength);
    grown += text.length - rangeLength;
  }
  return { start, end, length: end - start + grown };
}

/**
 * The range that spans two edits in a row.
 * @param next in offsets of the text after `first`
 * @returns the range in offsets of the text before `first`, its length that after `next`
 */
export function joinRanges(first: EditedRange, next: EditedRange): EditedRange {
  const start = Math.min(first.start, next.start);
  const between = Math.max(first.start + first.length, next.end);
  const end = between - (first.length - (first.end - first.start));
  return { start, end, length: between + (next.length - (next.end - next.start)) - start };
}
