import type { Row } from '../../model/types.ts';
import type { CheckingRule, Where } from '../rule.ts';

export const nearDuplicate: CheckingRule<'framework'> = {
  meta: {
    id: 'near-duplicate',
    title: 'Nearly the same statement in two rows',
    severity: 'warning',
    why: 'Two rows that say the same in slightly other words ask for one thing twice, and readers look for a difference that nobody meant.',
    whatToDo: 'Keep one of the two, or say what sets them apart.',
    scope: 'framework',
    fixable: 'none',
  },
  check({ rows, levels, report }) {
    const cells = rows.flatMap(({ row }) => cellsOf(row));
    const byWords = new Map<number, Cell[]>();
    for (const cell of cells) {
      const alike = byWords.get(cell.sum);
      if (alike) alike.push(cell);
      else byWords.set(cell.sum, [cell]);
    }
    // Most lookups are in vain, and a look at a bit is quicker.
    const size = cells.length * 16 + 1;
    const seen = new Uint8Array(size);
    for (const sum of byWords.keys()) seen[sum % size] = 1;
    const titleOf = (id: string) => levels.find(level => level.id === id)?.title ?? id;
    const told = new Set<Cell>();
    const tell = (cell: Cell, other: Cell) => {
      if (told.has(cell)) return;
      told.add(cell);
      report({
        message: `Nearly the same stands at ${titleOf(other.level)} in row \`${other.row.id}\`: “${other.text}” Keep one, or say what sets them apart.`,
        at: whereOf(cell),
        related: [{ at: whereOf(other), message: `${titleOf(other.level)} of row ${other.row.id}` }],
      });
    };
    // The same words, but for endings, order and small words.
    for (const alike of byWords.values())
      for (const [index, cell] of alike.entries()) {
        if (alike.slice(0, index).some(one => one.plain === cell.plain)) continue;
        const other = alike.slice(0, index).find(one => one.row !== cell.row && one.plain !== cell.plain);
        if (other) tell(cell, other);
      }
    // The same words, and one more.
    for (const cell of cells) {
      if (cell.words.length <= FEWEST_WITH_MORE) continue;
      for (const word of cell.words) {
        if (!seen[(cell.sum - word) % size]) continue;
        const other = byWords.get(cell.sum - word)?.find(one => one.row !== cell.row);
        if (other) tell(cell, other);
      }
    }
  },
};

interface Cell {
  readonly row: Row;
  readonly level: string;
  readonly text: string;
  /** The text without case, spacing and final stop: equal ones are the business of another rule. */
  readonly plain: string;
  /** A number for each different word that carries meaning. */
  readonly words: readonly number[];
  readonly sum: number;
}

/** With fewer words of meaning, two statements are soon alike. */
const FEWEST = 4;
/** One word more or less says little only in a long statement. */
const FEWEST_WITH_MORE = 6;

const SMALL = new Set(
  'a an the and or of to in on at for by with from as is are be been that which this these those their its it any all between both into when how where what may can will e.g i.e etc'.split(
    ' ',
  ),
);

const cellsByRow = new WeakMap<Row, readonly Cell[]>();

function cellsOf(row: Row): readonly Cell[] {
  let cells = cellsByRow.get(row);
  if (!cells) {
    cells = [...row.statements].flatMap(([level, text]) => {
      const plain = text
        .toLowerCase()
        .replace(/\s+/g, ' ')
        .replace(/[.\s]+$/, '');
      const found = plain.match(/[\p{L}\p{N}][\p{L}\p{N}&/.'’-]*(?<!\.)/gu) ?? [];
      const words = [
        ...new Set(
          found
            .filter(word => !SMALL.has(word))
            .map(stem)
            .map(numberOf),
        ),
      ];
      if (words.length < FEWEST) return [];
      return [{ row, level, text, plain, words, sum: words.reduce((sum, word) => sum + word, 0) }];
    });
    cellsByRow.set(row, cells);
  }
  return cells;
}

/** `incidents` and `incident`, `policies` and `policy`, `backups` and `backup` are one. */
function stem(word: string): string {
  if (word.length <= 3) return word;
  return word.replace(/ies$/, 'y').replace(/(?<=[^s'’i])s$/, '');
}

/** A number that hardly any other word has; sums of some dozens of them stay exact. */
function numberOf(word: string): number {
  let high = 0x811c9dc5;
  let low = 0x1b873593;
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b) ^ (low >>> 13);
  }
  return (high >>> 0) * 0x2000 + ((low ^ (low >>> 16)) & 0x1fff);
}

function whereOf({ row, level }: Cell): Where {
  return { node: row, key: 'statements', level };
}
