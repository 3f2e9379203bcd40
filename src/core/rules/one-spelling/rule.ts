import { each } from '../each.ts';
import type { CheckingRule, OptionValues, Where } from '../rule.ts';
import { ofPiece, type Piece, pieceIds } from '../text/pieces.ts';
import type { Reading } from '../text/readings.ts';
import { TERMS } from '../text/terms.ts';
import { withCaseOf } from '../text/verbs.ts';

export const oneSpelling: CheckingRule<'framework'> = {
  meta: {
    id: 'one-spelling',
    title: 'A term that is spelt in another way',
    severity: 'warning',
    why: 'One term in two spellings is two terms to a search, and readers wonder whether they mean the same.',
    whatToDo: 'Use one spelling throughout. Your own choices go under `terms` for this rule.',
    scope: 'framework',
    fixable: 'unsafe',
    options: {
      terms: {
        holds: 'map',
        description:
          'The spelling to use, by the one not to: `helpdesk: service desk`. The same twice (`helpdesk: helpdesk`) allows a spelling.',
      },
    },
  },
  *check({ statements, isEnglish, options, report }) {
    const terms = termsIn(options, isEnglish);
    const uses = new Map<string, Map<string, Use[]>>();
    const listed = new Set([...terms.keys()].map(joinedOf));
    for (const use of yield* usesIn(statements, listed)) {
      const meant = terms.get(use.form);
      if (meant !== undefined) {
        if (meant !== use.form)
          report({
            message: `“${use.raw}” is usually spelt “${withCaseOf(meant, use.raw)}”.`,
            at: use.where,
            data: { raw: use.raw, meant: withCaseOf(meant, use.raw) },
          });
        continue;
      }
      const forms = uses.get(use.joined) ?? new Map<string, Use[]>();
      uses.set(use.joined, forms);
      const list = forms.get(use.form);
      if (list) list.push(use);
      else forms.set(use.form, [use]);
    }
    for (const forms of uses.values()) {
      if (forms.size < 2) continue;
      const [[form, most] = ['', []], ...rest] = [...forms].sort(([, a], [, b]) => b.length - a.length);
      for (const [other, list] of rest)
        for (const { raw, where } of list.filter(use => !isRight(other, form, [use], most)))
          report({
            message: `“${raw}” is spelt “${form}” elsewhere (${most.length === 1 ? 'once' : `${most.length} times`}). Use one spelling throughout.`,
            at: where,
            related: [{ at: most[0]!.where, message: `“${most[0]!.raw}”` }],
            data: { raw, meant: withCaseOf(form, raw) },
          });
    }
  },
  fix: ({ start, end, covered, data: { raw, meant } }) =>
    meant !== undefined && covered === raw
      ? [{ title: `Change to “${meant}”`, safe: false, edits: [{ start, end, text: meant }] }]
      : [],
};

/**
 * Whether two forms stand side by side rightly: `hot work`, but `a hot-work permit`.
 * @param uses of the one form; those of the other are `others`
 */
function isRight(form: string, other: string, uses: readonly Use[], others: readonly Use[]): boolean {
  const [hyphened, spaced] = form.includes('-') ? [form, other] : [other, form];
  if (hyphened.replace('-', ' ') !== spaced) return false;
  return (form === hyphened ? uses : others).every(use => use.isBeforeNoun);
}

interface Use {
  /** As it is written. */
  readonly raw: string;
  /** In lower case. */
  readonly form: string;
  /** Without spaces and hyphens. */
  readonly joined: string;
  /** Whether a word follows that it may go with: `work permit`. */
  readonly isBeforeNoun: boolean;
  readonly where: Where;
}

/** Words before which a compound is over. */
const ENDS_COMPOUND = new Set(
  'a an and are as at be been but by can for from had has have how if in into is it its must nor of on or should so such than that the their then this to was were what when where which while who why will with'.split(
    ' ',
  ),
);

/** Verbs with these are two words, and the nouns made from them one: `log in`, `a login`. */
const PARTICLES =
  /[ -](?:up|in|out|on|off|down|over|to|by|through|away|back|fold|one|day|time|times|be|more|all|self|selves|ever|how|what|where|thing|body|ready|way|ways|while|well|like)$/;

function termsIn({ terms }: OptionValues, isEnglish: boolean): ReadonlyMap<string, string> {
  const own = terms && !Array.isArray(terms) ? (terms as Readonly<Record<string, string>>) : {};
  return new Map(
    [...(isEnglish ? Object.entries(TERMS) : []), ...Object.entries(own)].map(([from, to]) => [
      from.toLowerCase(),
      to,
    ]),
  );
}

/** A word, or two with a hyphen. */
interface Word {
  readonly from: number;
  readonly to: number;
  /** In lower case, without the hyphen. */
  readonly joined: string;
}

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/\p{L}+(?:-\p{L}+)?/gu), ({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    joined: joinedOf(word),
  }));
}

const wordsIn = ofPiece((piece): readonly Word[] => wordsOf(piece));

/** What a piece ends with, and what one begins with, where that may be one of two words side by side; else nothing. */
const lastWord = ofPiece(piece => plainWord(wordsOf(piece).find(({ to }) => to === piece.length)));
const firstWord = ofPiece(piece => plainWord(wordsOf(piece).find(({ from }) => from === 0)));

