import { normaliseStatement } from '../model/statement.ts';
import { cellPlace } from './address.ts';
import type { RawSheet } from './raw.ts';
import type { ReviewProblem } from './returned.ts';
import type { Sent } from './sent.ts';

/** Reports the cells of a sheet for reading only that no longer say what was sent. */
export function readingSheetChanges(
  sheet: RawSheet,
  sent: Sent['reading'][number],
  report: (problem: ReviewProblem) => void,
): void {
  if (sent.table) {
    reportNewTexts(sheet, sent, report);
    return;
  }
  const now = new Map<string, string>();
  const before = new Map<string, string>();
  for (const { row, cells } of sheet.rows)
    for (const { column, text } of cells)
      now.set(cellPlace(sheet.name, column, row), normaliseStatement(text));
  sent.rows.forEach((cells, row) => {
    cells.forEach((text, column) => {
      before.set(cellPlace(sheet.name, column + 1, row + 1), normaliseStatement(text));
    });
  });
  for (const place of new Set([...before.keys(), ...now.keys()]))
    if ((before.get(place) ?? '') !== (now.get(place) ?? '')) report(changedAt(place));
}

/** A table for reading may be sorted and filtered, and its rows deleted; only what was written there is reported. */
function reportNewTexts(
  sheet: RawSheet,
  sent: Sent['reading'][number],
  report: (problem: ReviewProblem) => void,
): void {
  const known = new Set(sent.rows.flatMap(texts => texts.map(normaliseStatement)));
  for (const { row, cells } of sheet.rows)
    for (const { column, text } of cells)
      if (text.trim() !== '' && !known.has(normaliseStatement(text)))
        report(changedAt(cellPlace(sheet.name, column, row)));
}

function changedAt(place: string): ReviewProblem {
  return {
    code: 'reading-sheet-changed',
    place,
    message:
      'This sheet is for reading only, and what was changed on it was left out. Make the change in the framework file.',
  };
}
