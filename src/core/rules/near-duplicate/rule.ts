import type { Row } from '../../model/types.ts';
import { each } from '../each.ts';
import type { CheckingRule, Where } from '../rule.ts';
import { ofPiece } from '../text/pieces.ts';
import { ofReading, type Reading } from '../text/readings.ts';

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
  *check({ statements, levels, report }) {
    const cells: Cell[] = [];
    yield* each(statements, reading => {
      const cell = cellOf(reading);
      if (cell.words.length >= FEWEST) cells.push(cell);
    });
    const byWords = new ByWords(cells.length);
    yield* each(cells, cell => byWords.add(cell));
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
    yield* each(byWords.several(), alike => {
      const texts = new Set<string>();
      for (const cell of alike) {
        const text = plainly(cell.text);
        if (texts.has(text)) continue;
        texts.add(text);
        const other = alike.find(one => one === cell || one.row !== cell.row);
        if (other && other !== cell) tell(cell, other);
      }
    });
    // The same words, and one more.
    yield* each(cells, cell => {
      if (cell.words.length <= FEWEST_WITH_MORE) return;
      for (const word of cell.words) {
        const other = byWords.with(cell.sum - word).find(one => one.row !== cell.row);
        if (other) tell(cell, other);
      }
    });
  },
};

interface Cell {
  readonly row: Row;
  readonly level: string;
  readonly text: string;
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

const cellOf = ofReading((reading): Cell => {
  const { row, level, text } = reading;
  const words = wordsOf(reading);
  let sum = 0;
  for (const word of words) sum += word;
  return { row, level, text, words, sum };
});

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
  if (pieces.length > MANY) {
    const different = new Set<number>();
    for (const piece of pieces) for (const number of numbersIn(piece)) different.add(number);
    return [...different];
  }
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

function whereOf({ row, level }: Cell): Where {
  return { node: row, key: 'statements', level };
}

const NONE: readonly Cell[] = [];

/** Cells by the sum of their words. */
class ByWords {
  /** By the last bits of the sum, which maps find quickly. */
  readonly #cells = new Map<number, Cell | Cell[]>();
  /** Most lookups are in vain, and a look at a bit is quicker than one into the map. */
  readonly #bits: Uint32Array;
  readonly #mask: number;

  /** @param count how many cells will be added */
  constructor(count: number) {
    let size = 1 << 10;
    while (size < count * 16 && size < 1 << 28) size *= 2;
    this.#bits = new Uint32Array(size / 32);
    this.#mask = size - 1;
  }

  add(cell: Cell): void {
    const key = cell.sum & LAST_BITS;
    const others = this.#cells.get(key);
    if (others === undefined) this.#cells.set(key, cell);
    else if (Array.isArray(others)) others.push(cell);
    else this.#cells.set(key, [others, cell]);
    const bit = key & this.#mask;
    this.#bits[bit >>> 5]! |= 1 << (bit & 31);
  }

  with(sum: number): readonly Cell[] {
    const bit = sum & this.#mask;
    if (((this.#bits[bit >>> 5]! >>> (bit & 31)) & 1) === 0) return NONE;
    const found = this.#cells.get(sum & LAST_BITS);
    return found === undefined ? NONE : [found].flat().filter(cell => cell.sum === sum);
  }

  /** Those of which several have the same words. */
  *several(): Generator<readonly Cell[]> {
    for (const cells of this.#cells.values()) {
      if (!Array.isArray(cells)) continue;
      for (const sum of new Set(cells.map(cell => cell.sum))) yield cells.filter(cell => cell.sum === sum);
    }
  }
}

const LAST_BITS = 0x3fffffff;
