import type { BlankMeaning, Row } from '../model/types.ts';
import { columnName } from './address.ts';
import type { BookCell, BookChoice, BookColumn, BookEmphasis, BookRow, BookSheet } from './book.ts';
import { listName } from './names.ts';
import { ID_HEADS, levelNote, SECTION_HEAD, type TableArea, type TableLevel, TOPIC_HEAD } from './scope.ts';
import type { Changed, Mark } from './since.ts';
import { REPEATED, ROW_LINE, type StyleName, TOPIC_LINE } from './styles.ts';

/** Title, a narrow empty row (so that sorting leaves the title alone), heads. */
export const HEAD_ROW = 3;
const ID_COLUMNS = 4;
const SECTION_COLUMN = ID_COLUMNS + 1;
export const TOPIC_COLUMN = ID_COLUMNS + 2;
/** Where the title stands, and the anchor of the sheet. */
export const TITLE_COLUMN = SECTION_COLUMN;
/** How many rows below the table still offer their choices. */
const SPARE_ROWS = 200;
/** What fits beside section and topic on a landscape page, in characters, without shrinking it much. */
const STATEMENTS_WIDTH = 144;

const BLANK_STYLES: Record<BlankMeaning, StyleName> = {
  'not-applicable': 'notApplicable',
  'as-below': 'asBelow',
  missing: 'missing',
};

/**
 * The sheet of an area: one flat table in published order, without merged cells or protection, so that it can
 * be sorted, filtered and added to. Hidden columns in front keep the ids beside their rows; the filter covers
 * them too, since a spreadsheet sorts the columns of the filter only.
 */
export function areaSheet(
  table: TableArea,
  levels: readonly TableLevel[],
  look: { name: string; tabColour: string; footer: string; marks?: Changed['mark'] | undefined },
): BookSheet {
  const width = Math.max(22, Math.min(46, Math.floor(STATEMENTS_WIDTH / levels.length)));
  const hidden: BookColumn = { width: 14, hidden: true, style: 'id' };
  const lastRow = HEAD_ROW + table.rows.length;
  const lastColumn = TOPIC_COLUMN + levels.length;
  return {
    name: look.name,
    state: 'visible',
    tabColour: look.tabColour,
    columns: [
      ...Array<BookColumn>(ID_COLUMNS).fill(hidden),
      { width: 14, style: 'empty' },
      { width: 26, style: 'empty' },
      ...levels.map((): BookColumn => ({ width, style: 'empty' })),
    ],
    rows: [
      {
        height: 30,
        cells: at(TITLE_COLUMN, [{ text: table.shown, style: table.title ? 'areaTitle' : 'areaUntitled' }]),
      },
      { height: 6, cells: [] },
      headRow(levels),
      ...table.rows.map(
        ({ kind, topic, row }): BookRow => ({
          cells: [
            id(row?.id ?? ''),
            id(topic.id),
            id(kind.id),
            id(table.area.id),
            { text: kind.title, style: 'section' },
            marked({ text: topic.title ?? '', style: 'topic' }, row && look.marks?.(row.id)),
            ...levels.map(({ level }) =>
              marked(statementCell(row, level.id), row && look.marks?.(row.id, level.id)),
            ),
          ],
        }),
      ),
    ],
    freeze: { rows: HEAD_ROW, columns: TOPIC_COLUMN },
    filter: { top: HEAD_ROW, left: 1, bottom: lastRow, right: lastColumn },
    print: { orientation: 'landscape', repeatRows: HEAD_ROW, footer: look.footer },
    choices: choices(table.area.id, lastRow + SPARE_ROWS),
    emphases: table.rows.length > 0 ? emphases(lastRow, lastColumn) : [],
  };
}

function headRow(levels: readonly TableLevel[]): BookRow {
  const heads = [...Object.values(ID_HEADS), SECTION_HEAD, TOPIC_HEAD];
  return {
    height: 24,
    cells: [
      ...heads.map((text): BookCell => ({ text, style: 'head' })),
      ...levels.map((shown): BookCell => {
        const note = levelNote(shown);
        return { text: shown.head, style: 'head', ...(note !== undefined && { note }) };
      }),
    ],
  };
}

function statementCell(row: Row | undefined, level: string): BookCell {
  const blank = row?.blank.get(level);
  const text = row?.statements.get(level) ?? '';
  return {
    text,
    style: blank && text === '' ? BLANK_STYLES[blank] : 'statement',
    ...(row && { of: { row: row.id, level } }),
  };
}

function marked(cell: BookCell, mark: Mark | undefined): BookCell {
  if (!mark) return cell;
  return { ...cell, style: cell.style === 'topic' ? 'changedTopic' : mark.look, note: mark.note };
}

function id(text: string): BookCell {
  return { text, style: 'id' };
}

function at(column: number, cells: readonly BookCell[]): (BookCell | undefined)[] {
  return [...Array<undefined>(column - 1).fill(undefined), ...cells];
}

function choices(areaId: string, bottom: number): BookChoice[] {
  const column = (left: number) => ({ top: HEAD_ROW + 1, left, bottom, right: left });
  return [
    {
      range: column(SECTION_COLUMN),
      list: listName('sections'),
      strict: true,
      title: 'Not a section of this framework',
      message: 'Choose one of the sections from the list.',
    },
    {
      range: column(TOPIC_COLUMN),
      list: listName({ topicsOf: areaId }),
      strict: false,
      title: 'Topic',
      message: 'Choose a topic of this area from the list, or write a new one.',
    },
  ];
}

/** By condition, so that they are right after sorting, too: repeated words are lightened, a new topic has a line above. */
function emphases(bottom: number, right: number): BookEmphasis[] {
  const first = HEAD_ROW + 1;
  const column = (left: number) => ({ top: first, left, bottom, right: left });
  const same = (number: number) => `$${columnName(number)}${first}=$${columnName(number)}${first - 1}`;
  const filled = (number: number) => `$${columnName(number)}${first}<>""`;
  const sameTopic = `${same(SECTION_COLUMN)},${same(TOPIC_COLUMN)}`;
  return [
    {
      range: column(SECTION_COLUMN),
      condition: `AND(${filled(SECTION_COLUMN)},${same(SECTION_COLUMN)})`,
      look: { colour: REPEATED },
    },
    {
      range: column(TOPIC_COLUMN),
      condition: `AND(${filled(TOPIC_COLUMN)},${sameTopic})`,
      look: { colour: REPEATED },
    },
    {
      range: { top: first, left: SECTION_COLUMN, bottom, right },
      condition: `NOT(AND(${sameTopic}))`,
      // LibreOffice takes all lines of a cell from the condition, so that the lower one is said again.
      look: { topLine: TOPIC_LINE, bottomLine: ROW_LINE },
    },
  ];
}
