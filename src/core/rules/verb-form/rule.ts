import { each } from '../each.ts';
import type { CheckingRule } from '../rule.ts';
import { ofPiece } from '../text/pieces.ts';
import { type Reading, readingsOf } from '../text/readings.ts';
import {
  ALL_VERBS,
  baseOfThirdPerson,
  NOUNS_TOO,
  openingOf,
  thirdPersonOf,
  withCaseOf,
} from '../text/verbs.ts';

export const verbForm: CheckingRule<'framework'> = {
  meta: {
    id: 'verb-form',
    title: 'Two forms of the verb in one section',
    severity: 'warning',
    why: 'Where “Understand” and “Understands” stand side by side, readers look for a difference. Two forms are mostly the work of two hands.',
    whatToDo: 'Use the form that most statements of the section begin with.',
    scope: 'framework',
    fixable: 'unsafe',
    language: 'en',
  },
  *check({ rows, report }) {
    const sections = new Map<object, Reading[]>();
    yield* each(rows, ({ section, row }) => {
      const cells = readingsOf(row).filter(hasVerb);
      const list = sections.get(section);
      if (list) list.push(...cells);
      else sections.set(section, cells);
    });
    for (const cells of sections.values()) {
      const thirds = cells.filter(cell => verbOf(cell).third);
      const plains = cells.length - thirds.length;
      if (thirds.length === 0 || plains === 0 || thirds.length === plains) continue;
      const wantThird = thirds.length > plains;
      const counts = `${Math.max(thirds.length, plains)} of the ${cells.length}`;
      for (const cell of cells) {
        const { word, base, third } = verbOf(cell);
        if (third === wantThird) continue;
        const meant = withCaseOf(wantThird ? thirdPersonOf(base) : base, word);
        report({
          message: `“${word}”, where ${counts} verbs that begin statements of this section have the other form. Use “${meant}”.`,
          at: { node: cell.row, key: 'statements', level: cell.level, span: [0, word.length] },
          data: { raw: word, meant },
        });
      }
    }
  },
  fix: ({ start, end, covered, data: { raw, meant } }) =>
    meant !== undefined && covered === raw
      ? [{ title: `Change to “${meant}”`, safe: false, edits: [{ start, end, text: meant }] }]
      : [],
};

interface Verb {
  readonly word: string;
  readonly base: string;
  readonly third: boolean;
}

/** The verb that a piece begins with; not what may be a noun (`Tests`, `Plans`). */
const verbIn = ofPiece((piece): Verb | false => {
  const opening = openingOf(piece);
  if (!opening || opening.from > 0) return false;
  const { word, lower } = opening;
  const third = baseOfThirdPerson(lower);
  const base = ALL_VERBS.has(lower) ? lower : third;
  return base !== undefined && !NOUNS_TOO.has(base) && { word, base, third: base !== lower };
});

/** Whether a statement begins with a verb. */
function hasVerb({ text, pieces: [first] }: Reading): boolean {
  return first !== undefined && verbIn(first) !== false && text.startsWith(first.text);
}

/** The verb of a statement that has one. */
function verbOf({ pieces: [first] }: Reading): Verb {
  return verbIn(first!) as Verb;
}
