import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Book } from '../core/sheet/book.ts';
import { unwritable } from '../core/sheet/unwritable.ts';
import { WorkbookError } from '../core/sheet/workbookError.ts';
import { finishParts } from './writeFinish.ts';
import { partsOf } from './writeParts.ts';

/** The first moment that a zip file can tell; always the same, so that the same book gives the same bytes. */
const ZIP_EPOCH = '1980-01-01T00:00:00';

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
  const [first] = unwritable(book);
  if (first) throw new WorkbookError('not-writable', `${first.place}: ${first.message}`);
  const { onStep = async () => undefined } = options;
  const parts = await partsOf(book, onStep);
  finishParts(book, parts);
  await onStep();
  const files: Zippable = Object.create(null);
  for (const [name, xml] of parts) files[name] = strToU8(xml);
  return zipSync(files, { level: 6, mtime: ZIP_EPOCH });
}
