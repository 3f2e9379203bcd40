import type { Row } from '../../model/types.ts';
import type { CheckingRule, OptionValues, Where } from '../rule.ts';
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
  check({ rows, options, report }) {
    const terms = termsIn(options);
    const uses = new Map<string, Map<string, Use[]>>();
    const listed = new Set([...terms.keys()].map(joinedOf));
    const texts = rows.flatMap(({ row }) => textsOf(row));
    // Two words side by side matter only if they stand as one, or with a hyphen, somewhere.
    const singles = new Set(listed);
    for (const { joined } of texts) for (const word of joined) singles.add(word);
    const split = new Set(listed);
    for (const text of texts) for (const one of splitIn(text, singles)) split.add(one);
    for (const use of texts.flatMap(text => usesIn(text, split, listed))) {
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
      for (const [, list] of rest)
        for (const { raw, where } of list)
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

interface Use {
  /** As it is written. */
  readonly raw: string;
  /** In lower case. */
  readonly form: string;
  /** Without spaces and hyphens. */
  readonly joined: string;
  readonly where: Where;
}

/** Verbs with these are two words, and the nouns made from them one: `log in`, `a login`. */
const PARTICLES =
  /[ -](?:up|in|out|on|off|down|over|to|by|through|away|back|fold|one|day|time|times|be|more|all|self|selves|ever|how|what|where|thing|body|ready|way|ways|while|well|like)$/;

function termsIn({ terms }: OptionValues): ReadonlyMap<string, string> {
  const own = terms && !Array.isArray(terms) ? (terms as Readonly<Record<string, string>>) : {};
  return new Map(
    [...Object.entries(TERMS), ...Object.entries(own)].map(([from, to]) => [from.toLowerCase(), to]),
  );
}

/** The words of a statement, each with where it begins and ends. */
interface Text {
  readonly row: Row;
  readonly level: string;
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The words in lower case, without hyphens. */
  readonly joined: readonly string[];
}

const textsByRow = new WeakMap<Row, readonly Text[]>();

function textsOf(row: Row): readonly Text[] {
  let texts = textsByRow.get(row);
  if (!texts) {
    texts = [...row.statements].map(([level, text]) => {
      const starts: number[] = [];
      const ends: number[] = [];
      const joined: string[] = [];
      for (const { 0: word, index } of text.matchAll(/\p{L}+(?:-\p{L}+)?/gu)) {
        starts.push(index);
        ends.push(index + word.length);
        joined.push(joinedOf(word));
      }
      return { row, level, text, starts, ends, joined };
    });
    textsByRow.set(row, texts);
  }
  return texts;
}

const SHORTEST = 5;

/** Two words side by side, without a hyphen in either. */
function isPair({ text, starts, ends, joined }: Text, at: number): boolean {
  const next = at + 1;
  return (
    starts[next] === ends[at]! + 1 &&
    text[ends[at]!] === ' ' &&
    ends[at]! - starts[at]! === joined[at]!.length &&
    ends[next]! - starts[next]! === joined[next]!.length
  );
}

/** What a text writes with a hyphen, or in two words that stand as one elsewhere; all joined. */
function splitIn(text: Text, singles: ReadonlySet<string>): string[] {
  const { starts, ends, joined } = text;
  return joined.flatMap((word, at) => {
    if (ends[at]! - starts[at]! > word.length) return word;
    const both = isPair(text, at) ? word + joined[at + 1]! : '';
    return both !== '' && singles.has(both) ? both : [];
  });
}

/** The words of a text that are written in two ways somewhere. */
function usesIn(whole: Text, split: ReadonlySet<string>, listed: ReadonlySet<string>): Use[] {
  const { row, level, text, starts, ends, joined } = whole;
  const uses: Use[] = [];
  const add = (from: number, to: number, one: string) => {
    if (one.length < SHORTEST || !split.has(one)) return;
    const raw = text.slice(from, to);
    const form = raw.toLowerCase();
    if (listed.has(one) || !PARTICLES.test(form))
      uses.push({ raw, form, joined: one, where: { node: row, key: 'statements', level, span: [from, to] } });
  };
  for (const [at, word] of joined.entries()) {
    add(starts[at]!, ends[at]!, word);
    if (isPair(whole, at)) add(starts[at]!, ends[at + 1]!, word + joined[at + 1]!);
  }
  return uses;
}

function joinedOf(form: string): string {
  return form.toLowerCase().replace(/[ -]/g, '');
}
