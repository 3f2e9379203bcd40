import { ALL_VERBS } from '../../rules/text/verbs.ts';
import { DEGREES, FREQUENCIES, VAGUE_FREQUENCIES, VERB_LADDERS } from './ladders.ts';
import { IDLE, LARGE, SMALL } from './lexicon.ts';
import { SYNONYMS } from './synonyms.ts';

/** Words that the lists hold: one of them in the place of another was meant. */
const KNOWN: ReadonlySet<string> = new Set([
  ...[ALL_VERBS, IDLE, LARGE, SMALL].flatMap(words => [...words]),
  ...[...SYNONYMS, ...DEGREES, ...FREQUENCIES, ...VAGUE_FREQUENCIES, ...VERB_LADDERS.flat()].flat(),
]);

/** Words that differ by two letters changing places, or by a letter that is doubled, and are not the same. */
const TWINS: ReadonlySet<string> = new Set(
  `casual causal casually causally martial marital united untied unites unties complaint compliant complaints
  sacred scared discrete discreet discretely discreetly cavalry calvary casualty causalty silver sliver minute minuet
  desert dessert deserts desserts canon cannon canons cannons furry fury ballet ballot coral corral corals corrals
  assess access cooper copper`
    .trim()
    .split(/\s+/),
);

/**
 * Whether one of two words is the other with a slip of the pen. There is no dictionary here, so only what is all but
 * certain counts: within the stem, two letters that changed places (`maintian`) or a consonant that is doubled once
 * too often or too seldom (`accomodate`); and at the head of a statement, a verb that misses a letter (`Mange`).
 * Anything else may be another word: `patients` and `patents`, `prenatal` and `perinatal`, `filing` and `filling`.
 * @param isHead whether both open their statements
 */
export function isSlip(a: string, b: string, isHead: boolean): boolean {
  if (KNOWN.has(a) && KNOWN.has(b)) return false;
  if (TWINS.has(a) && TWINS.has(b)) return false;
  if (a.length === b.length) return isTransposed(a, b);
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length !== short.length + 1) return false;
  const at = [...long].findIndex((letter, index) => letter !== short[index]);
  if (long.slice(at + 1) !== short.slice(at)) return false;
  if (isHead && at > 0 && at < short.length && (ALL_VERBS.has(a) || ALL_VERBS.has(b))) return true;
  return short.length >= 6 && isDoubled(long, at);
}

/** Not in the first three letters, where `per` and `pre` stand. */
function isTransposed(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return (
    at >= 3 &&
    a.length >= 6 &&
    a[at] === b[at + 1] &&
    a[at + 1] === b[at] &&
    a.slice(at + 2) === b.slice(at + 2)
  );
}

/** Before an ending (`filing`, `filling`) and at the end (`discus`, `discuss`) a doubled consonant makes another word. */
function isDoubled(long: string, at: number): boolean {
  return (
    /[^aeiouy]/.test(long[at]!) &&
    long[at] === long[at - 1] &&
    at < long.length - 1 &&
    !/^(?:ing|ings|ed|er|ers|y|ies|ily|or|ors|le|les|al|en|e|es|s|on|ons|ow|ows|et|ets)$/.test(
      long.slice(at + 1),
    )
  );
}
