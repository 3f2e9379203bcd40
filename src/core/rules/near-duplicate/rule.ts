import type { CheckingRule, Where } from '../rule.ts';
import { ofPiece } from '../text/pieces.ts';
import type { Reading } from '../text/readings.ts';

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
  check({ statements, levels, report }) {
    const cells = cellsOf(statements);
    const byWords = new Map<number, Cell | Cell[]>();
    for (const cell of cells) {
      const alike = byWords.get(cell.sum);
      if (alike === undefined) byWords.set(cell.sum, cell);
      else if (Array.isArray(alike)) alike.push(cell);
      else byWords.set(cell.sum, [alike, cell]);
    }
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
    for (const alike of byWords.values()) {
      if (!Array.isArray(alike)) continue;
      const texts = new Set<string>();
      for (const cell of alike) {
        const text = plainly(cell.text);
        if (texts.has(text)) continue;
        texts.add(text);
        const other = alike.find(one => one === cell || one.row !== cell.row);
        if (other && other !== cell) tell(cell, other);
      }
    }
    // The same words, and one more. Most lookups are in vain, and a look at a bit is quicker.
    const seen = new Bits(cells.length);
    for (const sum of byWords.keys()) seen.add(sum);
    for (const cell of cells) {
      if (cell.count <= FEWEST_WITH_MORE) continue;
      for (const word of wordsOf(cell)) {
        if (!seen.mayHave(cell.sum - word)) continue;
        const others = byWords.get(cell.sum - word) ?? [];
        const other = [others].flat().find(one => one.row !== cell.row);
        if (other) tell(cell, other);
      }
    }
  },
};

interface Cell extends Reading {
  /** How many different words carry meaning, and the sum of their numbers. */
  readonly count: number;
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

function cellsOf(statements: readonly Reading[]): Cell[] {
  const cells: Cell[] = [];
  for (const reading of statements) {
    const words = wordsOf(reading);
    if (words.length < FEWEST) continue;
    let sum = 0;
    for (const word of words) sum += word;
    cells.push({ ...reading, count: words.length, sum });
  }
  return cells;
}

/** The text without case, spacing and final stop: equal ones are the business of another rule. */
function plainly(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '');
}

/** A number for each word that carries meaning. */
const numbersIn = ofPiece(piece =>
  (piece.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}&/.'’-]*(?<!\.)/gu) ?? [])
    .filter(word => !SMALL.has(word))
    .map(word => numberOf(stem(word))),
);

/** From here on a set is quicker than a list. */
const MANY = 40;

/** The numbers of the different words that carry meaning. */
function wordsOf({ pieces }: Reading): readonly number[] {
  if (pieces.length > MANY) return [...new Set(pieces.flatMap(piece => numbersIn(piece)))];
  const words: number[] = [];
  for (const piece of pieces)
    for (const number of numbersIn(piece)) if (!words.includes(number)) words.push(number);
  return words;
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

function whereOf({ row, level }: Reading): Where {
  return { node: row, key: 'statements', level };
}

/** Tells quickly what is in none of some numbers, by the last bits of each. */
class Bits {
  readonly #bits: Uint32Array;
  readonly #mask: number;

  /** @param many about how many numbers there will be */
  constructor(many: number) {
    let size = 1 << 10;
    while (size < many * 16 && size < 1 << 28) size *= 2;
    this.#bits = new Uint32Array(size / 32);
    this.#mask = size - 1;
  }

  add(number: number): void {
    const at = number & this.#mask;
    this.#bits[at >>> 5]! |= 1 << (at & 31);
  }

  mayHave(number: number): boolean {
    const at = number & this.#mask;
    return ((this.#bits[at >>> 5]! >>> (at & 31)) & 1) === 1;
  }
}
