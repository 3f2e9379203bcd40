import { distance } from 'fastest-levenshtein';
import type { WordList } from './wordList.ts';

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz'-"];
const MOST = 3;
/** Shorter words have too many neighbours at two slips for any of them to be likely. */
const LONG_ENOUGH_FOR_TWO = 5;
const SHORTEST_HALF = 3;
/** Nobody types a longer word by mistake, and looking for its neighbours takes the longer the longer it is. */
const LONGEST = 40;

/**
 * The words that somebody may have meant, the likeliest first: one slip away, else two, else two words written
 * as one. What slips there are, and that they come in this order, is as Hunspell has it.
 * @param word in lower case, or a name
 */
export function suggestionsFor(word: string, list: WordList): string[] {
  if (word.length < 2 || word.length > LONGEST) return [];
  const candidates = oneSlipAway(word);
  const near = unique([...capitals(word, list), ...candidates.filter(candidate => list.has(candidate))]);
  if (near.length > 0) return near.slice(0, MOST);
  const names = unique(candidates.flatMap(candidate => capitals(candidate, list)));
  if (names.length > 0) return names.slice(0, MOST);
  const split = inTwo(word, list);
  const far = word.length < LONG_ENOUGH_FOR_TWO ? [] : twoSlipsAway(word, list);
  return [...far, ...split].slice(0, MOST);
}

/** A name or an abbreviation that the list has with capitals. */
function capitals(word: string, list: WordList): string[] {
  return [word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()].filter(form => list.has(form));
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}

/** What one slip may have been made from, the commonest kinds of slips first. */
function oneSlipAway(word: string): string[] {
  const at = [...word].map((_, index) => index);
  const swapped = at.slice(1).map(i => word.slice(0, i - 1) + word[i] + word[i - 1] + word.slice(i + 1));
  const doubled = at.map(i => word.slice(0, i) + word[i] + word.slice(i));
  const singled = at.filter(i => word[i] === word[i - 1]).map(i => word.slice(0, i) + word.slice(i + 1));
  const vowels = at
    .filter(i => 'aeiouy'.includes(word[i]!))
    .flatMap(i => [...'aeiouy'].map(vowel => word.slice(0, i) + vowel + word.slice(i + 1)));
  const added = [...at, word.length]
    .slice(1)
    .flatMap(i => LETTERS.map(letter => word.slice(0, i) + letter + word.slice(i)));
  const left = at.slice(1).map(i => word.slice(0, i) + word.slice(i + 1));
  const changed = at
    .slice(1)
    .flatMap(i => LETTERS.map(letter => word.slice(0, i) + letter + word.slice(i + 1)));
  const first = [
    word.slice(1),
    ...LETTERS.slice(0, 26).flatMap(letter => [letter + word.slice(1), letter + word]),
  ];
  return [...swapped, ...doubled, ...singled, ...vowels, ...added, ...left, ...changed, ...first];
}

/** Words with the same first letter, which is seldom wrong, and the same or nearly the same length. */
function twoSlipsAway(word: string, list: WordList): string[] {
  const found: string[] = [];
  for (const candidate of list.beginningWith(word.charAt(0)))
    if (Math.abs(candidate.length - word.length) <= 2 && distance(candidate, word) === 2)
      found.push(candidate);
  const shared = new Map(found.map(candidate => [candidate, sharedEnds(candidate, word)]));
  return found.sort((a, b) => shared.get(b)! - shared.get(a)!);
}

/** How many characters two words have in common at the start and at the end. */
function sharedEnds(one: string, other: string): number {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < one.length && one.at(-1 - end) === other.at(-1 - end)) end++;
  return start + end;
}

/** `knowledgebase` as `knowledge base`; the halves that differ least in length first. */
function inTwo(word: string, list: WordList): string[] {
  const found: string[] = [];
  for (let at = SHORTEST_HALF; at <= word.length - SHORTEST_HALF; at++)
    if (list.has(word.slice(0, at)) && list.has(word.slice(at)))
      found.push(`${word.slice(0, at)} ${word.slice(at)}`);
  const unequal = (pair: string) => Math.abs(2 * pair.indexOf(' ') - pair.length);
  return found.sort((a, b) => unequal(a) - unequal(b)).slice(0, 1);
}
