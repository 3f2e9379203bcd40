import { normaliseLine, normaliseStatement } from '../model/statement.ts';
import type { RawCell } from './raw.ts';
import { carried, leftOut } from './unwritable.ts';

/** Says what was not taken as it stands in the cell. */
export type ReportCell = (code: string, message: string) => void;

/**
 * The statement that a cell holds, by the treatments in docs/workbook.md.
 * @returns the text (`''`: the cell is empty), or `undefined` if it is not to be taken
 */
export function statementIn(cell: RawCell | undefined, report: ReportCell): string | undefined {
  if (!cell) return '';
  const { text, kind, formula, link, struck } = cell;
  if (kind === 'error') {
    report('error-value', `The cell shows the error ${text} and was left out: type the statement again.`);
    return undefined;
  }
  if (formula !== undefined && text === '') {
    report(
      'formula',
      'The cell holds a formula that shows nothing, or was never calculated, and was left out: type the statement, or empty the cell.',
    );
    return undefined;
  }
  if (formula !== undefined)
    report(
      'formula',
      `The cell holds a formula; what it shows was taken: “${short(text)}”. Check that this is meant.`,
    );
  else if (kind === 'number' || kind === 'date' || kind === 'boolean')
    report(
      `typed-${kind}`,
      `The spreadsheet program made ${KINDS[kind]} of what was typed here; what it shows was taken: “${short(text)}”. Check that this is meant.`,
    );
  if (struck !== undefined)
    report(
      'struck-out',
      `The words “${short(struck)}” are struck out, but are still in the text and were taken with it. Delete them if they should go.`,
    );
  if (link !== undefined && link !== '' && bare(link) !== bare(text))
    report('link', `The link to ${short(link)} was left out; the text was taken.`);
  const kept = carried(text);
  if (kept.left.length > 0) report(CONTROL_CHARACTER, leftOut(kept));
  return normaliseStatement(kept.text);
}

/**
 * A title that a cell holds, on one line.
 * @param text of the cell
 */
export function titleIn(text: string, report: ReportCell): string {
  const kept = carried(text);
  if (kept.left.length > 0) report(CONTROL_CHARACTER, leftOut(kept));
  return normaliseLine(kept.text);
}

export const CONTROL_CHARACTER = 'control-character';

const KINDS = { number: 'a number', date: 'a date', boolean: 'a truth value' } as const;

function bare(link: string): string {
  return link
    .trim()
    .replace(/^(?:mailto:|https?:\/\/)/i, '')
    .replace(/\/$/, '')
    .toLowerCase();
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
