import type { Framework, Loaded } from '../core/index.ts';
import { looksLikeWorkbook, type Returned, type Review, readCsv, reviewersOf } from '../core/reviewing.ts';
import { asFailure, readWorkbookReview } from './excel.ts';
import { Failure } from './failure.ts';
import { decode, readBytes, STDIN } from './files.ts';
import { progress } from './terminal.ts';

/**
 * Reads what came back. Each workbook is one reviewer's; CSV files together are one reviewer's, a file a sheet.
 * @param today the file that they are for: tells the heads of levels apart where one has lost what was sent
 * @param as what to call the reviewer
 * @throws Failure if one cannot be read, or if one name is given to several reviewers
 */
export async function readReturned(
  files: readonly string[],
  today: Loaded,
  as: string | undefined,
): Promise<Returned[]> {
  const read: Returned[] = [];
  for (const file of new Set(files)) read.push(await readOne(file, today));
  // A sheet without a table is nothing odd among the sheets of a workbook, saved one by one.
  const tables = read.filter(({ review }) => review.form === 'csv');
  const hasTable = tables.some(({ review }) => review.sheets.length > 0);
  for (const { name, review } of read)
    if (review.form !== 'csv' || !hasTable) refuseNoTable(review, name, today.framework);
  const reviewers = reviewersOf(read, as);
  if (as !== undefined && reviewers.length > 1)
    throw new Failure(
      `--as ${as}`,
      'is the name of one reviewer, but what is imported is of several: import what each sent on its own.',
    );
  return reviewers;
}

async function readOne(file: string, today: Loaded): Promise<Returned> {
  const name = file === '-' ? STDIN : file;
  progress(`Reading ${name}`);
  const bytes = await readBytes(file);
  const isTable = file === '-' ? !looksLikeWorkbook(bytes) : /\.(?:csv|tsv|txt)$/i.test(file);
  const review = isTable
    ? await asFailure(name, () => readCsv(textOf(bytes, name), name, today.framework))
    : await readWorkbookReview(bytes, name, today);
  return { name, review };
}

/** Workbooks that are made for reading, by sheets that they have together. */
const READING: readonly {
  readonly sheets: readonly string[];
  readonly what: string;
  readonly instead: string;
}[] = [
  {
    sheets: ['Summary', 'Decisions'],
    what: 'the summary of a round of reviews',
    instead: 'import the workbooks that it was made of',
  },
  {
    sheets: ['Summary', 'What changed', 'Crosswalk'],
    what: 'a published list of what changed between two versions',
    instead: 'import the workbook that the reviewer sent back',
  },
];

/** @throws Failure where nothing of what came back could be a reviewer's work */
function refuseNoTable(review: Review, name: string, { areas }: Framework): void {
  const { form, sheets, sent, comments, problems } = review;
  // In a workbook of ours whose tables were all deleted, comments may still be left.
  if (sent && (sheets.length > 0 || comments.length > 0)) return;
  const others = problems.filter(({ code }) => code === 'unknown-sheet').map(({ place }) => place);
  const names = [...others, ...sheets.map(sheet => sheet.name)];
  const own = new Set(areas.map(area => area.title));
  const reading = READING.find(each => each.sheets.every(sheet => names.includes(sheet) && !own.has(sheet)));
  if (reading)
    throw new Failure(name, `is ${reading.what}, not what a reviewer sent back: ${reading.instead}.`);
  if (sheets.length === 0)
    throw new Failure(
      name,
      `holds no table of a framework (one with the heads Section, Topic and the levels${form === 'csv' ? ', or those that an export writes' : ''}): choose the file that the reviewer sent back.`,
    );
}

/** Excel writes CSV as UTF-8 with a mark, or as UTF-16 where it says "Unicode text". */
function textOf(bytes: Uint8Array, name: string): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (utf16) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return decode(bytes, name);
  } catch {
    throw new Failure(
      name,
      'is not in UTF-8: save it from the spreadsheet as "CSV UTF-8", then import it again.',
    );
  }
}
