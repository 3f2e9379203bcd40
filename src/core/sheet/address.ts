/** Cell addresses as spreadsheets write them. Rows and columns count from 1. */

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A block of cells; both corners belong to it. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `1` → `A`, `27` → `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** `(4, 14)` → `D14`. */
export function cellAddress(column: number, row: number): string {
  return columnName(column) + row;
}

/** `Technical Skills!D14`: how messages name a cell. */
export function cellPlace(sheet: string, column: number, row: number): string {
  return `${sheet}!${cellAddress(column, row)}`;
}

/** `D14`, `$D$14` → its column and row; `undefined` for anything else or outside a sheet's bounds. */
export function parseAddress(address: string): { column: number; row: number } | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(address);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return column <= MAX_COLUMNS && row <= MAX_ROWS ? { column, row } : undefined;
}

/** `B2:D9` or `B2` → its corners, put in order; `undefined` for anything else. */
export function parseRange(range: string): CellRange | undefined {
  const [first, last = first, more] = range.split(':');
  if (first === undefined || last === undefined || more !== undefined) return undefined;
  const a = parseAddress(first);
  const b = parseAddress(last);
  if (!a || !b) return undefined;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/** The corners → `$B$2:$D$9`. */
export function absoluteRange(range: CellRange): string {
  const corner = (column: number, row: number) => `$${columnName(column)}$${row}`;
  return `${corner(range.left, range.top)}:${corner(range.right, range.bottom)}`;
}

/** A sheet's name as formulas and names write it: always quoted, quotes doubled. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
