import * as vscode from 'vscode';
import type { Loaded } from '../../core/index.ts';
import type { Review } from '../../core/reviewing.ts';
import { breatherFor } from '../breather.ts';
import type { Services } from '../services.ts';
import { readBook } from './readBook.ts';

/**
 * Reads one file that came back.
 * @param name what messages call it
 * @param into the framework that it is for: tells levels apart where it has lost what was sent; a CSV file needs it
 * @param token ends the work
 * @throws WorkbookError if it cannot be read
 */
export async function readReturned(
  services: Services,
  file: vscode.Uri,
  name: string,
  into: Loaded | undefined,
  token: vscode.CancellationToken,
): Promise<Review> {
  const { readCsv, WorkbookError } = await services.platform.loadReviewing();
  const bytes = await vscode.workspace.fs.readFile(file).then(
    read => read,
    (error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new WorkbookError(
        'not-readable',
        `${name} cannot be read (${why}): close it in other programs, check its permissions, and try again.`,
      );
    },
  );
  if (into && /\.(?:csv|tsv|txt)$/i.test(name)) {
    const text = textOf(bytes);
    if (text !== undefined) return readCsv(text, name, into.framework);
    throw new WorkbookError(
      'damaged',
      `${name} is not in UTF-8: save it from the spreadsheet as "CSV UTF-8", then import it again.`,
    );
  }
  return readBook(services, bytes, breatherFor(token), { into, name });
}

/** Excel writes CSV as UTF-8 with a mark, or as UTF-16 where it says "Unicode text"; undefined if it is neither. */
function textOf(bytes: Uint8Array): string | undefined {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
