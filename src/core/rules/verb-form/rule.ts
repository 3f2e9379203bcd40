import type { Row } from '../../model/types.ts';
import type { CheckingRule, PlacedRow } from '../rule.ts';
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
  },
  check({ rows, report }) {
    const sections = new Map<object, PlacedRow[]>();
    for (const placed of rows) {
      const list = sections.get(placed.section);
      if (list) list.push(placed);
      else sections.set(placed.section, [placed]);
    }
    for (const placed of sections.values()) {
      const cells = placed.flatMap(({ row }) => cellsOf(row));
      const thirds = cells.filter(cell => cell.third);
      const plains = cells.length - thirds.length;
      if (thirds.length === 0 || plains === 0 || thirds.length === plains) continue;
      const wantThird = thirds.length > plains;
      const counts = `${Math.max(thirds.length, plains)} of the ${cells.length}`;
      for (const { row, level, word, base, span, third } of cells) {
        if (third === wantThird) continue;
        const meant = withCaseOf(wantThird ? thirdPersonOf(base) : base, word);
        report({
          message: `“${word}”, where ${counts} verbs that begin statements of this section have the other form. Use “${meant}”.`,
          at: { node: row, key: 'statements', level, span },
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

interface Cell {
  readonly row: Row;
  readonly level: string;
  readonly word: string;
  readonly base: string;
  readonly span: readonly [number, number];
  readonly third: boolean;
}

const cellsByRow = new WeakMap<Row, readonly Cell[]>();

/** The verbs that the statements of a row begin with; not what may be a noun (`Tests`, `Plans`). */
function cellsOf(row: Row): readonly Cell[] {
  let cells = cellsByRow.get(row);
  if (!cells) {
    cells = [...row.statements].flatMap(([level, text]) => {
      const opening = openingOf(text);
      if (!opening || opening.from > 0) return [];
      const { word, lower, from, to } = opening;
      const third = baseOfThirdPerson(lower);
      const base = ALL_VERBS.has(lower) ? lower : third;
      if (base === undefined || NOUNS_TOO.has(base)) return [];
      return [{ row, level, word, base, span: [from, to] as const, third: base !== lower }];
    });
    cellsByRow.set(row, cells);
  }
  return cells;
}
