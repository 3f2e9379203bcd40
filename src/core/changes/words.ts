import { diffWordsWithSpace } from 'diff';

/** A part of a text as it changed. */
export interface WordPart {
  readonly text: string;
  readonly kind: 'same' | 'removed' | 'added';
}

/** Texts that differ in more words than this are shown as a whole, which is what a reader would do. */
const MOST_EDITS = 2000;

/** A word, or a paragraph break, which readers see. */
const SAYS_SOMETHING = /[\p{L}\p{N}\n]/u;

/**
 * What changed between two texts, word by word. The parts that are not added make up the text before, those
 * that are not removed the text after; what was removed stands before what was added in its stead.
 */
export function wordDiff(before: string, after: string): WordPart[] {
  const same = sameWords(before, after);
  const found = diffWordsWithSpace(before.slice(same), after.slice(same), { maxEditLength: MOST_EDITS });
  if (!found) return replaced(before, after);
  if (same > 0 && found[0] && !found[0].added && !found[0].removed)
    found[0].value = before.slice(0, same) + found[0].value;
  else if (same > 0) found.unshift({ value: before.slice(0, same), added: false, removed: false, count: 1 });
  const parts: WordPart[] = [];
  let removed = '';
  let added = '';
  found.forEach(({ value, removed: isRemoved, added: isAdded }, at) => {
    const changes = removed !== '' || added !== '';
    if (isRemoved) removed += value;
    else if (isAdded) added += value;
    else if (changes && at < found.length - 1 && !SAYS_SOMETHING.test(value)) {
      // A blank or a stop between two changed words belongs to both: it reads as one change, not as two.
      removed += value;
      added += value;
    } else {
      parts.push(...replaced(removed, added), { text: value, kind: 'same' });
      removed = '';
      added = '';
    }
  });
  return [...parts, ...replaced(removed, added)];
}

/** How far two texts begin with the same words: up to the last of them that a blank follows in both. */
function sameWords(before: string, after: string): number {
  let same = 0;
  for (let at = 0; at < before.length && before[at] === after[at]; at++)
    if (before[at] === ' ' && isWord(before[at + 1]) && isWord(after[at + 1])) same = at + 1;
  return same;
}

function isWord(letter: string | undefined): boolean {
  return letter !== undefined && /\S/.test(letter);
}

function replaced(removed: string, added: string): WordPart[] {
  const parts: WordPart[] = [
    { text: removed, kind: 'removed' },
    { text: added, kind: 'added' },
  ];
  return parts.filter(part => part.text !== '');
}
