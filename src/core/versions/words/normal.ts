import { evenSpelling } from './spelling.ts';

/** Words in the form in which only a difference that matters is left: case, punctuation and known spellings are gone. */

const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A hyphen, or a dash that stands for one. */
const DASH = '[-‐-―]';

/**
 * What stands in a text: words, numbers, and the signs that mean something. Those are signs of mathematics, money
 * and the like wherever they stand; a dash, a slash, a full stop, `#`, `*` and their kind only where they touch a
 * number or a word in such a way that they are more than punctuation: `-5`, `5-10`, `24/7`, `A-`, `.NET`, `C#`, `A*`.
 */
export const WORD = new RegExp(
  [
    // Words, with what may stand within them; a slash only between letters.
    String.raw`\p{L}(?:[\p{L}\p{M}\p{N}]|['’&.](?=['’&.]*[\p{L}\p{N}])|(?<!\p{N})/(?=\p{L}))*`,
    // Numbers.
    String.raw`(?<![\p{L}\p{N}\p{M}.)\]])\.\p{N}+|\p{N}(?:[\p{N}.,:]*\p{N})?`,
    '[&%‰^′″]',
    // A mark of a trade asks nothing, and one that opens a line is a bullet.
    String.raw`(?![©®™℠])(?!(?<=(?:^|\n)\s*)[←-⇿■-◿✀-➿]\s+\P{N})[\p{Sm}\p{Sc}\p{So}]`,
    // Less than nothing, a range, a mark: `-5`, `5–10`, `A-`.
    String.raw`(?<![\p{L}\p{N}\p{M})\]'’"”.,:;%-])${DASH}(?=\.?\p{N})`,
    String.raw`(?<=[\p{N}%°]\s*)${DASH}(?=\s*\p{Sc}?\.?\p{N})`,
    String.raw`(?<=(?<![\p{L}\p{N}])\p{Lu})${DASH}(?![\p{L}\p{N}])`,
    String.raw`(?<=[\p{N}%]\s*)/(?=\s*[\p{L}\p{N}])|/(?=\p{N})`,
    String.raw`(?<![\p{L}\p{N}\p{M}.)\]])\.(?=\p{L})`,
    String.raw`[#@§\\](?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])[#@§]`,
    // Unless it ends words that are *set off*.
    String.raw`(?<=[\p{L}\p{N}])(?<!(?<![\p{L}\p{N}*])\*+[^*\n]+)\*`,
  ].join('|'),
  'gu',
);

/** Whether it is a sign, neither a word nor a number, nor one that stands for a word. */
export function isSign(word: string): boolean {
  return !/[\p{L}\p{N}]/u.test(word);
}

/** A word in lower case, without accents, hyphens and apostrophes, in one of its spellings. */
export function normalWord(word: string): string {
  if (word === '&') return 'and';
  if (word === '%') return 'percent';
  if (isSign(word)) return word.replace(/^[-‐-―−]$/, '-').normalize('NFKC');
  const bare = withoutAccents(word)
    .toLowerCase()
    .replace(/[-‐-―'’‘`.]/g, '');
  const number = NUMBERS.indexOf(bare);
  if (number >= 0) return String(number);
  // A number keeps its point, 1.5 hours are not 15; a comma is nothing before three figures only.
  if (/\p{N}/u.test(bare)) {
    const plain = word.toLowerCase().replace(/\.$/, '');
    return /^\d{1,3}(?:,\d{3})+(?![\d,])/.test(plain) ? plain.replaceAll(',', '') : plain;
  }
  return evenSpelling(bare);
}

/** Letters of other scripts, and raised figures, are others with their marks: 10² is not 102. */
function withoutAccents(word: string): string {
  return word
    .replace(/[^\p{No}]+/gu, part => part.normalize('NFKD'))
    .replace(/(?<=\p{Script=Latin}[\u0300-\u036f]*)[\u0300-\u036f]/gu, '');
}

/**
 * Whether two texts are the same words: they differ in case, punctuation, spacing, accents and known spellings at
 * most. `e-mail`, `e mail` and `email` are the same word.
 */
export function sameWords(a: string, b: string): boolean {
  return lettersOf(a) === lettersOf(b);
}

function lettersOf(text: string): string {
  return joined(
    Array.from(text.matchAll(WORD), ([found]) => (isSign(found) ? [found] : found.split('/')))
      .flat()
      .map(normalWord),
  );
}

/** Words as one, in which spaces tell nothing; but two numbers side by side are not one. */
export function joined(words: readonly string[]): string {
  let letters = '';
  for (const word of words) letters += /\p{N}$/u.test(letters) && /^[\p{N}.]/u.test(word) ? ` ${word}` : word;
  return letters;
}
