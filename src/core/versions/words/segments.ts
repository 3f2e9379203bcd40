import { diffArrays } from 'diff';
import { isIdle, type Token } from './tokens.ts';

/** A stretch in which two statements differ: what went, and what came in its stead. */
export interface Segment {
  readonly removed: readonly Token[];
  readonly added: readonly Token[];
  /** What stands before and after it in the newer statement. */
  readonly before: Token | undefined;
  readonly after: Token | undefined;
}

/**
 * The stretches in which two statements differ by what they ask: other forms of the same word, synonyms and
 * words that only changed places are left out.
 */
export function segmentsOf(before: readonly Token[], after: readonly Token[]): Segment[] {
  const parts = diffArrays([...before], [...after], {
    comparator: (a, b) => a.key === b.key && zoneOf(a) === zoneOf(b),
  });
  const segments: {
    removed: Token[];
    added: Token[];
    before: Token | undefined;
    after: Token | undefined;
  }[] = [];
  let reached = 0;
  let open = false;
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      reached += value.length;
      // Two stretches that only idle words part are one change.
      if (!value.every(isIdle) || value.length > 2) open = false;
      continue;
    }
    if (!open)
      segments.push({ removed: [], added: [], before: wordBefore(after, reached), after: undefined });
    open = true;
    const segment = segments.at(-1)!;
    if (removed) segment.removed.push(...value);
    else {
      segment.added.push(...value);
      reached += value.length;
    }
    segment.after = after[reached];
  }
  return withoutMoved(segments);
}

/** The word before a place; `£` belongs to its number. */
function wordBefore(tokens: readonly Token[], at: number): Token | undefined {
  const token = tokens[at - 1];
  return token && /^\p{Sc}$/u.test(token.word) ? tokens[at - 2] : token;
}

/** An aside asks no more than a demand says; an example does not ask. */
function zoneOf({ zone }: Token): string {
  return zone === 'example' ? 'example' : 'demand';
}

/** Leaves out words that went in one place and came in another, for they only changed places; idle ones stay, which phrases are known by. */
function withoutMoved(segments: readonly Segment[]): Segment[] {
  const counts = new Map<string, number>();
  const nameOf = (token: Token) => `${zoneOf(token)} ${token.key}`;
  for (const { removed } of segments)
    for (const token of removed.filter(one => !isIdle(one)))
      counts.set(nameOf(token), (counts.get(nameOf(token)) ?? 0) + 1);
  const moved = new Map<string, number>();
  const kept = (token: Token, pool: Map<string, number>) => {
    const left = pool.get(nameOf(token)) ?? 0;
    if (left === 0) return true;
    pool.set(nameOf(token), left - 1);
    return false;
  };
  const added = segments.map(segment =>
    segment.added.filter(token => {
      if (kept(token, counts)) return true;
      moved.set(nameOf(token), (moved.get(nameOf(token)) ?? 0) + 1);
      return false;
    }),
  );
  return segments
    .map((segment, at) => ({
      ...segment,
      removed: segment.removed.filter(token => kept(token, moved)),
      added: added[at]!,
    }))
    .filter(({ removed, added }) => removed.length + added.length > 0);
}
