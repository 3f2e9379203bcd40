/** Shorter words are mostly those that every statement has: and, the, with. */
const SHORTEST = 4;

/**
 * How much two texts have in common: twice the number of words that both have, over the words of both (Dice's
 * measure). Words count once each; case, punctuation and short words not at all.
 * @returns 0 for nothing, 1 for all; undefined where a text has no words to go by
 */
export function sharedWords(a: string, b: string): number | undefined {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.size === 0 || right.size === 0) return undefined;
  let common = 0;
  for (const word of left) if (right.has(word)) common++;
  return (2 * common) / (left.size + right.size);
}

function wordsOf(text: string): Set<string> {
  const words = Array.from(text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu), ([word]) => word);
  return new Set(words.filter(word => word.length >= SHORTEST));
}
