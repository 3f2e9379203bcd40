import { tooManyRows } from '../core/sheet/filledDown.ts';
import type { RawCell, RawRow } from '../core/sheet/raw.ts';
import type { Limits } from './limits.ts';

/**
 * Counts the rows of a workbook that say something, and ends the reading where there are too many, before they fill
 * the memory.
 */
export class RowCount {
  readonly #most: number;
  readonly #mostAlike: number;
  #count = 0;
  #sheet = '';
  #last: RawRow | undefined;
  /** The first of the rows that look filled down: each says what the one above says, or nothing but one cell below its. */
  #first = 0;

  constructor({ rows, alike }: Pick<Limits, 'rows' | 'alike'>) {
    this.#most = rows;
    this.#mostAlike = alike;
  }

  /**
   * The next row of a sheet.
   * @throws WorkbookError `too-large`
   */
  add(sheet: string, row: RawRow): void {
    const last = sheet === this.#sheet ? this.#last : undefined;
    if (!last || row.row !== last.row + 1 || !isFilled(last.cells, row.cells)) this.#first = row.row;
    this.#sheet = sheet;
    this.#last = row;
    if (row.row - this.#first >= this.#mostAlike)
      throw tooManyRows('The workbook has', this.#mostAlike, `${sheet}!${this.#first}`);
    if (++this.#count > this.#most) throw tooManyRows('The workbook has', this.#most, undefined);
  }
}

function isFilled(above: readonly RawCell[], cells: readonly RawCell[]): boolean {
  return (
    cells.length === above.length &&
    cells.every(
      ({ column, text }, at) =>
        column === above[at]!.column && (cells.length === 1 || text === above[at]!.text),
    )
  );
}
