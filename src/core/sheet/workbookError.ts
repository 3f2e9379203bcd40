export type WorkbookErrorCode =
  | 'empty-file'
  | 'not-a-workbook'
  | 'password-protected'
  | 'old-format'
  | 'other-format'
  | 'truncated'
  | 'damaged'
  | 'too-large'
  | 'unsafe'
  | 'newer-version'
  | 'not-writable'
  | 'not-readable';

/** Why a workbook could not be read or written at all; `message` is one sentence for people, with the remedy. */
export class WorkbookError extends Error {
  readonly code: WorkbookErrorCode;

  constructor(code: WorkbookErrorCode, message: string) {
    super(message);
    this.name = 'WorkbookError';
    this.code = code;
  }
}
