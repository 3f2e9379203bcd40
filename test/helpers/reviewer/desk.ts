// A reviewer's workbook as it lies on the desk: the tables as rows and columns that can be edited as a person
// edits them, each row knowing which row of the framework it was when it was sent.
import type { Framework } from '../../../src/core/model/types.ts';
import { type CellRange, cellAddress } from '../../../src/core/sheet/address.ts';
import { layoutWorkbook } from '../../../src/core/sheet/layout.ts';
import { isMetaSheet } from '../../../src/core/sheet/meta.ts';
import type { RawBook, RawCell, RawRow, RawSheet } from '../../../src/core/sheet/raw.ts';
import {
  ID_HEADS,
  type LayoutOptions,
  SECTION_HEAD,
  TOPIC_HEAD,
  tableAreas,
  tableLevels,
} from '../../../src/core/sheet/scope.ts';
import { asRead } from '../../core/sheet/rawBook.ts';

/** `row`, `section` …, or `=LEVEL` for a level's column. */
export type Column = keyof typeof ID_HEADS | 'section' | 'topic' | `=${string}`;

/** What a cell is beside its text: a number, a formula, a link … */
export type Look = Partial<Pick<RawCell, 'kind' | 'formula' | 'struck' | 'link'>>;

/** What the review came back as: a workbook, or tables in CSV with this delimiter. */
export type Form = 'xlsx' | ',' | ';' | '\t';

export interface DeskRow {
  /** The row that it was sent as; absent: the reviewer inserted it. */
  readonly sentAs?: string;
  readonly texts: Map<Column, string>;
  readonly looks: Map<Column, Look>;
  readonly comments: { readonly column: Column; readonly text: string; readonly author?: string }[];
  /** The level whose cell is merged with the one to its right, whatever stands there. */
  mergedFrom?: Column;
  /** What was written beside the table. */
  stray?: string;
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
  /** What was typed over the title of the area. */
  title?: string;
  /** Whether the topics that repeat from row to row were merged. */
  mergesTopics: boolean;
  /** Whether rows were moved about on it. */
  shuffled: boolean;
}

export interface Desk {
  readonly sent: RawBook;
  /** Column → its head. */
  readonly heads: ReadonlyMap<Column, string>;
  sheets: DeskSheet[];
  /** Whether the hidden sheet that says what was sent was deleted. */
  lostBase: boolean;
}

/** Lays out the workbook of a framework, or of a part of it. */
export function deskOf(base: Framework, text: string, scope?: Scope): Desk {
  const sent = asRead(layoutWorkbook(base, { base: text, ...(scope && { scope }) }));
  const heads = new Map<Column, string>([
    ...(Object.entries(ID_HEADS) as [Column, string][]),
    ['section', SECTION_HEAD],
    ['topic', TOPIC_HEAD],
    ...tableLevels(base, scope).map(({ level, head }) => [`=${level.id}`, head] as [Column, string]),
  ]);
  const areas = tableAreas(base, scope);
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
        return { ...(id && { sentAs: id }), ...blankRow(texts) };
      }),
      mergesTopics: false,
      shuffled: false,
    };
  });
  return { sent, heads, sheets, lostBase: false };
}

/** A row with nothing but these texts. */
export function blankRow(texts: Map<Column, string>): DeskRow {
  return { texts, looks: new Map(), comments: [], hidden: false };
}

/** The level whose cell of a row is merged into the one to its left, so that its own text is gone. */
export function coveredOf(sheet: DeskSheet, row: DeskRow): Column | undefined {
  const at = row.mergedFrom === undefined ? -1 : sheet.columns.indexOf(row.mergedFrom);
  const next = at < 0 ? undefined : sheet.columns[at + 1];
  return next?.startsWith('=') ? next : undefined;
}

export type Scope = NonNullable<LayoutOptions['scope']>;

function headOf(sheet: RawSheet): number {
  return sheet.rows.findIndex(row => row.cells[0]?.text === ID_HEADS.row);
}

/** The workbook as it is read when it comes back. */
export function bookOf(desk: Desk): RawBook {
  const { sent, sheets, lostBase } = desk;
  const others = sent.sheets.filter(sheet => headOf(sheet) < 0 && !(lostBase && isMetaSheet(sheet)));
  const sentNames = sent.sheets.filter(sheet => headOf(sheet) >= 0).map(({ name }) => name);
  return {
    ...sent,
    sheets: [...others, ...sheets.map(sheet => sheetOf(desk, sheet, true))],
    // A name stays with its cell when sheets are renamed or columns moved, goes when its sheet is deleted, and is
    // there once more, for the new sheet alone, when it is copied.
    names: sent.names.flatMap(name => {
      const sentName = sentNames.find(each => name.refersTo.startsWith(`'${each}'!`));
      if (sentName === undefined) return [name];
      return sheets
        .filter(each => each.sentName === sentName)
        .map((sheet, at) => ({
          ...name,
          ...(at > 0 && { scope: sheet.name }),
          refersTo: `'${sheet.name}'!${cellAddress(titleColumn(sheet), 1)}`,
        }));
    }),
  };
}

/** The number of the column that the title stands in: it was sent above the sections. */
function titleColumn(sheet: DeskSheet): number {
  return sheet.columns.indexOf('section') + 1;
}

