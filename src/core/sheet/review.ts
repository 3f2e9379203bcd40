import { append } from '../append.ts';
import type { Framework } from '../model/types.ts';
import { atOnce, type Sliced } from '../slices.ts';
import { type About, aboutLines } from './about.ts';
import { cellPlace, parseAddress } from './address.ts';
import { refuseTooMany, type Table } from './filledDown.ts';
import { findHead, type Head, type HeadLevel } from './head.ts';
import { isMetaSheet, type Meta, type OpenText, readingMeta } from './meta.ts';
import { areaOfAnchor, LISTS_SHEET, listName, parseReference, READING_ANCHORS } from './names.ts';
import { withoutOurNotes } from './ourNotes.ts';
import type { RawBook, RawSheet } from './raw.ts';
import { readingSheetChanges } from './readingSheets.ts';
import type { ReturnedComment, ReturnedRow, ReturnedSheet, Review, ReviewProblem } from './returned.ts';
import { titleIn } from './returnedCell.ts';
import { absentFrom, linkRows } from './returnedRows.ts';
import { commentsOf, readTable, type TableRow } from './returnedTable.ts';
import { tableAreas, tableLevels } from './scope.ts';
import type { Sent } from './sent.ts';
import { WorkbookError } from './workbookError.ts';

/** What helps to understand a workbook that came back. */
export interface ReviewHelp {
  /** Tells heads of levels apart where the workbook has lost what was sent; not used otherwise. */
  readonly framework?: Framework | undefined;
  /** The file of the framework: if it still is what was sent, that need not be unpacked. */
  readonly file?: OpenText | undefined;
  /** What `packedBase` gave, unpacked elsewhere. */
  readonly unpacked?: Uint8Array | undefined;
}

/**
 * Understands a workbook that came back. Nothing is compared with the framework and nothing is guessed: what is
 * not understood stands in `problems`.
 * @throws WorkbookError `newer-version` if a later version of this product made the workbook, `too-large` if its
 * tables have more rows than any framework
 */
export function readReview(book: RawBook, help: ReviewHelp = {}): Review {
  return atOnce(readingReview(book, help));
}

/** The same, in slices. */
export function* readingReview(
  book: RawBook,
  { framework, file, unpacked }: ReviewHelp = {},
): Sliced<Review> {
  const meta = yield* readingMeta(book, file, unpacked);
  const { sent } = meta;
  const problems: ReviewProblem[] = [];
  const report = (problem: ReviewProblem) => void problems.push(problem);
  const comments: ReturnedComment[] = [];
  reportMeta(meta, report);
  for (const message of book.passedOver)
    report({ code: 'passed-over', place: 'the workbook', message: `${message} They were not looked at.` });
  const levels = sent?.levels ?? (framework ? knownLevels(framework) : []);
  const anchors = anchorsOf(book);
  const areas = shownAreas(sent, framework);
  const sheets: ReturnedSheet[] = [];
  const rows: TableRow[] = [];
  const tables: Table[] = [];
  const unread: string[] = [];
  for (const each of book.sheets) {
    yield;
    const sheet = withoutOurNotes(each, sent?.notes ?? []);
    const own = anchors.get(sheet.name);
    if (isMetaSheet(sheet) || own?.list || sheet.name === LISTS_SHEET) continue;
    const reading = sent?.reading.find(({ anchor, sheet: name }) =>
      own?.others.length ? own.others.includes(anchor) : name === sheet.name,
    );
    const head = reading ? undefined : findHead(sheet, levels);
    if (!head) {
      const aboutOf = aboutLines(sheet);
      for (const raw of sheet.rows)
        for (const said of commentsOf(sheet, undefined, raw))
          comments.push({ ...said, ...given(aboutOf(raw)) });
      if (reading) readingSheetChanges(sheet, reading, report);
      else if (own?.others.some(name => READING_ANCHORS.includes(name))) unread.push(sheet.name);
      else if (sheet.rows.some(raw => raw.cells.some(cell => cell.text.trim() !== '')))
        report({
          code: 'unknown-sheet',
          place: sheet.name,
          message:
            'No table of a framework was found on this sheet, and it was left out. A table has the heads Section, Topic and the levels.',
        });
      continue;
    }
    tables.push({ sheet, head });
    refuseTooMany(tables);
    const tableRows = readTable(sheet, head, report, said => comments.push(said));
    append(comments, headComments(sheet, head));
    reportHead(sheet, head, levels, report);
    append(rows, tableRows);
    sheets.push(returnedSheet(sheet, head, tableRows, own?.area, areas, report));
  }
  if (unread.length > 0)
    report({
      code: 'reading-sheets-unknown',
      place: unread[0]!,
      message: `The workbook does not say any more what stood on the sheets for reading (${unread.join(', ')}), so they were left out. If something was written there, make the change in the framework file.`,
    });
  if (sheets.length === 0)
    report({
      code: 'no-table',
      place: 'the workbook',
      message:
        'No table of a framework was found in the workbook: choose the workbook that the reviewer sent back.',
    });
  const said = rows.reduce((sum, row) => sum + row.comments.length, comments.length);
  if (said > MOST_COMMENTS)
    throw new WorkbookError(
      'too-large',
      `The workbook has ${said} comments, more than anybody could read: leave ${MOST_COMMENTS} at most.`,
    );
  yield;
  const linked: ReturnedRow[] = linkRows(rows, report);
  yield;
  return {
    form: book.form,
    ...(sent && { sent }),
    ...(meta.stamp !== undefined && { stamp: meta.stamp }),
    ...(meta.base !== undefined && { base: meta.base }),
    ...(meta.baseStamp !== undefined && { baseStamp: meta.baseStamp }),
    ...(book.savedBy !== undefined && { savedBy: book.savedBy }),
    ...(book.savedAt !== undefined && { savedAt: book.savedAt }),
    sheets,
    rows: linked,
    ...absentFrom(linked, sheets, sent, report),
    comments,
    problems,
  };
}

