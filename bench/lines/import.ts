import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { heads, type LineResult, milliseconds, ratio, rowOf, sizesAsked } from '../measure.ts';
import { sample, samples } from '../sample.ts';

/** A workbook that came back is read, merged and shown; bare exceljs reads it. */
export async function importWorkbook(rounds: number): Promise<LineResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const sizes = sizesAsked();
  const results = sizes.map(rows => {
    const file = path.join(folder, `${rows}.xlsx`);
    sample('returned', rows, file);
    return samples(rounds, ['import', 'importEdited', 'importBare'], rows, file);
  });
  rmSync(folder, { recursive: true, force: true });
  const row = rowOf(results);
  return {
    title: 'Import of a returned workbook',
    about:
      'Reading it, merging three ways and making what the preview shows, one statement in 50 reworded, each time in a process of its own; against exceljs alone reading the same file. The file that it goes into is what was sent, or has another statement in 50 reworded since.',
    heads: heads(sizes),
    rows: [
      row('Import', ({ import: ours }) => milliseconds(ours.time)),
      row('… into a file that was edited since', ({ importEdited }) => milliseconds(importEdited.time)),
      row('exceljs alone', ({ importBare }) => milliseconds(importBare.time)),
      row('We take as long (goal: at most × 1)', ({ import: ours, importBare }) =>
        ratio(ours.time / importBare.time),
      ),
      row('… into a file that was edited since', ({ importEdited, importBare }) =>
        ratio(importEdited.time / importBare.time),
      ),
      row('Peak memory of the process, ours to theirs (goal: at most × 1)', ({ import: ours, importBare }) =>
        ratio(ours.memory / importBare.memory),
      ),
      row('… into a file that was edited since', ({ importEdited, importBare }) =>
        ratio(importEdited.memory / importBare.memory),
      ),
      row('Longest time that nothing else had a turn, the file edited', ({ importEdited }) =>
        milliseconds(importEdited.block),
      ),
      row('… exceljs alone', ({ importBare }) => milliseconds(importBare.block)),
    ],
  };
}
