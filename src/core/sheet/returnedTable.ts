import { cellPlace } from './address.ts';
import type { Head, Role } from './head.ts';
import type { RawCell, RawRow, RawSheet } from './raw.ts';
import type { ReturnedComment, ReturnedRow, ReviewProblem } from './returned.ts';
import { statementIn, titleIn } from './returnedCell.ts';
import { WorkbookError } from './workbookError.ts';

export type Report = (problem: ReviewProblem) => void;
/** A row before it is known which other rows there are. */
export type TableRow = Omit<ReturnedRow, 'above' | 'below' | 'copyOf' | 'order'>;

/**
 * Reads the rows below the heads of a table.
 * @param report gets what was not understood
 * @param comment gets the comments that stand on no row
 */
export function readTable(
  sheet: RawSheet,
  head: Head,
  report: Report,
  comment: (comment: ReturnedComment) => void,
): TableRow[] {
  const rows: TableRow[] = [];
  const merged = mergedCells(sheet, head, report);
  const headed = new Set([
    ...head.roles.values(),
    ...head.levels.values(),
    ...head.unknown.map(({ column }) => column),
  ]);
  const isApart = partsOf(sheet, head);
  for (const [at, raw] of sheet.rows.entries()) {
    if (raw.row <= head.row) continue;
    const row = readRow(sheet, head, raw, merged, report);
    if (row && saysNowhere(row) && isApart(at)) {
      reportApart(sheet, head, raw, report);
      for (const said of row.comments) comment(said);
    } else if (row) rows.push(row);
    else for (const said of commentsOf(sheet, head, raw)) comment(said);
    reportStrays(sheet, headed, raw, report);
  }
  return rows;
}

/** Whether a row has a statement, and nothing that says what it is or where it belongs. */
function saysNowhere({ rowId, topicId, sectionTitle, topicTitle }: TableRow): boolean {
  return rowId === undefined && topicId === undefined && !sectionTitle && !topicTitle;
}

/**
 * Tells which rows are parted from the table by empty rows: those of a block in which none has an id, a section or
 * a topic. The block below the heads is the table, and so is everything where there is no such column.
 * @returns of a row's index among the rows of the sheet
 */
function partsOf({ rows }: RawSheet, head: Head): (at: number) => boolean {
  const columns = new Set(head.roles.values());
  const isFilled = (at: number) => rows[at]?.cells.some(({ text }) => text.trim() !== '') ?? false;
  const follows = (at: number) => {
    const [above, own] = [rows[at - 1], rows[at]];
    return isFilled(at) && isFilled(at - 1) && own!.row === above!.row + (above!.lines ?? 1);
  };
  const belongs = ({ row, cells }: RawRow) =>
    row === head.row || cells.some(({ column, text }) => columns.has(column) && text.trim() !== '');
  let known: { readonly from: number; readonly to: number; readonly isApart: boolean } | undefined;
  return at => {
    if (columns.size === 0) return false;
    if (known && at >= known.from && at <= known.to) return known.isApart;
    let from = at;
    let to = at;
    while (follows(from)) from--;
    while (follows(to + 1)) to++;
    known = { from, to, isApart: !rows.slice(from, to + 1).some(belongs) };
    return known.isApart;
  };
}

/** Text that stands below the table, apart from it. */
function reportApart(sheet: RawSheet, head: Head, { row, cells }: RawRow, report: Report): void {
  const levels = new Set(head.levels.values());
  for (const { column, text } of cells)
    if (levels.has(column) && text.trim() !== '')
      report({
        code: 'text-outside-table',
        place: cellPlace(sheet.name, column, row),
        message:
          'The text stands below the table, parted from it by empty rows and without a section or topic, and was left out. If it is a new row, write its section and topic; else write it as a comment.',
      });
}

type Merged = ReadonlyMap<string, { readonly first: RawCell | undefined }>;

