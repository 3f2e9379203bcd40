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
