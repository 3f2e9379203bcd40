import { stemmer } from 'stemmer';
import { baseOfThirdPerson, DOING_VERBS, NOUNS_TOO } from '../../rules/text/verbs.ts';
import { EXAMPLE_OPENERS, IDLE, OPENINGS, PHRASES } from './lexicon.ts';
import { ownStem } from './lookalikes.ts';
import { normalWord, WORD } from './normal.ts';
import { SYNONYMS } from './synonyms.ts';

/** A word of a statement, with what it stands in. */
export interface Token {
  /** As it is written. */
  readonly text: string;
  /** In lower case, its spelling evened out. */
  readonly word: string;
  /** The same for words that ask for the same: forms of one word, and synonyms. */
  readonly key: string;
  /** The stem, for lists that hold base forms. */
  readonly stem: string;
  /** In an example, or an aside in brackets, nothing is asked. */
  readonly zone: 'demand' | 'example' | 'aside';
  /** Whether it is the first word of an aside, and the last. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** What stands between this word and the one before: `,`, `;`, `.`, `(`, a line break, or nothing. */
  readonly lead: string;
  /** From and to in the text. */
  readonly from: number;
  readonly to: number;
}

/** The stem of a word in the form that the lists are compared in. */
export function stemOf(word: string): string {
  const normal = normalWord(word);
  const stem = stemmer(normal);
  // To refill is not to refile.
  return normal.includes('ill') && stem.endsWith('il') ? `${stem}l` : stem;
}

function keyOf(word: string): string {
  return ownStem(normalWord(word), stemOf(word));
}

const SAME = new Map(
  SYNONYMS.flatMap(words => words.map(word => [keyOf(word), keyOf(words[0]!)] as const)).reverse(),
);
const LONGEST_PHRASE = 5;
const OPENER = /^(?:eg|ie)$/;

function isPlainVerb(word: string): boolean {
  const base = baseOfThirdPerson(word) ?? word;
  return DOING_VERBS.has(base) && !NOUNS_TOO.has(base);
}

/** Whether a word asks nothing by itself. */
export function isIdle({ word }: Token): boolean {
  return IDLE.has(word);
}

/** The words of a statement, but for an opening that asks nothing: `Can …`, `Is able to …`. */
export function tokensOf(statement: string): Token[] {
  const text = statement.replace(OPENINGS, '');
  const found = wordsIn(text);
  const tokens: { -readonly [key in keyof Token]: Token[key] }[] = [];
  let zone: Token['zone'] = 'demand';
  let opener = '';
  let brackets = 0;
  const closed = lastClosing(text);
  let end = 0;
  for (let at = 0; at < found.length; ) {
    const phrase = phraseAt(found, at);
    const match = found[at]!;
    const last = found[at + phrase.words - 1]!;
    const gap = text.slice(end, match.from);
    let opens = false;
    // A bracket that nothing closes opens nothing.
    for (const [at, sign] of [...gap].entries())
      if ((sign === '(' || sign === '[') && end + at < closed) {
        brackets++;
        opens = true;
      } else if (sign === ')' || sign === ']') {
        brackets = Math.max(0, brackets - 1);
        zone = 'demand';
      }
    // The full stop of `e.g.` ends nothing.
    const ends = OPENER.test(tokens.at(-1)?.word ?? '') ? /[;\n]/ : /[.;\n]/;
    if (ends.test(gap) && brackets === 0) zone = 'demand';
    // `such as` names things: a verb behind its list is no example any more.
    if (
      zone === 'example' &&
      opener === 'suchas' &&
      tokens.at(-1)?.word === 'and' &&
      isPlainVerb(phrase.word)
    )
      zone = 'demand';
    if (EXAMPLE_OPENERS.test(phrase.word)) {
      zone = 'example';
      opener = phrase.word;
    } else if (/^(?:ie|thatis)$/.test(phrase.word) && zone === 'demand') zone = 'aside';
    else if (opens && brackets > 0 && zone === 'demand') zone = 'aside';
    const stem = stemOf(phrase.word);
    const key = keyOf(phrase.word);
    const { to } = last;
    tokens.push({
      text: text.slice(match.from, to),
      word: phrase.word,
      stem,
      key: match.isEither ? OR : (SAME.get(key) ?? key),
      zone,
      opens: zone === 'aside' && (opens || tokens.at(-1)?.zone !== 'aside'),
      closes: false,
      lead: /\n/.test(gap) ? '\n' : (/[,;.:(]/.exec(gap)?.[0] ?? ''),
      from: match.from,
      to,
    });
    end = to;
    at += phrase.words;
  }
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    token.closes = token.zone === 'aside' && (next?.zone !== 'aside' || next.opens);
  }
  return tokens;
}

/** A word or a sign where it stands. */
interface Found {
  readonly from: number;
  readonly to: number;
  /** In its normal form. */
  readonly word: string;
  /** A slash between two words, which reads as `or`. */
  readonly isEither?: true;
}

const OR = keyOf('or');
const EITHER = /^\p{L}{3,}(?:\/\p{L}{3,})+$/u;

function wordsIn(text: string): Found[] {
  return Array.from(text.matchAll(WORD)).flatMap(({ 0: whole, index }): Found[] => {
    if (!EITHER.test(whole)) return [{ from: index, to: index + whole.length, word: normalWord(whole) }];
    return Array.from(whole.matchAll(/[^/]+|\//g), ({ 0: part, index: at }): Found => {
      const from = index + at;
      const place = { from, to: from + part.length, word: normalWord(part) };
      return part === '/' ? { ...place, isEither: true } : place;
    });
  });
}

/** Where the last closing bracket stands; before everything if there is none. */
function lastClosing(text: string): number {
  return Math.max(text.lastIndexOf(')'), text.lastIndexOf(']'));
}

/** The word, or the phrase that counts as one, that begins here. */
function phraseAt(found: readonly Found[], at: number): { word: string; words: number } {
  let joined = '';
  let best = { word: found[at]!.word, words: 1 };
  for (let words = 1; words <= LONGEST_PHRASE && at + words <= found.length; words++) {
    joined += `${words > 1 ? ' ' : ''}${found[at + words - 1]!.word}`;
    const phrase = PHRASES.get(joined);
    if (phrase !== undefined) best = { word: phrase, words };
  }
  return best;
}
