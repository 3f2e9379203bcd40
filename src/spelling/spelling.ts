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
  const isListed = (word: string) => list.has(word) || isTechnical(word) || singularOf(word).some(list.has);
  const knows = remembering(word => isListed(word) || partsOf(word).some(isListed));
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

/** Greek and Latin forms that go before a word of its own in the words of a science. */
const BEFORE =
  /^(?:cardio|cyber|electro|gastro|haemo|hydro|hyper|hypo|immuno|infra|intra|macro|micro|multi|nano|nephro|neuro|osteo|patho|physio|psycho|pseudo|socio|thermo|ultra)([a-z]{5,})$/;
/** What somebody or something can be to a degree: `testability`. */
const ABILITY = /^([a-z]{4,})ability$/;

/**
 * What a word is made from that no dictionary lists in all its compounds, if it is one of two plain kinds. A slip in
 * the rest of it is one still.
 */
function partsOf(word: string): string[] {
  const [, rest] = BEFORE.exec(word) ?? [];
  const [, verb] = ABILITY.exec(word) ?? [];
  return [...(rest ? [rest] : []), ...(verb ? [verb, `${verb}e`] : [])];
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