/** Of reviewers, in a whole workbook. */
const MOST_COMMENTS = 20_000;

function given({ row, level }: About): Pick<ReturnedComment, 'row' | 'level'> {
  return { ...(row !== undefined && { row }), ...(level !== undefined && { level }) };
}

/** The levels of a framework by the heads of their columns. */
export function knownLevels(framework: Framework): HeadLevel[] {
  return tableLevels(framework).map(({ level, head }) => ({ id: level.id, head }));
}

function reportMeta(meta: Meta, report: (problem: ReviewProblem) => void): void {
  if (meta.damaged.length > 0)
    report({
      code: 'damaged-base',
      place: 'the workbook',
      message:
        'The hidden sheet that says what was sent was changed, so what it says was not taken. The version that was sent is looked for by its stamp; if another one is meant, name it.',
    });
}

interface Anchors {
  area?: { readonly id: string; readonly cell: string };
  list: boolean;
  readonly others: string[];
}

/** What the defined names say about each sheet. A copied sheet has names of its own. */
function anchorsOf(book: RawBook): Map<string, Anchors> {
  const anchors = new Map<string, Anchors>();
  for (const { name, refersTo } of book.names) {
    const reference = parseReference(refersTo);
    if (!reference) continue;
    const own: Anchors = anchors.get(reference.sheet) ?? { list: false, others: [] };
    anchors.set(reference.sheet, own);
    const area = areaOfAnchor(name);
    if (area !== undefined) own.area = { id: area, cell: reference.cell };
    else if (name === listName('sections')) own.list = true;
    else own.others.push(name);
  }
  return anchors;
}

function returnedSheet(
  sheet: RawSheet,
  head: Head,
  rows: readonly TableRow[],
  anchor: Anchors['area'],
  areas: readonly ShownArea[],
  report: (problem: ReviewProblem) => void,
): ReturnedSheet {
  const title = titleAbove(sheet, head, anchor?.cell, report);
  const called = areas.filter(({ shown }) => shown === title);
  const areaId =
    anchor?.id ??
    (called.length === 1 ? called[0]!.id : undefined) ??
    mostCommon(rows.flatMap(row => row.areaId ?? []));
  const area = areas.find(({ id }) => id === areaId);
  const areaTitle = area && title === area.shown ? area.title : title;
  const levels = [...head.levels].sort((a, b) => a[1] - b[1]).map(([level]) => level);
  return {
    name: sheet.name,
    ...(areaId !== undefined && { areaId }),
    ...(areaTitle !== undefined && { areaTitle }),
    levels,
    hasIds: head.roles.has('row'),
  };
}

/** What is shown above the table of an area: its title, or a name for one that has none. */
type ShownArea = Pick<Sent['areas'][number], 'id' | 'title' | 'shown'>;

function shownAreas(sent: Sent | undefined, framework: Framework | undefined): readonly ShownArea[] {
  if (sent || !framework) return sent?.areas ?? [];
  return tableAreas(framework).map(({ area, title, shown }) => ({ id: area.id, title, shown }));
}

function mostCommon(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The title is where its name says, else the first text above the heads; other text there is reported. */
function titleAbove(
  sheet: RawSheet,
  head: Head,
  anchor: string | undefined,
  report: (problem: ReviewProblem) => void,
): string | undefined {
  const stated = anchor === undefined ? undefined : parseAddress(anchor);
  let title: string | undefined = stated && stated.row < head.row ? '' : undefined;
  for (const { row, cells } of sheet.rows) {
    if (row >= head.row) break;
    for (const { column, text } of cells) {
      if (text.trim() === '') continue;
      if (
        stated && stated.row < head.row ? stated.row === row && stated.column === column : title === undefined
      )
        title = titleIn(text, (code, message) =>
          report({ code, place: cellPlace(sheet.name, column, row), message }),
        );
      else
        report({
          code: 'text-outside-table',
          place: cellPlace(sheet.name, column, row),
          message:
            'The text stands above the table and was left out. Write it into a column of the table, or as a comment.',
        });
    }
  }
  return title;
}

function reportHead(
  sheet: RawSheet,
  head: Head,
  levels: readonly HeadLevel[],
  report: (problem: ReviewProblem) => void,
): void {
  if (!head.roles.has('row'))
    report({
      code: 'lost-ids',
      place: sheet.name,
      message:
        'The hidden column with the ids of the rows is gone, so that its rows can only be told by their likeness.',
    });
  for (const { id, head: text } of levels)
    if (!head.levels.has(id))
      report({
        code: 'missing-column',
        place: sheet.name,
        message: `The column ${text} is not on this sheet; the statements of this level were left as they are.`,
      });
  for (const { column, text, doubled } of head.unknown)
    report({
      code: doubled ? 'doubled-column' : 'unknown-column',
      place: cellPlace(sheet.name, column, head.row),
      message: doubled
        ? `There is more than one column ${text}; only the first was taken.`
        : `The column ${text} is not one of the framework's and was left out.`,
    });
}

/** What was said on the heads and above them. */
function headComments(sheet: RawSheet, head: Head): ReturnedComment[] {
  return sheet.rows
    .filter(row => row.row <= head.row)
    .flatMap(row => commentsOf(sheet, row.row === head.row ? head : undefined, row));
}
