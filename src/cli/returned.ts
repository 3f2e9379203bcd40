import path from 'node:path';
import { type Framework, type Returned, type Review, readCsv } from '../core/index.ts';
import { asFailure, looksLikeWorkbook, readWorkbookReview } from './excel.ts';
import { Failure } from './failure.ts';
import { decode, readBytes, STDIN } from './files.ts';
import { progress } from './terminal.ts';

interface ReturnedFile {
  readonly name: string;
  readonly review: Review;
}

/**
 * Reads what came back. Each workbook is one reviewer's; CSV files together are one reviewer's, a file a sheet.
 * @param today tells the heads of levels apart where a file has lost what was sent
 * @param as what to call the reviewer
 * @throws Failure if one cannot be read, or if one name is given to several reviewers
 */
export async function readReturned(
  files: readonly string[],
  today: Framework,
  as: string | undefined,
): Promise<Returned[]> {
  const read: ReturnedFile[] = [];
  for (const file of new Set(files)) read.push(await readOne(file, today));
  const workbooks = read.filter(({ review }) => review.form !== 'csv');
  const tables = read.filter(({ review }) => review.form === 'csv');
  const [table] = tables;
  const joined = table ? [{ name: table.name, review: join(tables.map(({ review }) => review)) }] : [];
  const reviewers: ReturnedFile[] = [...workbooks, ...joined];
  if (as !== undefined && reviewers.length > 1)
    throw new Failure(
      `--as ${as}`,
      'is the name of one reviewer, but what is imported is of several: import what each sent on its own.',
    );
  const said = reviewers.map(({ name, review }) => as ?? review.sent?.reviewer ?? path.basename(name));
  return reviewers.map(({ name, review }, at) => {
    const own = said[at]!;
    return { name: said.indexOf(own) === said.lastIndexOf(own) ? own : `${own} (${name})`, review };
  });
}

async function readOne(file: string, today: Framework): Promise<ReturnedFile> {
  const name = file === '-' ? STDIN : file;
  progress(`Reading ${name}`);
  const bytes = await readBytes(file);
  const isTable = file === '-' ? !looksLikeWorkbook(bytes) : /\.(?:csv|tsv|txt)$/i.test(file);
  if (!isTable) return { name, review: await readWorkbookReview(bytes, name) };
  return { name, review: await asFailure(name, () => readCsv(textOf(bytes, name), name, today)) };
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

/** The sheets of one reviewer as one. */
function join(reviews: readonly Review[]): Review {
  const [only, ...more] = reviews;
  if (only && more.length === 0) return only;
  return {
    form: 'csv',
    sheets: reviews.flatMap(review => review.sheets),
    rows: reviews.flatMap(review => review.rows),
    absentRows: [],
    absentAreas: [],
    comments: reviews.flatMap(review => review.comments),
    problems: reviews.flatMap(review => review.problems),
  };
}
