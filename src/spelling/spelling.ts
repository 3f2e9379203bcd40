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
  const knows = remembering(word => list.has(word) || isTechnical(word));
  return {
    knows,
    suggest: remembering(word => suggestionsFor(word, list)),
    britishOf: word => britishOf(word, knows),
  };
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
