import type { Sliced } from '../../slices.ts';
import { candidatesAmong } from './candidates.ts';
import type { RowText, Texts } from './texts.ts';

/** A row whose words stand in another one. */
export interface Part {
  readonly row: RowText;
  readonly whole: RowText;
  /** How much of its words stands there, 0 to 1. */
  readonly confidence: number;
}

/** So much of what a part says must be missing from what the whole has become: in its topic, and elsewhere. */
const LEAST_FOUND = 0.6;
const LEAST_FOUND_ELSEWHERE = 0.9;
/** With fewer words, a row soon stands in another by chance. */
const FEWEST_WORDS = 2;
const FEWEST_WORDS_ELSEWHERE = 6;

/**
 * Finds rows that were cut out of others: their words are gone from a row that is shorter now. Read backwards, the
 * same finds rows that were joined to others.
 * @param texts of both versions
 * @param open the rows that nothing else is known of
 * @param wholes the rows that they may have been part of, each with what it is without them; nothing if it is gone
 */
export function* partsOf(
  texts: Texts,
  open: readonly RowText[],
  wholes: readonly (readonly [whole: RowText, without: RowText | undefined])[],
): Sliced<Part[]> {
  const fit = open.filter(row => row.words.length >= FEWEST_WORDS);
  if (fit.length === 0 || wholes.length === 0) return [];
  const candidates = yield* candidatesAmong(
    texts,
    wholes.map(([whole]) => whole),
  );
  const lost = wholes.map(([whole, without]) => minus(whole.words, without?.words ?? new Int32Array()));
  const parts: Part[] = [];
  for (const row of fit) {
    yield;
    let best: Part | undefined;
    for (const position of candidates.for(row)) {
      const [whole, without] = wholes[position]!;
      const near = without?.at.topic === row.at.topic;
      if (!near && row.words.length < FEWEST_WORDS_ELSEWHERE) continue;
      const found = texts.common(row.words, lost[position]!) / row.weight;
      if (found < (near ? LEAST_FOUND : LEAST_FOUND_ELSEWHERE) || found <= (best?.confidence ?? 0)) continue;
      // Not only the words: most of them in the same order, too.
      if (inOrder(row, whole) >= found - 0.3) best = { row, whole, confidence: Math.min(0.99, found) };
    }
    if (best) parts.push(best);
  }
  // One new row for one that is gone is no part of it, but another row.
  const gone = new Set(wholes.flatMap(([whole, without]) => (without ? [] : whole)));
  const times = new Map<RowText, number>();
  for (const { whole } of parts) times.set(whole, (times.get(whole) ?? 0) + 1);
  return parts.filter(({ whole }) => !gone.has(whole) || times.get(whole)! > 1);
}

/** The share of a row's neighbouring words that are neighbours in another row, too. */
function inOrder(row: RowText, whole: RowText): number {
  const there = new Set(whole.pairs);
  return row.pairs.length === 0 ? 0 : row.pairs.filter(pair => there.has(pair)).length / row.pairs.length;
}

/** What is in a sorted list and not in another, each as often as it is more there. */
function minus(words: Int32Array, others: Int32Array): Int32Array {
  const left: number[] = [];
  let at = 0;
  for (const word of words) {
    while (at < others.length && others[at]! < word) at++;
    if (at < others.length && others[at] === word) at++;
    else left.push(word);
  }
  return Int32Array.from(left);
}
