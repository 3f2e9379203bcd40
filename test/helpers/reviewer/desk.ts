// A reviewer's workbook as it lies on the desk: the tables as rows and columns that can be edited as a person
// edits them, each row knowing which row of the framework it was when it was sent.
import type { Framework } from '../../../src/core/model/types.ts';
import { cellAddress } from '../../../src/core/sheet/address.ts';
import { layoutWorkbook } from '../../../src/core/sheet/layout.ts';
import type { RawBook, RawCell, RawRow, RawSheet } from '../../../src/core/sheet/raw.ts';
import {
  ID_HEADS,
  SECTION_HEAD,
  TOPIC_HEAD,
  tableAreas,
  tableLevels,
} from '../../../src/core/sheet/scope.ts';
import { asRead } from '../../core/sheet/rawBook.ts';

/** `row`, `section` …, or `=LEVEL` for a level's column. */
export type Column = keyof typeof ID_HEADS | 'section' | 'topic' | `=${string}`;

export interface DeskRow {
  /** The row that it was sent as; absent: the reviewer inserted it. */
  readonly sentAs?: string;
  readonly texts: Map<Column, string>;
  comment?: { readonly column: Column; readonly text: string };
  hidden: boolean;
}

export interface DeskSheet {
  readonly area: string;
  /** What it was called when it was sent. */
  readonly sentName: string;
  name: string;
  columns: Column[];
  readonly hiddenColumns: Set<Column>;
  rows: DeskRow[];
  /** Whether rows were moved about on it. */
  shuffled: boolean;
}

export interface Desk {
  readonly sent: RawBook;
  /** Column → its head. */
  readonly heads: ReadonlyMap<Column, string>;
  sheets: DeskSheet[];
}

/** Lays out the workbook of a framework. */
export function deskOf(base: Framework, text: string): Desk {
  const sent = asRead(layoutWorkbook(base, { base: text }));
  const heads = new Map<Column, string>([
    ...(Object.entries(ID_HEADS) as [Column, string][]),
    ['section', SECTION_HEAD],
    ['topic', TOPIC_HEAD],
    ...tableLevels(base).map(({ level, head }) => [`=${level.id}`, head] as [Column, string]),
  ]);
  const areas = tableAreas(base);
  const tables = sent.sheets.filter(sheet => headOf(sheet) >= 0);
  if (tables.length !== areas.length) throw new Error('A sheet an area was expected.');
  const sheets = tables.map((sheet, at): DeskSheet => {
    const columns = [...heads.keys()];
    return {
      area: areas[at]!.area.id,
      sentName: sheet.name,
      name: sheet.name,
      columns,
      hiddenColumns: new Set(columns.slice(0, 4)),
      rows: sheet.rows.slice(headOf(sheet) + 1).map((row): DeskRow => {
        const texts = new Map(row.cells.map(cell => [columns[cell.column - 1]!, cell.text]));
        const id = texts.get('row');
        return { ...(id && { sentAs: id }), texts, hidden: false };
      }),
      shuffled: false,
    };
  });
  return { sent, heads, sheets };
}

function headOf(sheet: RawSheet): number {
  return sheet.rows.findIndex(row => row.cells[0]?.text === ID_HEADS.row);
}

/** The workbook as it is read when it comes back. */
export function bookOf(desk: Desk): RawBook {
  const { sent, sheets } = desk;
  const others = sent.sheets.filter(sheet => headOf(sheet) < 0);
  const sentNames = sent.sheets.filter(sheet => headOf(sheet) >= 0).map(({ name }) => name);
  return {
    ...sent,
    sheets: [...others, ...sheets.map(sheet => sheetOf(desk, sheet))],
    // A name stays with its cell when sheets are renamed or columns moved, and goes when its sheet is deleted.
    names: sent.names.flatMap(name => {
      const sentName = sentNames.find(each => name.refersTo.startsWith(`'${each}'!`));
      if (sentName === undefined) return [name];
      const sheet = sheets.find(each => each.sentName === sentName);
      return sheet ? [{ ...name, refersTo: `'${sheet.name}'!${cellAddress(titleColumn(sheet), 1)}` }] : [];
    }),
  };
}

/** The number of the column that the title stands in: it was sent above the sections. */
function titleColumn(sheet: DeskSheet): number {
  return sheet.columns.indexOf('section') + 1;
}

function sheetOf({ sent, heads }: Desk, sheet: DeskSheet): RawSheet {
  const before = sent.sheets.find(({ name }) => name === sheet.sentName)!;
  const at = headOf(before);
  const above = before.rows.slice(0, at).map(row => ({
    ...row,
    cells: row.cells.map(cell => ({ ...cell, column: titleColumn(sheet) })),
  }));
  const headRow = before.rows[at]!.row;
  const cellsOf = (textOf: (column: Column) => string | undefined, comment?: DeskRow['comment']) =>
    sheet.columns.flatMap((column, index): RawCell[] => {
      const text = textOf(column) ?? '';
      const said = comment?.column === column ? { comments: [{ text: comment.text }] } : {};
      return text === '' && comment?.column !== column
        ? []
        : [{ column: index + 1, text, kind: text === '' ? 'empty' : 'text', ...said }];
    });
  const rows = sheet.rows.map(
    (row, index): RawRow => ({
      row: headRow + 1 + index,
      hidden: row.hidden,
      cells: cellsOf(column => row.texts.get(column), row.comment),
    }),
  );
  const head = { row: headRow, hidden: false, cells: cellsOf(column => heads.get(column)) };
  return {
    name: sheet.name,
    state: 'visible',
    rows: [...above, head, ...rows].filter(row => row.cells.length > 0),
    merges: [],
    hiddenColumns: [...sheet.hiddenColumns].map(column => {
      const number = sheet.columns.indexOf(column) + 1;
      return { first: number, last: number };
    }),
  };
}

/** Each table saved as CSV, as spreadsheets write it: name → text. */
export function tablesOf(desk: Desk, delimiter: string): Map<string, string> {
  return new Map(
    desk.sheets.map(sheet => {
      const { rows } = sheetOf(desk, sheet);
      const last = rows.at(-1)?.row ?? 0;
      const lines = Array.from({ length: last }, (_, index) => {
        const cells = rows.find(({ row }) => row === index + 1)?.cells ?? [];
        return sheet.columns.map((_column, at) => cells.find(({ column }) => column === at + 1)?.text ?? '');
      });
      return [`${sheet.name}.csv`, lines.map(line => line.map(quoted).join(delimiter)).join('\r\n')];
    }),
  );
}

function quoted(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
