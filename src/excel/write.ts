import type { Book } from '../core/sheet/book.ts';
import { unwritableIn } from '../core/sheet/unwritable.ts';
import { WorkbookError } from '../core/sheet/workbookError.ts';
import { partsOf } from './writeParts.ts';
import { ZipWriter } from './writeZip.ts';

export interface WriteOptions {
  /** Waited for between two pieces of the work; what it throws ends the work. */
  readonly onStep?: () => Promise<void>;
}

/**
 * Writes a workbook as an Excel file. The same book gives the same bytes.
 * @throws WorkbookError `not-writable` if a text of the book cannot be carried by such a file; ask
 * `unwritable(book)` beforehand for all of them
 */
export async function writeXlsx(book: Book, options: WriteOptions = {}): Promise<Uint8Array> {
  const { onStep = async () => undefined } = options;
  for (const sheet of book.sheets) {
    const [first] = unwritableIn(sheet);
    if (first) throw new WorkbookError('not-writable', `${first.place}: ${first.message}`);
    await onStep();
  }
  const zip = new ZipWriter();
  for await (const { name, pieces } of partsOf(book)) for (const _ of zip.add(name, pieces)) await onStep();
  return zip.finish();
}
