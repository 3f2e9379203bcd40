import { DOING_VERBS } from '../../rules/text/verbs.ts';
import type { Evidence } from './evidence.ts';
import { HANDING, HELP, KNOWING } from './lexicon.ts';
import { areLookalikes } from './lookalikes.ts';
import { stepBetween } from './scales.ts';
import type { Segment } from './segments.ts';
import { isSlip } from './slips.ts';
import { stemOf, type Token } from './tokens.ts';

/** What it says that one word came for another; undefined where the two have nothing to do with each other. */
export function pairEvidence(
  before: Token,
  after: Token,
  segment: Segment,
): Omit<Evidence, 'words'> | undefined {
  if (isNumber(before) !== isNumber(after)) return undefined;
  if (isNumber(before)) return numbers(before, after, segment);
  return (
    sameThing(before, after) ??
    choice(before, after) ??
    stepBetween(before, after, HELP.test(segment.after?.word ?? '')) ??
    instead(before, after)
  );
}

/** Both of two things, or either of them. */
function choice({ word: a }: Token, { word: b }: Token): Omit<Evidence, 'words'> | undefined {
  const [all, any] = [/^(?:and|both)$/, /^(?:or|either)$/];
  if (all.test(a) && any.test(b)) return { direction: 'down', reason: 'one of them will do' };
  return any.test(a) && all.test(b) ? { direction: 'up', reason: 'all of them' } : undefined;
}

/** Doing a thing, where to know of it or to pass it on was enough; or the reverse. */
function instead(before: Token, after: Token): Omit<Evidence, 'words'> | undefined {
  const [a, b] = [rankOf(before), rankOf(after)];
  if (a === undefined || b === undefined || a === b) return undefined;
  return a < b
    ? { direction: 'up', reason: 'doing it, where less was asked' }
    : { direction: 'down', reason: 'less than to do it' };
}

const LESS: ReadonlySet<string> = new Set([...KNOWING, ...HANDING].map(stemOf));
const DOING: ReadonlySet<string> = new Set([...DOING_VERBS].map(stemOf));

function rankOf({ stem }: Token): number | undefined {
  if (LESS.has(stem)) return 0;
  return DOING.has(stem) ? 1 : undefined;
}

/** A slip of the pen, or another form of the same word: `modify`, `modifications`. */
function sameThing(before: Token, after: Token): Omit<Evidence, 'words'> | undefined {
  const [a, b] = [before.word, after.word];
  if (Math.min(a.length, b.length) < 5 || NEGATING.test(a) !== NEGATING.test(b)) return undefined;
  if (isFormOf(a, b)) return { direction: 'same', reason: 'another form of the word' };
  const isFront = before.from === 0 && after.from === 0;
  return isSlip(a, b, isFront) ? { direction: 'same', reason: 'a slip mended' } : undefined;
}

const NEGATING = /^(?:un|in|im|ir|dis|non|mis)/;
const ENDING =
  /^(?:y|ies|ied|ying|ications?|ations?|e|es|ed|ing|ions?|ments?|al|ance|ence|ers?|ors?|able|ive|ity|ly|s|d|ally|ory|ories)?$/;

const AGENT = /^(?:e?rs?|ors?)$/;

function isFormOf(a: string, b: string): boolean {
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  const [left, right] = [a.slice(common), b.slice(common)];
  // Who does something is not what is done: `trainers`, `training`.
  if (common < 5 || AGENT.test(left) !== AGENT.test(right) || areLookalikes(a, b)) return false;
  return ENDING.test(left) && ENDING.test(right);
}

function isNumber({ word }: Token): boolean {
  return /^[\p{N}.]*\p{N}/u.test(word);
}

/** A number is harder where it is a limit that shrank, or a least that grew. */
function numbers(before: Token, after: Token, { before: left }: Segment): Omit<Evidence, 'words'> {
  const [a, b] = [numberIn(before), numberIn(after)];
  // `1,5` may be one and a half, or one and five; `9:30` is no number.
  if (a === undefined || b === undefined) return { direction: 'unclear', reason: 'another number' };
  if (a === b) return { direction: 'same', reason: 'the same number' };
  const lead = left?.word ?? '';
  if (/^(?:within|by|than|maximum|under|every|below|[<≤])$/.test(lead))
    return b < a
      ? { direction: 'up', reason: 'a tighter limit' }
      : { direction: 'down', reason: 'a wider limit' };
  if (/^(?:least|minimum|over|exceeding|above|to|[>≥])$/.test(lead))
    return b > a
      ? { direction: 'up', reason: 'a higher number' }
      : { direction: 'down', reason: 'a lower number' };
  return { direction: 'unclear', reason: 'another number' };
}

function numberIn({ word }: Token): number | undefined {
  return /^\d+(?:\.\d+)?$/.test(word) ? Number(word) : undefined;
}

/** Initials for the words that they stand for; both are taken out of the lists where found. */
export function initials(short: Token[], long: Token[]): Token | undefined {
  for (const token of short) {
    const letters = token.text.replace(/[^\p{L}]/gu, '').toLowerCase();
    if (letters.length < 2 || token.text !== token.text.toUpperCase()) continue;
    const content = long.filter(({ word }) => !/^(?:of|the|and|for|a)$/.test(word));
    for (let at = 0; at + letters.length <= content.length; at++) {
      const run = content.slice(at, at + letters.length);
      if (run.map(({ word }) => word[0]).join('') !== letters) continue;
      short.splice(short.indexOf(token), 1);
      for (const one of run) long.splice(long.indexOf(one), 1);
      return token;
    }
  }
  return undefined;
}
