import type { Loaded } from '../core/index.ts';
import { type Review, readReview, WorkbookError } from '../core/reviewing.ts';
import { Failure } from './failure.ts';

/** The Excel part, loaded on first use. */
export function loadExcel() {
  return import('../excel/index.ts');
}

/**
 * Understands a workbook.
 * @param into the file that it is for: tells its levels apart where it has lost what was sent, or never held it
 * @throws Failure if it cannot be read
 */
export async function readWorkbookReview(bytes: Uint8Array, name: string, into?: Loaded): Promise<Review> {
  const { readWorkbook } = await loadExcel();
  return asFailure(name, async () =>
    readReview(await readWorkbook(bytes, { name }), { framework: into?.framework, file: into?.document }),
  );
}

/** What a workbook's errors are to the command line. */
export async function asFailure<T>(name: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!isWorkbookError(error)) throw error;
    throw new Failure(error.message.startsWith(name) ? undefined : name, error.message);
  }
}

const FOR_PEOPLE = new Set(['WorkbookError', 'ImportError']);

/** The Excel part is a bundle of its own, so its error has a class of its own. */
function isWorkbookError(error: unknown): error is Error {
  return error instanceof WorkbookError || (error instanceof Error && FOR_PEOPLE.has(error.name));
}
