import Papa from 'papaparse';
import { normaliseLine, normaliseStatement } from '../model/statement.ts';
import type { Framework } from '../model/types.ts';
import { CSV_COLUMNS } from './csv.ts';
import { MOST_ROWS, tooManyInTables } from './filledDown.ts';
import { DEEPEST, findHead } from './head.ts';
import type { RawBook } from './raw.ts';
import type { Review, ReviewProblem } from './returned.ts';
import { CONTROL_CHARACTER } from './returnedCell.ts';
import { linkRows } from './returnedRows.ts';
import type { TableRow } from './returnedTable.ts';
import { knownLevels, readReview } from './review.ts';
import { carried, leftOut } from './unwritable.ts';
import { WorkbookError } from './workbookError.ts';

/**
 * Understands a CSV file: one that this product wrote, or a sheet of a workbook saved as CSV.
 * @param text with or without a byte order mark; separated by commas, semicolons or tabs
 * @param name what messages call the file
 * @param framework tells which levels there are
 * @throws WorkbookError `empty-file`, `damaged` if its quotes do not match, or `too-large`
 */
export function readCsv(text: string, name: string, framework?: Framework): Review {
  const records = parse(text, name, framework);
  const head = records[0]?.fields.map(field => field.trim().toLowerCase()) ?? [];
  if (CSV_COLUMNS.every(column => head.includes(column)))
    return readStatements(records, head, name, framework);
  return readReview(asBook(records, name), { framework });
}

/** Characters: of the file, and of its first line. */
const LONGEST = 64 * 2 ** 20;
const LONGEST_HEAD = 100_000;

interface Record {
  /** Of the file; counts from 1. */
  readonly line: number;
  /** How many lines it takes, if more than one. */
  readonly lines?: number;
  readonly fields: readonly string[];
}

function parse(given: string, name: string, framework: Framework | undefined): Record[] {
  // Line ends within a statement are one and the same, so they may become so here.
  let text = given.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  let line = 1;
  const separator = /^sep=(.)\n/.exec(text);
  if (separator) {
    text = text.slice(separator[0].length);
    line++;
  }
  if (text.trim() === '') throw new WorkbookError('empty-file', `${name} is empty: get the file once more.`);
  const isTooLarge = text.length > LONGEST || (text.indexOf('\n') + 1 || text.length) > LONGEST_HEAD;
  if (isTooLarge)
    throw new WorkbookError(
      'too-large',
      `${name} is larger than a table of 20,000 rows, or its first line is longer than any with heads: it is no table of a framework.`,
    );
  const delimiter = separator?.[1] ?? delimiterOf(text, framework);
  const { data, errors } = Papa.parse(text, { delimiter, newline: '\n', skipEmptyLines: false });
  const records = data.map(fields => {
    const lines = 1 + fields.reduce((sum, field) => sum + field.split('\n').length - 1, 0);
    const record = { line, fields, ...(lines > 1 && { lines }) };
    line += lines;
    return record;
  });
  const [error] = errors;
  if (error)
    throw new WorkbookError(
      'damaged',
      `${name}:${records[error.row ?? 0]?.line ?? 1}: a quotation mark is missing or misplaced. Export the file once more.`,
    );
  return records.filter(({ fields }) => fields.some(field => field !== ''));
}

