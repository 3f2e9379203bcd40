import { MOST_ROWS } from '../core/sheet/filledDown.ts';

/** What a workbook may be at most before it is refused. An honest one of 20,000 rows and twelve levels is below half of each; what is at the limits is read within two seconds. */
export interface Limits {
  /** Bytes of the file. */
  readonly file: number;
  /** Bytes of one part, unpacked. */
  readonly part: number;
  /** Bytes of all parts that are read, unpacked. */
  readonly total: number;
  /** Elements of XML in all parts that are read. */
  readonly elements: number;
  /** Cells of all sheets, those without content too. */
  readonly cells: number;
  /** Rows with something in them, of all sheets. */
  readonly rows: number;
  /** Of these, in a run, those that look filled down. */
  readonly alike: number;
  /** Parts in the file. */
  readonly parts: number;
  readonly sheets: number;
}

export const LIMITS: Limits = {
  file: 64 * 2 ** 20,
  part: 48 * 2 ** 20,
  total: 64 * 2 ** 20,
  elements: 3_000_000,
  cells: 1_000_000,
  rows: 200_000,
  alike: MOST_ROWS,
  parts: 10_000,
  sheets: 4_000,
};