/** @param merges whether the form can hold merged cells; the texts that merging drops are gone in any case */
function sheetOf({ sent, heads }: Desk, sheet: DeskSheet, merges: boolean): RawSheet {
  const before = sent.sheets.find(({ name }) => name === sheet.sentName)!;
  const at = headOf(before);
  const above = before.rows.slice(0, at).map((row, index) => ({
    ...row,
    cells: row.cells.map(cell => ({
      ...cell,
      column: titleColumn(sheet),
      ...(index === 0 && sheet.title !== undefined && { text: sheet.title }),
    })),
  }));
  const headRow = before.rows[at]!.row;
  const ranges: CellRange[] = [];
  const rows = sheet.rows.map((row, index): RawRow => {
    const number = headRow + 1 + index;
    const gone = new Set([coveredOf(sheet, row), ...(merges ? repeats(sheet, index) : [])]);
    for (const column of gone) {
      if (column === undefined) continue;
      const left = sheet.columns.indexOf(column) + 1;
      ranges.push(
        column.startsWith('=')
          ? { top: number, bottom: number, left: left - 1, right: left }
          : { top: topOfRun(sheet, index) + headRow + 1, bottom: number, left, right: left },
      );
    }
    return { row: number, hidden: row.hidden, cells: cellsOf(sheet, row, gone) };
  });
  const head: RawRow = {
    row: headRow,
    hidden: false,
    cells: sheet.columns.map((column, index) => ({
      column: index + 1,
      text: heads.get(column)!,
      kind: 'text',
    })),
  };
  return {
    name: sheet.name,
    state: 'visible',
    rows: [...above, head, ...rows].filter(row => row.cells.length > 0),
    merges: merges ? ranges : [],
    hiddenColumns: [...sheet.hiddenColumns].map(column => {
      const number = sheet.columns.indexOf(column) + 1;
      return { first: number, last: number };
    }),
  };
}

function cellsOf(sheet: DeskSheet, row: DeskRow, gone: ReadonlySet<Column | undefined>): RawCell[] {
  const cells = sheet.columns.flatMap((column, index): RawCell[] => {
    const text = gone.has(column) ? '' : (row.texts.get(column) ?? '');
    const comments = row.comments
      .filter(each => each.column === column)
      .map(({ text, author }) => ({ text, ...(author !== undefined && { author }) }));
    if (text === '' && comments.length === 0) return [];
    const kind = text === '' ? 'empty' : 'text';
    const look = text === '' ? {} : row.looks.get(column);
    return [{ column: index + 1, text, kind, ...look, ...(comments.length > 0 && { comments }) }];
  });
  return row.stray === undefined
    ? cells
    : [...cells, { column: sheet.columns.length + 2, text: row.stray, kind: 'text' }];
}

/** The columns in which a row repeats the one above it, if such cells were merged. */
function repeats(sheet: DeskSheet, index: number): Column[] {
  return sheet.mergesTopics && topOfRun(sheet, index) < index
    ? (['section', 'topic'] as const).filter(column => sheet.columns.includes(column))
    : [];
}

/** The first of the rows, one below the other, that say the same section and topic. */
function topOfRun({ rows }: DeskSheet, index: number): number {
  const said = (at: number) =>
    JSON.stringify(['section', 'topic'].map(each => rows[at]?.texts.get(each as Column)));
  const isSaid = ['section', 'topic'].every(each => rows[index]?.texts.get(each as Column));
  let top = index;
  while (isSaid && top > 0 && said(top - 1) === said(index)) top--;
  return top;
}

/** Each table saved as CSV, as spreadsheets write it: name → text, and the place of each row. */
export function tablesOf(
  desk: Desk,
  delimiter: string,
): Map<string, { text: string; places: Map<string, DeskRow> }> {
  return new Map(
    desk.sheets.map(sheet => {
      const name = `${sheet.name}.csv`;
      const { rows } = sheetOf(desk, sheet, false);
      const first = firstRow(desk, sheet);
      const places = new Map<string, DeskRow>();
      const width = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
      let text = '';
      for (let number = 1; number <= (rows.at(-1)?.row ?? 0); number++) {
        const cells = rows.find(({ row }) => row === number)?.cells ?? [];
        const row = sheet.rows[number - first];
        if (row) places.set(`${name}!${text.split(/\r\n?|\n/).length}`, row);
        const fields = Array.from(
          { length: width },
          (_, at) => cells.find(({ column }) => column === at + 1)?.text ?? '',
        );
        text += `${fields.map(quoted).join(delimiter)}\r\n`;
      }
      return [name, { text, places }];
    }),
  );
}

/** The place of each row in the workbook. */
export function placesOf(desk: Desk): Map<string, DeskRow> {
  return new Map(
    desk.sheets.flatMap(sheet =>
      sheet.rows.map((row, index) => [`${sheet.name}!${firstRow(desk, sheet) + index}`, row] as const),
    ),
  );
}

function firstRow({ sent }: Desk, { sentName }: DeskSheet): number {
  const sheet = sent.sheets.find(({ name }) => name === sentName)!;
  return sheet.rows[headOf(sheet)]!.row + 1;
}

function quoted(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
