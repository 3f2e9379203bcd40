import type { CheckingRule, OptionValues, Spelling } from '../rule.ts';
import { type SpelledWord, spelledWords } from '../text/spelledWords.ts';
import { TERMS } from '../text/terms.ts';

export const britishSpelling: CheckingRule<'statement'> = {
  meta: {
    id: 'british-spelling',
    title: 'A word that is not in the British dictionary',
    severity: 'warning',
    why: 'A slip in a published standard stays for years, and is not found by those who search for the word. One spelling throughout also shows that one body speaks.',
    whatToDo:
      'Correct it. If it is right (a name, a term of the trade), add it to the `words` in `framework.config.yaml`, which a quick fix does, or explain it in the glossary.',
    scope: 'statement',
    fixable: 'unsafe',
    needs: 'spelling',
    language: 'en-GB',
    options: {
      words: { holds: 'texts', description: 'Words that are right for this rule alone.' },
    },
  },
  check({ text, spelling, glossary, options, report }) {
    if (!spelling) return;
    const unknown = unknownIn(text, spelling);
    if (unknown.length === 0) return;
    const own = ownWords(glossary, options);
    for (const { raw, word, start, compound, next, british, isFirst } of unknown) {
      const isOwn = (one: string) => isListed(own, one.replaceAll('’', "'"));
      if (isOwn(word) || (compound !== undefined && isOwn(compound))) continue;
      const covered = next === undefined ? raw : `${raw} ${next}`;
      const near =
        next === undefined ? spelling.suggest(isFirst ? word.toLowerCase() : word) : [`${raw}-${next}`];
      const meant = (british === undefined ? near : [british]).map(one => asWritten(one, raw));
      const what =
        british !== undefined
          ? `“${raw}” is the American spelling of “${meant[0]}”. Use the British one.`
          : next === undefined
            ? `“${raw}” is not in the British dictionary. ${question(meant)}`
            : `“${raw}” is no word by itself. ${question(meant)}`;
      report({
        message: what,
        span: [start, start + covered.length],
        data: { word: raw, covered, meant: meant.join('\n') },
      });
    }
  },
  fix: ({ start, end, covered, data }) =>
    covered === data.covered && data.meant
      ? data.meant
          .split('\n')
          .map(text => ({ title: `Change to “${text}”`, safe: false, edits: [{ start, end, text }] }))
      : [],
};

interface Unknown extends SpelledWord {
  /** Where it is an American spelling. */
  readonly british?: string;
}

/** How many words must be there to tell that they are of another language. */
const FEWEST_TO_TELL = 6;
/** How many statements are remembered, so that an edit in a row costs no more than the statement it is in. */
const REMEMBERED = 1_000;
const known = new WeakMap<Spelling, Map<string, readonly Unknown[]>>();

/** The words of a statement that the dictionary does not know. */
function unknownIn(text: string, spelling: Spelling): readonly Unknown[] {
  const statements = known.get(spelling) ?? new Map<string, readonly Unknown[]>();
  known.set(spelling, statements);
  let found = statements.get(text);
  if (!found) {
    const words = spelledWords(text);
    found = words.flatMap(word => judged(word, spelling) ?? []);
    // Nobody misspells most of what they write: this is another language.
    if (words.length >= FEWEST_TO_TELL && found.length * 2 > words.length) found = [];
    if (statements.size >= REMEMBERED) statements.clear();
    statements.set(text, found);
  }
  return found;
}

/** The word, if it is not known; undefined: it is right, or a name that nobody can look up. */
function judged(spelled: SpelledWord, spelling: Spelling): Unknown | undefined {
  const { word, compound, isFirst } = spelled;
  const knows = (one: string) => spelling.knows(one) || spelling.knows(withoutAccents(one));
  const small = word.toLowerCase();
  if (knows(word) || knows(small)) return undefined;
  if (compound !== undefined && ['-', ''].some(hyphen => knows(joinedBy(hyphen, compound)))) return undefined;
  // Another rule says which spelling of these is usual.
  if ([small, compound?.toLowerCase() ?? small].some(one => Object.hasOwn(TERMS, one))) return undefined;
  const british = spelling.britishOf(small);
  if (british !== undefined) return { ...spelled, british };
  return word === small || isFirst ? spelled : undefined;
}

/** As it is, for one of several, and in lower case where the list has it so. */
function isListed(list: ReadonlySet<string>, word: string): boolean {
  return [word, word.toLowerCase()].some(
    one => list.has(one) || (one.endsWith('s') && list.has(one.slice(0, -1))),
  );
}

/** `co-ordinate` as it is, and as `coordinate`. */
function joinedBy(hyphen: string, compound: string): string {
  return compound.toLowerCase().replace(/[-‐‑]/g, hyphen);
}

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** The words of the framework itself: of its glossary, and of the settings beside it. */
function ownWords(glossary: ReadonlyMap<string, string>, { words }: OptionValues): ReadonlySet<string> {
  const texts = [...glossary].flat().concat(Array.isArray(words) ? (words as readonly string[]) : []);
  return new Set(
    texts.flatMap(text => {
      const whole = text.trim().replaceAll('’', "'");
      return [whole, ...(whole.match(/[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*/gu) ?? [])];
    }),
  );
}

/** With the capital and the apostrophe of what it replaces. */
function asWritten(word: string, raw: string): string {
  const cased = /^\p{Lu}/u.test(raw) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  return raw.includes('’') ? cased.replaceAll("'", '’') : cased;
}

function question(meant: readonly string[]): string {
  const last = meant.at(-1);
  if (last === undefined) return 'Correct it, or add it to the word list.';
  const others = meant.slice(0, -1).map(one => `“${one}”`);
  const all = others.length > 0 ? `${others.join(', ')} or “${last}”` : `“${last}”`;
  return `Is ${all} meant? If it is right, add it to the word list.`;
}
