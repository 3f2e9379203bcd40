import type { Loaded } from '../model/load.ts';
import { commentsWithin } from '../write/comments.ts';
import { parseYaml, type YamlDocument } from '../yaml/document.ts';

/** A comment that a merge could not keep. */
export interface LostComment {
  /** Where it stands in theirs; counts from 1. */
  readonly line: number;
  /** From its `#` on. */
  readonly comment: string;
}

/**
 * The comments that theirs has and base had not, and that are in none of the texts that came of it.
 * @param texts the merged text, or what it is for each side
 */
export function lostComments(
  { base, theirs }: { readonly base: Loaded; readonly theirs: Loaded },
  texts: readonly string[],
): LostComment[] {
  const known = counted(commentsIn(base.document));
  const fresh: string[] = [];
  for (const comment of commentsIn(theirs.document)) if (!take(known, comment)) fresh.push(comment);
  if (fresh.length === 0) return [];
  const before = counted(commentsIn(base.document));
  const kept = new Map<string, number>();
  for (const text of texts)
    for (const [comment, times] of counted(commentsIn(parseYaml(text))))
      kept.set(comment, Math.max(kept.get(comment) ?? 0, times - (before.get(comment) ?? 0)));
  const lines = theirs.document.text.split('\n');
  let from = 0;
  return fresh.flatMap(comment => {
    const found = lines.findIndex((line, at) => at >= from && line.trimEnd().endsWith(comment));
    const line = found === -1 ? lines.findIndex(each => each.includes(comment)) : found;
    if (found !== -1) from = found + 1;
    return take(kept, comment) ? [] : [{ line: line + 1, comment }];
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