/** The one by which most heads are understood, for titles and statements may hold any of them. */
function delimiterOf(text: string, framework: Framework | undefined): string {
  const levels = framework ? knownLevels(framework) : [];
  const understood = (delimiter: string): number => {
    const { data } = Papa.parse(text, { delimiter, newline: '\n', preview: DEEPEST });
    const fields = data[0]?.map(field => field.trim().toLowerCase()) ?? [];
    if (CSV_COLUMNS.every(column => fields.includes(column))) return CSV_COLUMNS.length;
    const records = data.map((record, at) => ({ line: at + 1, fields: record }));
    const head = findHead(asBook(records, '').sheets[0]!, levels);
    return head ? head.roles.size + head.levels.size : 0;
  };
  const counts = [',', ';', '\t'].map(delimiter => ({ delimiter, count: understood(delimiter) }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}

function asBook(records: readonly Record[], name: string): RawBook {
  return {
    form: 'csv',
    sheets: [
      {
        name,
        state: 'visible',
        rows: records.map(({ line, lines, fields }) => ({
          row: line,
          ...(lines !== undefined && { lines }),
          hidden: false,
          cells: fields.flatMap((text, index) =>
            text === '' ? [] : [{ column: index + 1, text, kind: 'text' as const }],
          ),
        })),
        merges: [],
        hiddenColumns: [],
      },
    ],
    names: [],
    custom: new Map(),
    passedOver: [],
  };
}

/** A row being put together from its lines. */
type Gathered = TableRow & { readonly statements: Map<string, string> };

/** One line a statement: the lines of a row are put together by its id; a line without one is a new row. */
function readStatements(
  records: readonly Record[],
  head: readonly string[],
  name: string,
  framework: Framework | undefined,
): Review {
  const known = framework?.levels.map(level => level.id);
  const problems: ReviewProblem[] = [];
  const report = (problem: ReviewProblem) => void problems.push(problem);
  for (const [column, text] of head.entries())
    if (!CSV_COLUMNS.some(known => known === text) && records.some(({ fields }) => fields[column]?.trim()))
      report({
        code: 'unknown-column',
        place: `${name}:${records[0]!.line}`,
        message: `The column ${records[0]!.fields[column]} is not one of the framework's and was left out.`,
      });
  const byId = new Map<string, Gathered>();
  /** Row id and level → where the statement stands. */
  const places = new Map<string, string>();
  const rows: Gathered[] = [];
  for (const { line, fields } of records.slice(1)) {
    const place = `${name}:${line}`;
    if (fields.length !== head.length) {
      report({
        code: 'wrong-fields',
        place,
        message: `The line has ${fields.length} fields instead of ${head.length} and was left out: check its commas and quotation marks.`,
      });
      continue;
    }
    const field = (column: (typeof CSV_COLUMNS)[number]) => carried(fields[head.indexOf(column)] ?? '').text;
    const left = fields.flatMap(text => carried(text).left);
    if (left.length > 0) report({ code: CONTROL_CHARACTER, place, message: leftOut({ text: '', left }) });
    const id = field('row_id').trim();
    const level = field('level').trim();
    if (level === '') {
      report({
        code: 'no-level',
        place,
        message: 'The line names no level and was left out: write the id of the level.',
      });
      continue;
    }
    if (known && !known.includes(level)) {
      report({
        code: 'unknown-level',
        place,
        message: `There is no level "${level}", so the line was left out: write one of ${known.join(', ')}.`,
      });
      continue;
    }
    const said = newRow(name, line, place, field);
    let row = id === '' ? undefined : byId.get(id);
    if (row && !standsWith(row, said))
      report({
        code: 'doubled-place',
        place,
        message: `The line says another area, section or topic of row ${id} than ${row.place}; what that says was taken.`,
      });
    if (!row) {
      row = said;
      rows.push(row);
      if (id !== '') byId.set(id, row);
    }
    const statement = normaliseStatement(field('statement'));
    const other = row.statements.get(level);
    if (other !== undefined && other !== statement)
      report({
        code: 'doubled-statement',
        place,
        message: `The statement of row ${id} at level ${level} stands at ${places.get(`${id} ${level}`)} too, in other words; the first was taken.`,
      });
    if (other !== undefined) continue;
    row.statements.set(level, statement);
    places.set(`${id} ${level}`, place);
  }
  if (rows.length > MOST_ROWS)
    throw tooManyInTables([
      rows.map(({ place, rowId, statements }) => ({
        place,
        hasId: rowId !== undefined,
        says: JSON.stringify([...statements]),
      })),
    ]);
  const linked = linkRows(rows, report);
  const levels = [...new Set(rows.flatMap(row => [...row.statements.keys()]))];
  return {
    form: 'csv',
    byStatement: true,
    sheets: [{ name, levels, hasIds: true }],
    rows: linked,
    absentRows: [],
    absentAreas: [],
    comments: [],
    problems,
  };
}

/** Whether two lines of a row say that it stands in the same place. */
function standsWith(row: Gathered, line: Gathered): boolean {
  return (['areaId', 'topicId', 'areaTitle', 'sectionTitle', 'topicTitle'] as const).every(
    column => row[column] === line[column],
  );
}

function newRow(
  name: string,
  line: number,
  place: string,
  field: (column: (typeof CSV_COLUMNS)[number]) => string,
): Gathered {
  const rowId = field('row_id').trim();
  const topicId = field('topic_id').trim();
  const areaId = field('area_id').trim();
  return {
    sheet: name,
    line,
    place,
    ...(rowId !== '' && { rowId }),
    ...(topicId !== '' && { topicId }),
    ...(areaId !== '' && { areaId }),
    areaTitle: normaliseLine(field('area')),
    sectionTitle: normaliseLine(field('section')),
    topicTitle: normaliseLine(field('topic')),
    statements: new Map(),
    hidden: false,
    comments: [],
  };
}
