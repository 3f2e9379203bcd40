import { WorkbookError } from '../core/sheet/workbookError.ts';

export function tooManyCells(): WorkbookError {
  return new WorkbookError(
    'too-large',
    'The workbook has too many cells. Delete the empty formatted rows and columns around the tables, then import it again.',
  );
}
