import {
  type Framework,
  importReviews,
  layoutWorkbook,
  loadFramework,
  parseYaml,
  placeOf,
  type Review,
  readReview,
  receipt,
  type Unwritable,
  unwritable,
} from '../core/index.ts';
import { today } from './date.ts';
import { loadExcel, looksLikeWorkbook, readWorkbookReview } from './excel.ts';
import { Failure } from './failure.ts';
import { readBytes } from './files.ts';
import { counted } from './format/words.ts';
import type { Scope } from './scope.ts';
import { placeIn, type Source } from './source.ts';

/**
 * The workbook for a reviewer. It is read back before it is given, as if it had been returned untouched.
 * @throws Failure where a text cannot be carried by a workbook, with its places
 */
export async function workbookOf(
  source: Source,
  options: { readonly reviewer?: string; readonly scope?: Scope },
): Promise<Uint8Array> {
  const { loaded, name } = source;
  const book = layoutWorkbook(loaded.framework, { base: loaded.document.text, date: today(), ...options });
  refuseUnwritable(source, unwritable(book));
  const { writeXlsx } = await loadExcel();
  const bytes = await writeXlsx(book);
  const [lost] = receipt(loaded, await readWorkbookReview(bytes, name));
  if (lost !== undefined)
    throw new Failure(
      name,
      `the workbook was not written, for reading it back showed a difference (${lost}): this is a fault of the program, so please report it.`,
    );
  return bytes;
}

function refuseUnwritable(source: Source, found: readonly Unwritable[]): void {
  const [first] = found;
  if (!first) return;
  const places = found.map(each => placeOfText(source, source.loaded.framework, each));
  const more = [...new Set(places.slice(1))].filter(place => place !== places[0]);
  const also =
    more.length === 0 ? '' : ` (also at ${more.slice(0, 10).join(', ')}${more.length > 10 ? ' …' : ''})`;
  throw new Failure(places[0], first.message.replace(/: (?=[^:]*$)/, `${also}: `));
}

/** `file.yaml:12:3` for a statement, else the cell of the workbook that would have been. */
function placeOfText(source: Source, framework: Framework, { row, level, place }: Unwritable): string {
  const at =
    row === undefined || level === undefined
      ? undefined
      : placeOf(framework, { what: 'row', id: row, level });
  return at === undefined
    ? `${source.name}: ${place}`
    : `${source.name}:${placeIn(source.loaded.document.text, at.start).join(':')}`;
}

/**
 * Refuses to write over a workbook in which a reviewer has worked, or may have.
 * @throws Failure if there is such a workbook
 */
export async function refuseReviewed(file: string): Promise<void> {
  const bytes = await readBytes(file).catch(() => undefined);
  if (!bytes || !looksLikeWorkbook(bytes)) return;
  const work = await workIn(bytes, file);
  if (work === 'unknown')
    throw new Failure(
      file,
      'looks like a workbook that was sent to a reviewer, but it cannot be told any more what was done in it: import it with --base first, or choose another name for --out.',
    );
  if (work > 0)
    throw new Failure(
      file,
      `holds ${counted(work, 'change or comment', 'changes and comments')} of a reviewer, which would be lost: import it first, or choose another name for --out.`,
    );
}

/** How much was done in a workbook since it was sent; 0 for one that is not ours. */
async function workIn(bytes: Uint8Array, name: string): Promise<number | 'unknown'> {
  const { readWorkbook } = await loadExcel();
  const book = await readWorkbook(bytes).catch(() => undefined);
  if (!book) return 0;
  try {
    const review = readReview(book);
    if (review.base === undefined) return looksSent(review) ? 'unknown' : 0;
    const base = loadFramework(parseYaml(review.base));
    const { changes, questions, problems } = importReviews(base, [{ name, review }]);
    return changes.length + questions.length + problems.length;
  } catch {
    // Only what is ours gets as far as this: it is of a newer version, or what was sent has errors.
    return 'unknown';
  }
}

/** Whether a workbook without the version that was sent has other signs of having been sent. */
function looksSent({ stamp, sent, sheets }: Review): boolean {
  return stamp !== undefined || sent !== undefined || sheets.length > 0;
}
