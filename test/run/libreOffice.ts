import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findLibreOffice } from '../../scripts/lib/libreOffice.mjs';

/** What a reviewer does; `reviewer.py` says what each means. */
export type Action =
  | { readonly do: 'open' | 'save'; readonly path: string }
  | { readonly do: 'type'; readonly sheet: string; readonly cell: string; readonly text: string }
  | { readonly do: 'insertRow' | 'deleteRow'; readonly sheet: string; readonly row: number }
  | { readonly do: 'sort'; readonly sheet: string; readonly column: string; readonly from: number }
  | { readonly do: 'filter'; readonly sheet: string; readonly column: string; readonly text: string }
  | {
      readonly do: 'copyRow' | 'moveRow';
      readonly sheet: string;
      readonly row: number;
      readonly above: number;
    }
  | { readonly do: 'moveColumn'; readonly sheet: string; readonly column: string; readonly before: string }
  | { readonly do: 'hideColumn'; readonly sheet: string; readonly column: string }
  | { readonly do: 'renameSheet' | 'copySheet'; readonly sheet: string; readonly to: string }
  | { readonly do: 'moveSheet'; readonly sheet: string; readonly to: number }
  | { readonly do: 'comment'; readonly sheet: string; readonly cell: string; readonly text: string };

/**
 * Opens a workbook in LibreOffice, does what the actions say as a person would, and saves.
 * @param savedAs its ending says the form: `.xlsx` or `.ods`
 * @throws if LibreOffice is not there or does not do it
 */
export function review(workbook: string, savedAs: string, actions: readonly Action[]): void {
  work([{ do: 'open', path: workbook }, ...actions, { do: 'save', path: savedAs }]);
}

/**
 * Does what the actions say, in one run of LibreOffice.
 * @throws if LibreOffice is not there or does not do it
 */
export function work(actions: readonly Action[]): void {
  const office = findLibreOffice();
  if (!office)
    throw new Error('LibreOffice with its Python bridge is needed: npm test installs or names it.');
  const folder = mkdtempSync(path.join(tmpdir(), 'review-'));
  const list = path.join(folder, 'actions.json');
  writeFileSync(list, JSON.stringify(actions));
  try {
    const script = fileURLToPath(new URL('reviewer.py', import.meta.url));
    execFileSync(office.python, [script, list], {
      env: { ...process.env, PATH: `${path.dirname(office.soffice)}${path.delimiter}${process.env.PATH}` },
      timeout: 280_000,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
