import type { Spelling } from '../core/index.ts';
import { britishOf } from './american.ts';
import { suggestionsFor } from './suggest.ts';
import { TECHNICAL_WORDS } from './technicalWords.ts';
import { readWordList } from './wordList.ts';

/** Beyond this many words what is remembered is forgotten, and found out anew. */
const REMEMBERED = 20_000;

/**
 * The spelling by a list of words and the terms of the trade. What it was asked once it knows without looking.
 * @param coded the list, front-coded (see `readWordList`)
 */
export function spellingOf(coded: string): Spelling {
  const list = readWordList(coded);
  const knows = remembering(word => list.has(word) || isTechnical(word) || singularOf(word).some(list.has));
  return {
    knows,
    suggest: remembering(word => suggestionsFor(word, list)),
    britishOf: word => britishOf(word, knows),
  };
}

const LONG_ENOUGH = 7;
/** What there is no plural of, though many write one. */
const UNCOUNTABLE =
  /^(?:advice|equipment|feedback|furniture|hardware|homework|information|knowledge|research|software)s$/;

/**
 * What a word may be more than one of; the dictionary leaves out many regular plurals. None for short words, in which
 * an s is a slip as often (`thiss`).
 */
function singularOf(word: string): string[] {
  if (word.length < LONG_ENOUGH || !/^[a-z]+[^s]s$/.test(word) || UNCOUNTABLE.test(word)) return [];
  if (/[^aeiou]ys$/.test(word)) return [];
  const one = word.slice(0, -1);
  if (word.endsWith('ies')) return [word.replace(/ies$/, 'y')];
  return /(?:ch|sh|x|z|s)es$/.test(word) ? [one, one.slice(0, -1)] : [one];
}

/** As it is listed, or several of it. */
function isTechnical(word: string): boolean {
  return TECHNICAL_WORDS.has(word) || (word.endsWith('s') && TECHNICAL_WORDS.has(word.slice(0, -1)));
}

function remembering<T>(answer: (word: string) => T): (word: string) => T {
  const answers = new Map<string, T>();
  return word => {
    const before = answers.get(word);
    if (before !== undefined) return before;
    if (answers.size >= REMEMBERED) answers.clear();
    const now = answer(word);
    answers.set(word, now);
    return now;
  };
}
