import { WorkbookError } from '../core/sheet/workbookError.ts';

/** A cell holds 32,767 characters; one text of more than this, in UTF-16 units, is none that a person wrote. */
export const LONGEST_TEXT = 1_000_000;

export function tooManyCells(): WorkbookError {
  return new WorkbookError(
    'too-large',
    'The workbook has too many cells. Delete the empty formatted rows and columns around the tables, then import it again.',
  );
}

export function tooLongText(): WorkbookError {
  return new WorkbookError(
    'too-large',
    'The workbook holds a text of more than a million characters, which no cell can hold: take it out in a spreadsheet program, then import it again.',
  );
}

/** @param what in the plural: `sheets` */
export function tooMany(what: string): WorkbookError {
  return new WorkbookError(
    'too-large',
    `The workbook has more ${what} than can be read: delete those that are not needed, then import it again.`,
  );
}
