import Workbook, { type Model, type Parts } from 'exceljs/lib/doc/workbook.js';
import type { Book, BookSheet } from '../core/sheet/book.ts';
import { finishBook, finishSheet } from './writeFinish.ts';
import { dimensionOf, rowsXml } from './writeRows.ts';
import { setUpSheet } from './writeSheet.ts';
import { SharedStrings } from './writeStrings.ts';

/** A part of the file. */
export interface Part {
  /** Its path. */
  readonly name: string;
  /** Its XML, made while it is asked for. */
  readonly pieces: Iterable<string>;
}

/**
 * The parts of the Excel file as exceljs makes them. Its own way to a file goes through streams and a zip library, and
 * makes the whole workbook at one go; the steps of that way are called here one by one, so that neither is loaded, and
 * the rows of a sheet are made only while they are written.
 * @returns each part, which must be read to its end before the next one is asked for
 */
export async function* partsOf(book: Book): AsyncGenerator<Part> {
  const workbook = new Workbook();
  const { title, subject, creator, date } = book.properties;
  const day = new Date(`${date}T00:00:00Z`);
  Object.assign(workbook, { title, subject, creator, lastModifiedBy: creator, created: day, modified: day });
  workbook.views = [
    { x: 0, y: 0, width: 28_800, height: 16_000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
  for (const sheet of book.sheets)
    setUpSheet(workbook.addWorksheet(sheet.name, { state: sheet.state }), sheet);

  const { xlsx, model } = workbook;
  xlsx.prepareModel(model, {});
  const strings = new SharedStrings();
  model.sharedStrings = strings;
  yield* whole(await bookParts(book, workbook.xlsx, model));
  for (const [index, sheet] of book.sheets.entries()) {
    const frame = model.worksheets[index]!;
    frame.rows = [];
    frame.dimensions = dimensionOf(sheet);
    const made = new Map<string, string>();
    await xlsx.addWorksheets(into(made), { ...model, worksheets: [frame] });
    const name = `xl/worksheets/sheet${index + 1}.xml`;
    finishSheet(sheet, index + 1, made);
    yield { name, pieces: withRows(made.get(name)!, sheet, model) };
    made.delete(name);
    yield* whole(made);
  }
  yield { name: 'xl/sharedStrings.xml', pieces: strings.xml() };
  const styles = new Map<string, string>();
  await xlsx.addStyles(into(styles), model);
  yield* whole(styles);
}

/** What is about the workbook as a whole. */
async function bookParts(
  book: Book,
  xlsx: InstanceType<typeof Workbook>['xlsx'],
  model: Model,
): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  const parts = into(made);
  // The texts are not known yet, but there always are some.
  const filled = Object.assign(Object.create(model) as Model, { sharedStrings: { count: 1 } });
  await xlsx.addContentTypes(parts, filled);
  await xlsx.addOfficeRels(parts, filled);
  await xlsx.addWorkbookRels(parts, filled);
  await xlsx.addThemes(parts, filled);
  await xlsx.addApp(parts, filled);
  await xlsx.addCore(parts, filled);
  await xlsx.addWorkbook(parts, filled);
  finishBook(book, made);
  return made;
}

function into(made: Map<string, string>): Parts {
  return { append: (xml, { name }) => void made.set(name, xml) };
}

function* whole(made: ReadonlyMap<string, string>): Generator<Part> {
  for (const [name, xml] of made) yield { name, pieces: [xml] };
}

const NO_ROWS = '<sheetData/>';

/** @param frame the XML of the sheet without its rows */
function* withRows(frame: string, sheet: BookSheet, model: Model): Generator<string> {
  const at = frame.indexOf(NO_ROWS);
  if (at < 0) throw new Error(`exceljs made no ${NO_ROWS}`);
  yield `${frame.slice(0, at)}<sheetData>`;
  yield* rowsXml(sheet, model);
  yield `</sheetData>${frame.slice(at + NO_ROWS.length)}`;
}
