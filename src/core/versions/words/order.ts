import { FREQUENCIES, VAGUE_FREQUENCIES } from './ladders.ts';
import { LARGE, SMALL } from './lexicon.ts';
import { isIdle, stemOf, type Token } from './tokens.ts';

/**
 * The first two words of a statement that changed places so that it may ask for something else: `the nurse reports to
 * the doctor`, `teach nurses to plan`. Things that `and`, `or` or a comma join may stand in any order, as may adverbs
 * and a phrase at the beginning that a comma ends; and `records of patients` are `patient records`.
 */
export function swapped(before: readonly Token[], after: readonly Token[]): readonly Token[] | undefined {
  const [old, now] = [straight(before), straight(after)];
  return firstSwap(old, now) ?? firstSwap(now, old);
}

function firstSwap(old: readonly Token[], now: readonly Token[]): readonly Token[] | undefined {
  const [places, ours] = [placesOf(old), placesOf(now)];
  const common = [...ours.values()].filter(at => places.has(now[at]!.key));
  for (let nth = 1; nth < common.length; nth++) {
    const [left, right] = [common[nth - 1]!, common[nth]!];
    const [from, to] = [places.get(now[right]!.key)!, places.get(now[left]!.key)!];
    if (from > to) continue;
    const isFree = joined(now, left, right) && joined(old, from, to);
    if (!isFree && !isCompound(now, left, right, old, from, to)) return [now[left]!, now[right]!];
  }
  return undefined;
}

/** With a phrase at the beginning that a comma ends behind what it says something of. */
function straight(tokens: readonly Token[]): readonly Token[] {
  const [first] = tokens;
  if (!first || !isIdle(first) || /^(?:an?|the)$/.test(first.word)) return tokens;
  const comma = tokens.findIndex(({ lead }) => lead === ',');
  return comma < 0 ? tokens : [...tokens.slice(comma), ...tokens.slice(0, comma)];
}

const OFTEN: ReadonlySet<string> = new Set([...FREQUENCIES, ...VAGUE_FREQUENCIES].flat().map(stemOf));

/** Where the words stand that have a place: those that ask something, stand once, and are no adverbs. */
function placesOf(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    if (isIdle(token) || token.zone === 'example' || token.word.endsWith('ly') || OFTEN.has(token.stem))
      continue;
    if (places.has(token.key)) twice.add(token.key);
    places.set(token.key, at);
  }
  for (const key of twice) places.delete(key);
  return places;
}

/** Whether something joins, or parts, two words. */
function joined(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from + 1, to + 1)
    .some(({ word, lead }) => /[,;.:(\n]/.test(lead) || /^(?:and|or|plus|aswellas)$/.test(word));
}

/** Whether it is `records of the patients` in one text and `patient records` in the other. */
function isCompound(
  tokens: readonly Token[],
  from: number,
  to: number,
  others: readonly Token[],
  left: number,
  right: number,
): boolean {
  // What somebody has may be a list: `people's rights and duties`.
  const isName = (list: readonly Token[], a: number, b: number) => {
    const isList = /['’]s$/.test(list[a]!.text);
    return (
      (isList || b - a <= LONGEST_NAME) &&
      list.slice(a, b + 1).every(token => (isList && /^(?:and|or)$/.test(token.word)) || isPlain(token))
    );
  };
  const isOf = (list: readonly Token[], a: number, b: number) => {
    const idle = list.slice(a + 1, b).filter(token => isIdle(token) && !NO_MATTER.test(token.word));
    return idle.length === 1 && /^(?:of|for|in|on)$/.test(idle[0]!.word);
  };
  return (
    (isName(tokens, from, to) && isOf(others, left, right)) ||
    (isName(others, left, right) && isOf(tokens, from, to))
  );
}

/** Words of degree belong to one thing: complex tests of simple systems are others than simple tests of complex ones. */
function isPlain(token: Token): boolean {
  return !isIdle(token) && !SMALL.has(token.word) && !LARGE.has(token.word);
}

const LONGEST_NAME = 2;
const NO_MATTER = /^(?:and|or|an?|the|their|its)$/;
