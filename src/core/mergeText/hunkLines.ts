import type { Hunk } from './mergeLines.ts';

/** The lines of a text that a hunk is about: from the first one to the one after the last. */
export type HunkLines = Pick<Hunk, 'from' | 'to'>;

/** From one hunk to another, by number. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** Some lines of a text that hunks are in. Places mean the same in both texts. */
export interface TouchedLines extends Span {
  /** The first line, or the hunk that it is in. */
  readonly start: number;
  /** The last line that both texts have. */
  readonly end: number;
}

/** Which hunks are in some lines of a text; counts from 0. */
export type HunksIn = (from: number, to: number) => TouchedLines | undefined;

/** Where hunks are in the lines that they lead to. */
export function inTheirs(hunks: readonly Hunk[]): HunkLines[] {
  let longer = 0;
  return hunks.map(({ from, to, lines }) => {
    const start = from + longer;
    longer += lines.length - (to - from);
    return { from: start, to: start + lines.length };
  });
}

/**
 * Finds hunks in a text.
 * @param own the lines of the hunks in that text
 * @param ours their lines in ours
 */
export function hunksIn(own: readonly HunkLines[], ours: readonly HunkLines[]): HunksIn {
  /** The first hunk that does not end before a line. */
  const next = (line: number): number => {
    let [low, high] = [0, own.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (own[middle]!.to > line) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const isIn = (line: number, hunk: number) => hunk < own.length && own[hunk]!.from <= line;
  const lineOfOurs = (line: number, hunk: number) =>
    hunk === 0 ? line : line - own[hunk - 1]!.to + ours[hunk - 1]!.to;
  return (from, to) => {
    const [first, end] = [next(from), next(to)];
    const last = isIn(to, end) ? end : end - 1;
    if (last < first) return undefined;
    return {
      first,
      last,
      start: isIn(from, first) ? -1 - first : lineOfOurs(from, first),
      end: isIn(to, end) ? ours[end]!.from - 1 : lineOfOurs(to, end),
    };
  };
}

/** From the first hunk of either to the last. */
export function both(one: Span | undefined, other: Span): Span {
  if (!one) return other;
  return { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last) };
}
