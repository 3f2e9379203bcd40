import { normaliseStatement } from '../model/statement.ts';

/** Two rows with at least this likeness are taken for one and the same. */
export const ALIKE = 0.6;

/** How often each word occurs; case and punctuation make no difference. */
export interface WordBag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

/**
 * The words of a row.
 * @param levels those to look at: what a sheet has no column for cannot differ there
 */
export function bagOf(statements: ReadonlyMap<string, string>, levels: Iterable<string>): WordBag {
  const counts = new Map<string, number>();
  let size = 0;
  for (const level of levels)
    for (const word of wordsIn(statements.get(level) ?? '')) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      size++;
    }
  return { counts, size };
}

/** The words of a text in order, in small letters, without punctuation. */
export function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Dice's measure: twice the words that both have, over the words of both; 0 for nothing in common, 1 for all. */
export function likeness(a: WordBag, b: WordBag): number {
  if (a.size + b.size === 0) return 0;
  let common = 0;
  for (const [word, count] of a.counts) common += Math.min(count, b.counts.get(word) ?? 0);
  return (2 * common) / (a.size + b.size);
}

/** What a row says at these levels as one text: the same for the same words. `''` if it says nothing. */
export function wordsAt(statements: ReadonlyMap<string, string>, levels: Iterable<string>): string {
  const filled = [...levels]
    .map(level => [level, normaliseStatement(statements.get(level) ?? '')] as const)
    .filter(([, text]) => text !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return filled.length === 0 ? '' : JSON.stringify(filled);
}
