import type { Loaded } from '../model/load.ts';
import { commentsWithin } from '../write/comments.ts';
import { parseYaml, type YamlDocument } from '../yaml/document.ts';

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
 * The comments that one side has and base had not, and that are in none of the texts that came of it.
 * @param texts the merged text, or what it is for each side
 */
export function lostComments(
  sides: { readonly base: Loaded; readonly ours: Loaded; readonly theirs: Loaded },
  texts: readonly string[],
): LostComment[] {
  const [base, ours, theirs] = [sides.base, sides.ours, sides.theirs].map(({ document }) =>
    commentsIn(document),
  ) as [string[], string[], string[]];
  const fresh = { ours: added(base, ours), theirs: added(base, theirs) };
  if (fresh.ours.length + fresh.theirs.length === 0) return [];
  // Of the comments of the base, those stand in the result that neither side took away.
  const old = [base, ours, theirs].map(counted);
  const made = new Map<string, number>();
  for (const text of texts)
    for (const [comment, times] of counted(commentsIn(parseYaml(text)))) {
      const stayed = Math.min(...old.map(counts => counts.get(comment) ?? 0));
      made.set(comment, Math.max(made.get(comment) ?? 0, times - stayed));
    }
  return (['ours', 'theirs'] as const).flatMap(side => {
    const kept = new Map(made);
    return linesOf(fresh[side], sides[side].document.text).flatMap(({ line, comment }) =>
      take(kept, comment) ? [] : [{ side, line, comment }],
    );
  });
}

function added(base: readonly string[], own: readonly string[]): string[] {
  const known = counted(base);
  return own.filter(comment => !take(known, comment));
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
  return commentsWithin(text, 0, text.length, root);
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
