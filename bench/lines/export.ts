import { heads, type LineResult, milliseconds, ratio, rowOf, sizesAsked } from '../measure.ts';
import { samples } from '../sample.ts';

/** A workbook for reviewers is laid out and written; bare exceljs writes its cells. */
export async function exportWorkbook(rounds: number): Promise<LineResult> {
  const sizes = sizesAsked();
  const results = sizes.map(rows => samples(rounds, ['export', 'exportBare', 'receipt'], rows));
  const row = rowOf(results);
  return {
    title: 'Export to .xlsx',
    about:
      'Laying out and writing the workbook, without reading it back, each time in a process of its own; against exceljs alone writing the same cells in the same styles.',
    heads: heads(sizes),
    rows: [
      row('Export', ({ export: ours }) => milliseconds(ours.time)),
      row('exceljs alone', ({ exportBare }) => milliseconds(exportBare.time)),
      row('We take as long (goal: at most × 1.3)', ({ export: ours, exportBare }) =>
        ratio(ours.time / exportBare.time),
      ),
      row(
        'Peak memory of the process, ours to theirs (goal: at most × 1.3)',
        ({ export: ours, exportBare }) => ratio(ours.memory / exportBare.memory),
      ),
      row('Reading it back and comparing, before it is kept', ({ receipt }) => milliseconds(receipt.time)),
      row('Longest time that nothing else had a turn (goal: at most 50 ms)', ({ export: ours }) =>
        milliseconds(ours.block),
      ),
      row('… exceljs alone', ({ exportBare }) => milliseconds(exportBare.block)),
    ],
  };
}