function readRow(
  sheet: RawSheet,
  head: Head,
  raw: RawRow,
  merged: Merged,
  report: Report,
): TableRow | undefined {
  const place = `${sheet.name}!${raw.row}`;
  const cells: RawCell[] = [];
  for (const cell of raw.cells) cells[cell.column] = cell;
  const covered = (column: number) => (merged.size > 0 ? merged.get(`${column}:${raw.row}`) : undefined);
  const text = (role: Role): string | undefined => {
    const column = head.roles.get(role);
    if (column === undefined) return undefined;
    return titleIn((covered(column)?.first ?? cells[column])?.text ?? '', (code, message) =>
      report({ code, place: cellPlace(sheet.name, column, raw.row), message }),
    );
  };
  const filled = (role: Role) => text(role) || undefined;
  const statements = new Map<string, string>();
  let hasText = false;
  for (const [level, column] of head.levels) {
    if (covered(column)) continue;
    const statement = statementIn(cells[column], (code, message) =>
      report({ code, place: cellPlace(sheet.name, column, raw.row), message }),
    );
    if (statement === undefined) hasText = true;
    else statements.set(level, statement);
    if (statement) hasText = true;
  }
  const rowId = filled('row');
  const topicId = filled('topicId');
  const sectionTitle = text('section');
  const topicTitle = text('topic');
  if (rowId === undefined && !hasText) {
    const words = sectionTitle || topicTitle;
    if (topicId === undefined) {
      if (words)
        report({
          code: 'row-without-statement',
          place,
          message: 'The row has a section or topic, but neither an id nor a statement, and was left out.',
        });
      return undefined;
    }
  }
  const kind = filled('kind');
  const areaId = filled('area');
  return {
    sheet: sheet.name,
    line: raw.row,
    place,
    ...(rowId !== undefined && { rowId }),
    ...(topicId !== undefined && { topicId }),
    ...(kind !== undefined && { kind }),
    ...(areaId !== undefined && { areaId }),
    ...(sectionTitle !== undefined && { sectionTitle }),
    ...(topicTitle !== undefined && { topicTitle }),
    statements,
    hidden: raw.hidden,
    comments: commentsOf(sheet, head, raw),
  };
}

const NO_COMMENTS: readonly ReturnedComment[] = [];

/** What was said on the cells of a row. */
export function commentsOf(sheet: RawSheet, head: Head | undefined, raw: RawRow): readonly ReturnedComment[] {
  if (raw.cells.every(({ comments }) => comments === undefined)) return NO_COMMENTS;
  const levels = new Map([...(head?.levels ?? [])].map(([level, column]) => [column, level]));
  return raw.cells.flatMap(cell =>
    (cell.comments ?? []).map(comment => {
      const level = levels.get(cell.column);
      return {
        ...comment,
        place: cellPlace(sheet.name, cell.column, raw.row),
        ...(level !== undefined && { level }),
      };
    }),
  );
}

/** Far more than people merge; a file with more is made to keep a program busy. */
const MOST_MERGED = 1_000_000;

/** Merged cells of the table: what stands in the first of them holds for sections and topics, and for nothing else. */
function mergedCells(sheet: RawSheet, head: Head, report: Report): Merged {
  const merged = new Map<string, { first: RawCell | undefined }>();
  const known = [...head.roles.values(), ...head.levels.values()];
  const shared = new Set([head.roles.get('section'), head.roles.get('topic')]);
  const below = sheet.rows.filter(row => row.row > head.row);
  let looked = 0;
  for (const range of sheet.merges) {
    const columns = known.filter(column => column >= range.left && column <= range.right);
    if (range.bottom <= head.row || columns.length === 0) continue;
    report({
      code: 'merged-cells',
      place: cellPlace(sheet.name, range.left, range.top),
      message:
        'Cells are merged here. A merged section or topic was taken for all of its rows; of merged statements only the first was taken, and the others were left as they are.',
    });
    let first: RawCell | undefined;
    for (const { row, cells } of below) {
      if (++looked > MOST_MERGED)
        throw new WorkbookError(
          'too-large',
          `The sheet ${sheet.name} has more merged cells than can be read: unmerge them.`,
        );
      if (row < range.top || row > range.bottom) continue;
      if (row === range.top) first = cells.find(cell => cell.column === range.left);
      for (const column of columns)
        if (row !== range.top || column !== range.left)
          merged.set(`${column}:${row}`, {
            first: shared.has(column) && column === range.left ? first : undefined,
          });
    }
  }
  return merged;
}

/** Text beside the table that stands below no head. */
function reportStrays(sheet: RawSheet, headed: ReadonlySet<number>, raw: RawRow, report: Report): void {
  for (const { column, text } of raw.cells)
    if (!headed.has(column) && text.trim() !== '')
      report({
        code: 'text-outside-table',
        place: cellPlace(sheet.name, column, raw.row),
        message:
          'The text stands outside of the table and was left out. Write it into a column of the table, or as a comment.',
      });
}
