import type { Loaded } from '../core/index.ts';
import { type ImportOptions, layoutRound, type Returned, reviewRound } from '../core/reviewing.ts';
import { today } from './date.ts';
import { loadExcel } from './excel.ts';
import { Failure } from './failure.ts';
import { refuseOutput } from './overwrite.ts';

/**
 * Refuses a summary where it must not be written, before anything else is done.
 * @throws Failure if it is no workbook, is read by the command, or is one that a reviewer has worked in
 */
export async function refuseSummary(
  workbooks: readonly string[],
  into: string,
  {
    summary,
    base,
    resolve,
  }: { readonly summary?: string; readonly base?: string; readonly resolve?: string },
): Promise<void> {
  if (summary === undefined) return;
  if (!/\.xlsx$/i.test(summary))
    throw new Failure('--summary', `makes a workbook: use a name that ends in .xlsx instead of ${summary}.`);
  await refuseOutput(
    summary,
    [...workbooks, into, base, resolve].filter(file => file !== undefined),
    { option: '--summary' },
  );
}

/**
 * The workbook for the meeting that decides on what came back.
 * @param options those of the import
 */
export async function summaryOf(
  framework: Loaded,
  returned: readonly Returned[],
  options: ImportOptions,
): Promise<Uint8Array> {
  const { writeXlsx } = await loadExcel();
  return writeXlsx(layoutRound(reviewRound(framework, returned, options), today()));
}
