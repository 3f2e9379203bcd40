import type { WordPart } from '../changes/words.ts';
import { ABOUT_COLUMNS, ABOUT_HEADS, type About, aboutCells } from './about.ts';
import type { BookCell, BookColumn, BookRow, BookSheet } from './book.ts';
import type { StyleName } from './styles.ts';
import { LONGEST_CELL, printable } from './unwritable.ts';

/** A table that is only for reading. */
export interface ReadingTable {
  readonly name: string;
  readonly tabColour: string;
  readonly title: string;
  /** What the table is, in a sentence or two. */
  readonly lead: string;
  readonly columns: readonly { readonly head: string; readonly width: number }[];
  readonly rows: readonly (readonly BookCell[])[];
  /** What each row is about, where reviewers may say something of it. */
  readonly about?: readonly About[];
  readonly footer: string;
}

/** Title, what it is, an empty row (so that sorting leaves both alone), heads. */
export const TABLE_HEAD = 4;

/** The sheet of a table for reading, which can be sorted and filtered. */
export function readingTable(table: ReadingTable): BookSheet {
  const { columns, rows, about } = table;
  const last = TABLE_HEAD + rows.length;
  const first = (text: string, style: StyleName): BookCell[] => [{ text, style }];
  return {
    name: table.name,
    state: 'visible',
    tabColour: table.tabColour,
    columns: [
      ...columns.map(({ width }): BookColumn => ({ width, style: 'plain' })),
      ...(about ? ABOUT_COLUMNS : []),
    ],
    rows: [
      { height: 30, cells: first(table.title, 'areaTitle') },
      { height: 20, cells: first(table.lead, 'subtitle') },
      { height: 6, cells: [] },
      {
        height: 24,
        cells: [
          ...columns.map(({ head }): BookCell => ({ text: head, style: 'head' })),
          ...(about ? ABOUT_HEADS : []),
        ],
      },
      ...rows.map(
        (cells, at): BookRow => ({ cells: about ? [...cells, ...aboutCells(about[at] ?? {})] : cells }),
      ),
    ],
    freeze: { rows: TABLE_HEAD, columns: 0 },
    // What is hidden is sorted along.
    filter: {
      top: TABLE_HEAD,
      left: 1,
      bottom: last,
      right: columns.length + (about ? ABOUT_COLUMNS.length : 0),
    },
    print: { orientation: 'landscape', repeatRows: TABLE_HEAD, footer: table.footer },
  };
}

/** A cell that leads to where something stands, or says that it is not in this workbook. */
export function whereCell(link: BookCell['link']): BookCell {
  return link ? { text: link.cell, style: 'tableLink', link } : { text: '', style: 'statement' };
}

/** Words of which some are struck out or underlined. Marks make a text longer than it ever was, and it may hold anything. */
export function wordsCell(words: readonly WordPart[]): BookCell {
  const safe = words.map(part => ({ ...part, text: printable(part.text, LONGEST_CELL) }));
  const text = safe.map(part => part.text).join('');
  return text.length <= LONGEST_CELL
    ? { text, words: safe, style: 'statement' }
    : { text: 'Too long to be shown word by word.', style: 'statement' };
}
