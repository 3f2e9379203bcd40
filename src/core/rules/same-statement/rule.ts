import type { Row } from '../../model/types.ts';
import type { CheckingRule, Where } from '../rule.ts';

export const sameStatement: CheckingRule<'framework'> = {
  meta: {
    id: 'same-statement',
    title: 'The same statement in two cells',
    severity: 'warning',
    why: 'At two levels, the same words do not say what the higher level adds. In two rows, a reader counts one skill twice, and a correction to one leaves the other behind.',
    whatToDo:
      'Say what differs, or keep one of the two. Where a level asks for no more than the one below, leave it out.',
    scope: 'framework',
    fixable: 'none',
  },
  check({ rows, levels, report }) {
    const byText = new Map<string, Cell[]>();
    for (const { row } of rows)
      for (const cell of cellsOf(row)) {
        const cells = byText.get(cell.text);
        if (cells) cells.push(cell);
        else byText.set(cell.text, [cell]);
      }
    const titleOf = (id: string) => levels.find(level => level.id === id)?.title ?? id;
    for (const cells of byText.values())
      for (const cell of cells.slice(1)) {
        const first = cells[0]!;
        const place = first.row === cell.row ? 'in this row' : `in row \`${first.row.id}\``;
        report({
          message: `The same statement stands at ${titleOf(first.level)} ${place}. Say what differs, or keep one of them.`,
          at: whereOf(cell),
          related: cells
            .filter(other => other !== cell)
            .map(other => ({
              at: whereOf(other),
              message: `${titleOf(other.level)} of row ${other.row.id}`,
            })),
        });
      }
  },
};

interface Cell {
  readonly row: Row;
  readonly level: string;
  /** What is compared: the words, without case, spacing and the final stop. */
  readonly text: string;
}

const cellsByRow = new WeakMap<Row, readonly Cell[]>();

/** The statements of a row; shorter ones (`N/A`, `As above`) stand for a blank rather than say the same. */
function cellsOf(row: Row): readonly Cell[] {
  let cells = cellsByRow.get(row);
  if (!cells) {
    cells = [...row.statements].flatMap(([level, statement]) => {
      const text = statement
        .toLowerCase()
        .replace(/\s+/g, ' ')
        .replace(/[.\s]+$/, '');
      return text.split(' ').length > 2 ? [{ row, level, text }] : [];
    });
    cellsByRow.set(row, cells);
  }
  return cells;
}

function whereOf({ row, level }: Cell): Where {
  return { node: row, key: 'statements', level };
}
