import type { BookCell, BookColumn } from './book.ts';
import type { RawRow, RawSheet } from './raw.ts';

/** The statement, row or level that a line of a sheet for reading is about: what is said on the line is said of that. */
export interface About {
  readonly row?: string | undefined;
  readonly level?: string | undefined;
}

/** Heads of the hidden columns that say it. */
const HEADS = { row: 'About row', level: 'About level' } as const;

/** The hidden columns, behind those that are read. */
export const ABOUT_COLUMNS: readonly BookColumn[] = Object.values(HEADS).map(() => ({
  width: 14,
  hidden: true,
  style: 'plain',
}));

export const ABOUT_HEADS: readonly BookCell[] = Object.values(HEADS).map(text => ({ text, style: 'head' }));

/** The cells of the hidden columns. */
export function aboutCells({ row = '', level = '' }: About): BookCell[] {
  return [row, level].map(text => ({ text, style: 'plain' }));
}

/** Tells what each line of a sheet that came back is about, wherever its hidden columns stand. */
export function aboutLines(sheet: RawSheet): (raw: RawRow) => About {
  const head = sheet.rows.find(({ cells }) => cells.some(({ text }) => text === HEADS.row));
  const column = (name: string) => head?.cells.find(({ text }) => text === name)?.column;
  const columns = { row: column(HEADS.row), level: column(HEADS.level) };
  return raw => {
    if (!head || raw.row <= head.row) return {};
    const said = (at: number | undefined) =>
      raw.cells.find(cell => cell.column === at)?.text.trim() || undefined;
    return { row: said(columns.row), level: said(columns.level) };
  };
}
