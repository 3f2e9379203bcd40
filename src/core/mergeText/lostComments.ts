import type { Loaded } from '../model/load.ts';
import { commentsWithin } from '../write/comments.ts';
import type { YamlDocument } from '../yaml/document.ts';
import type { LineSet } from './disputedRemovals.ts';

/** A comment that a merge could not keep. */
export interface LostComment {
  /** Whose it is. */
  readonly side: 'ours' | 'theirs';
  /** Where it stands there; counts from 1. */
  readonly line: number;
  /** From its `#` on. */
  readonly comment: string;
}

/**
 * The comments that one side has, that the other did not take away, and that are in none of the texts that came of
 * them.
 * @param made the merged text, or what it is for each side
 * @param removed lines of the base that a side removed and the other still needs: with them it took no comment away
 */
export function lostComments(
  sides: { readonly base: Loaded; readonly ours: Loaded; readonly theirs: Loaded },
  made: readonly Loaded[],
  removed: { readonly ours?: LineSet; readonly theirs?: LineSet } = {},
): LostComment[] {
  const [base, ours, theirs] = [sides.base, sides.ours, sides.theirs].map(({ document }) =>
    commentsIn(document),
  ) as [string[], string[], string[]];
  if (base.length + ours.length + theirs.length === 0) return [];
  const before = counted(base);
  const after = new Map<string, number>();
  for (const { document } of made)
    for (const [comment, times] of counted(commentsIn(document)))
      after.set(comment, Math.max(after.get(comment) ?? 0, times));
  const places = linesOf(base, sides.base.document.text);
  const disputed = (lines: LineSet | undefined) =>
    places.flatMap(({ line, comment }) => (lines?.has(line - 1) ? [comment] : []));
  const others = {
    ours: counted([...theirs, ...disputed(removed.theirs)]),
    theirs: counted([...ours, ...disputed(removed.ours)]),
  };
  return (['ours', 'theirs'] as const).flatMap(side => {
    const own = side === 'ours' ? ours : theirs;
    const wanted = counted(own);
    const kept = new Map<string, number>();
    for (const [comment, times] of wanted) {
      const takenAway = Math.max(0, (before.get(comment) ?? 0) - (others[side].get(comment) ?? 0));
      const lost = Math.max(0, times - takenAway - (after.get(comment) ?? 0));
      kept.set(comment, times - lost);
    }
    return linesOf(own, sides[side].document.text).flatMap(({ line, comment }) =>
      take(kept, comment) ? [] : [{ side, line, comment }],
    );
  });
}

/** Where comments stand in a text, one after the other. */
function linesOf(comments: readonly string[], text: string): { line: number; comment: string }[] {
  const lines = text.split('\n');
  let from = 0;
  return comments.map(comment => {
    const found = lines.findIndex((line, at) => at >= from && line.trimEnd().endsWith(comment));
    const line = found === -1 ? lines.findIndex(each => each.includes(comment)) : found;
    if (found !== -1) from = found + 1;
    return { line: line + 1, comment };
  });
}

function commentsIn({ text, root }: YamlDocument): string[] {
  return /(?:^|\s)#/.test(text) ? commentsWithin(text, 0, text.length, root) : [];
}

function counted(comments: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const comment of comments) counts.set(comment, (counts.get(comment) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, comment: string): boolean {
  const left = counts.get(comment) ?? 0;
  if (left > 0) counts.set(comment, left - 1);
  return left > 0;
}