function plainWord(word: Word | undefined): string {
  return word && hasNoHyphen(word) ? word.joined : '';
}

function hasNoHyphen({ from, to, joined }: Word): boolean {
  return to - from === joined.length;
}

const SHORTEST = 5;
/** To see which word follows. */
const LONG_ENOUGH = 20;
/** Longer than this is no word. */
const LONGEST = 64;

/**
 * The words that are written in two ways somewhere: with a hyphen, or in two words that stand as one elsewhere.
 * What single pieces say is worked out once for each different one; then there are few statements to be looked at.
 */
function* usesIn(
  statements: readonly Reading[],
  listed: ReadonlySet<string>,
): Generator<void, readonly Use[]> {
  const pieces: Piece[] = [];
  const met = new Uint8Array(pieceIds());
  yield* each(statements, reading => {
    for (const piece of reading.pieces)
      if (met[piece.id] === 0) {
        met[piece.id] = 1;
        pieces.push(piece);
      }
  });
  const singles = new Set(listed);
  const split = new Set(listed);
  yield* each(pieces, piece => {
    for (const word of wordsIn(piece)) {
      singles.add(word.joined);
      if (!hasNoHyphen(word)) split.add(word.joined);
    }
  });
  const pairs = new Pairs();
  yield* each(singles, single => pairs.add(single, singles));
  for (const piece of pieces) pairs.mark(piece);
  const withPair = new Set<Reading>();
  yield* each(statements, reading => {
    if (!pairs.standIn(reading.pieces)) return;
    withPair.add(reading);
    for (const pair of pairsIn(reading.text)) if (singles.has(pair)) split.add(pair);
  });
  const isUse = new Uint8Array(pieceIds());
  for (const piece of pieces)
    if (wordsIn(piece).some(({ joined }) => joined.length >= SHORTEST && split.has(joined)))
      isUse[piece.id] = 1;
  const uses: Use[] = [];
  yield* each(statements, reading => {
    if (withPair.has(reading) || reading.pieces.some(({ id }) => isUse[id] === 1))
      uses.push(...usesInOne(reading, split, listed));
  });
  return uses;
}

/** The pairs of words that also stand as one word. */
class Pairs {
  /** The second ones, by the first one. */
  readonly #seconds = new Map<string, Set<string>>();
  /** Whether a piece ends in a first one. */
  readonly #isFirst = new Uint8Array(pieceIds());

  /** Adds the pairs that a word may fall into. */
  add(single: string, singles: ReadonlySet<string>): void {
    if (single.length < SHORTEST) return;
    const end = Math.min(single.length, LONGEST);
    for (let at = 1; at < end; at++) {
      const first = single.slice(0, at);
      if (!singles.has(first)) continue;
      const second = single.slice(at);
      if (!singles.has(second)) continue;
      const seconds = this.#seconds.get(first);
      if (seconds) seconds.add(second);
      else this.#seconds.set(first, new Set([second]));
    }
  }

  /** Notes whether a piece ends in a first one; once all words are added. */
  mark(piece: Piece): void {
    if (this.#seconds.has(lastWord(piece))) this.#isFirst[piece.id] = 1;
  }

  /** Whether two pieces may be such a pair; the white space between them is not looked at. */
  standIn(pieces: readonly Piece[]): boolean {
    for (let at = 1; at < pieces.length; at++) {
      const before = pieces[at - 1]!;
      if (this.#isFirst[before.id] === 1 && this.#seconds.get(lastWord(before))?.has(firstWord(pieces[at]!)))
        return true;
    }
    return false;
  }
}

/** Two words side by side, without a hyphen in either. */
function isPair(text: string, word: Word | undefined, next: Word | undefined): boolean {
  if (!word || !next || next.from !== word.to + 1 || text[word.to] !== ' ') return false;
  return hasNoHyphen(word) && hasNoHyphen(next);
}

/** All pairs of words of a text, each as one word. */
function pairsIn(text: string): string[] {
  const words = wordsOf(text);
  return words.flatMap((word, at) =>
    isPair(text, word, words[at + 1]) ? word.joined + words[at + 1]!.joined : [],
  );
}

/** The words of a statement that are written in two ways somewhere. */
function usesInOne(
  { row: node, level, text }: Reading,
  split: ReadonlySet<string>,
  listed: ReadonlySet<string>,
): Use[] {
  const words = wordsOf(text);
  const uses: Use[] = [];
  const add = (from: number, to: number, joined: string) => {
    if (joined.length < SHORTEST || !split.has(joined)) return;
    const raw = text.slice(from, to);
    const form = raw.toLowerCase();
    if (!listed.has(joined) && PARTICLES.test(form)) return;
    const next = /^ (\p{Ll}+)/u.exec(text.slice(to, to + LONG_ENOUGH))?.[1];
    const isBeforeNoun = next !== undefined && !ENDS_COMPOUND.has(next);
    const where = { node, key: 'statements', level, span: [from, to] } as const;
    uses.push({ raw, form, joined, isBeforeNoun, where });
  };
  for (const [at, word] of words.entries()) {
    add(word.from, word.to, word.joined);
    const next = words[at + 1];
    if (next && isPair(text, word, next)) add(word.from, next.to, word.joined + next.joined);
  }
  return uses;
}

function joinedOf(form: string): string {
  return form.toLowerCase().replace(/[ -]/g, '');
}
