/** What a workbook may be at most before it is refused. An honest one of 20,000 rows is a tenth of each. */
export interface Limits {
  /** Bytes of the file. */
  readonly file: number;
  /** Bytes of one part, unpacked. */
  readonly part: number;
  /** Bytes of all parts that are read, unpacked. */
  readonly total: number;
  /** Cells of all sheets, those without content too. */
  readonly cells: number;
  /** Parts in the file. */
  readonly parts: number;
}

export const LIMITS: Limits = {
  file: 64 * 2 ** 20,
  part: 64 * 2 ** 20,
  total: 256 * 2 ** 20,
  cells: 2_000_000,
  parts: 10_000,
};
