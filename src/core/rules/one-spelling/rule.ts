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
    for (const { row } of rows)
      for (const use of usesOf(row)) {
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

const byRow = new WeakMap<Row, readonly Use[]>();

/** The words of a row that may have other spellings: long ones, hyphenated ones, and each two side by side. */
function usesOf(row: Row): readonly Use[] {
  let uses = byRow.get(row);
  if (!uses) {
    uses = [...row.statements].flatMap(([level, text]) => {
      const found: Use[] = [];
      const add = (from: number, to: number) => {
        const raw = text.slice(from, to);
        const form = raw.toLowerCase();
        const joined = form.replace(/[ -]/g, '');
        if (joined.length < 5 || PARTICLES.test(form)) return;
        found.push({ raw, form, joined, where: { node: row, key: 'statements', level, span: [from, to] } });
      };
      let before: { from: number; to: number } | undefined;
      for (const match of text.matchAll(/\p{L}+(?:-\p{L}+)?/gu)) {
        const [from, to] = [match.index, match.index + match[0].length];
        add(from, to);
        const single = !match[0].includes('-');
        if (before && single && text.slice(before.to, from) === ' ') add(before.from, to);
        before = single ? { from, to } : undefined;
      }
      return found;
    });
    byRow.set(row, uses);
  }
  return uses;
}
