import type { Layout } from './layout.ts';
import type { MergedLines } from './mergeLines.ts';
import type { Dispute } from './wantedIds.ts';

/** How conflicts are marked. */
export interface Marking {
  /** What the two sides are called; they stand after the markers. */
  readonly ours: string;
  readonly theirs: string;
  /** How long a marker is: 7, as a rule. */
  readonly size: number;
}

/** Lines with the ordinary markers of git around all that the sides do not agree on. */
export function withMarkers(
  merged: readonly MergedLines[],
  { ours, theirs, size }: Marking,
  { lineEnd }: Layout,
): string[] {
  const end = lineEnd === '\r\n' ? '\r' : '';
  return merged.flatMap(part =>
    'lines' in part
      ? part.lines
      : [
          `${'<'.repeat(size)} ${ours}${end}`,
          ...part.ours,
          `${'='.repeat(size)}${end}`,
          ...part.theirs,
          `${'>'.repeat(size)} ${theirs}${end}`,
        ],
  );
}

/** Our lines with what is in dispute as what each side has. @param disputes from top to bottom, without overlap */
export function disputed(lines: readonly string[], disputes: readonly Dispute[]): MergedLines[] {
  const merged: MergedLines[] = [];
  let at = 0;
  for (const { from, to, ours, lines: theirs } of disputes) {
    if (from > at) merged.push({ lines: lines.slice(at, from) });
    merged.push({ ours, theirs });
    at = to;
  }
  if (at < lines.length) merged.push({ lines: lines.slice(at) });
  return merged;
}
