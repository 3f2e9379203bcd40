import { absoluteRange, parseAddress, quoteSheet } from '../../../src/core/sheet/address.ts';
import type { Book } from '../../../src/core/sheet/book.ts';
import type { RawBook, RawCell, RawRow, RawSheet } from '../../../src/core/sheet/raw.ts';

/** The workbook as it would be read back, without a file in between. */
export function asRead(book: Book): RawBook {
  return {
    form: 'xlsx',
    sheets: book.sheets.map(sheet => ({
      name: sheet.name,
      state: sheet.state,
      merges: [],
      hiddenColumns: [],
      rows: sheet.rows.map((row, index) => ({
        row: index + 1,
        hidden: false,
        cells: row.cells.flatMap((cell, at): RawCell[] =>
          cell && (cell.text !== '' || cell.note !== undefined)
            ? [
                {
                  column: at + 1,
                  text: cell.text,
                  kind: cell.text === '' ? 'empty' : 'text',
                  ...(cell.note !== undefined && { comments: [{ text: cell.note }] }),
                },
              ]
            : [],
        ),
      })),
    })),
    names: book.names.map(({ name, sheet, range }) => ({
      name,
      refersTo: `${quoteSheet(sheet)}!${absoluteRange(range).replace(/:.*/, '')}`,
    })),
    custom: book.properties.custom,
    passedOver: [],
  };
}

/** The workbook with one sheet changed. */
export function withSheet(book: RawBook, name: string, change: (sheet: RawSheet) => RawSheet): RawBook {
  if (!book.sheets.some(sheet => sheet.name === name)) throw new Error(`No sheet ${name}`);
  return { ...book, sheets: book.sheets.map(sheet => (sheet.name === name ? change(sheet) : sheet)) };
}

/** The workbook with its rows below the heads changed; they are numbered anew. */
export function withRows(
  book: RawBook,
  name: string,
  change: (rows: readonly RawRow[]) => readonly RawRow[],
): RawBook {
  return withSheet(book, name, sheet => {
    const above = sheet.rows.filter(({ row }) => row <= 3);
    const below = sheet.rows.filter(({ row }) => row > 3);
    return { ...sheet, rows: [...above, ...change(below).map((row, index) => ({ ...row, row: index + 4 }))] };
  });
}

/** The workbook with one cell changed, or filled. */
export function withCell(book: RawBook, name: string, address: string, cell: Partial<RawCell>): RawBook {
  const { column, row } = parseAddress(address)!;
  return withSheet(book, name, sheet => ({
    ...sheet,
    rows: sheet.rows.map(raw => {
      if (raw.row !== row) return raw;
      const old = raw.cells.find(each => each.column === column) ?? { column, text: '', kind: 'text' };
      const cells = [...raw.cells.filter(each => each.column !== column), { ...old, ...cell }];
      return { ...raw, cells: cells.sort((a, b) => a.column - b.column) };
    }),
  }));
}
