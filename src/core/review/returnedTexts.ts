import { wordsAt } from '../changes/likeness.ts';
import { normaliseStatement } from '../model/statement.ts';
import type { ReturnedRow } from '../sheet/returned.ts';
import type { Question } from './question.ts';

/** A row as one that nobody copied. */
export function asOnlyOne(row: ReturnedRow): ReturnedRow {
  if (row.copyOf === undefined) return row;
  const { copyOf: _, ...only } = row;
  return only;
}

/** A row as one that is not known. */
export function asNew(row: ReturnedRow): ReturnedRow {
  return { ...row, rowId: undefined } as unknown as ReturnedRow;
}

/** What a new row says, at the levels where it says something. */
export function statementsOf({ statements }: ReturnedRow): Map<string, string> {
  return new Map(
    [...statements]
      .map(([level, text]) => [level, normaliseStatement(text)] as const)
      .filter(([, text]) => text !== ''),
  );
}

/** All statements of a row as one text, for finding a row by its words. */
export function wordsOf(statements: ReadonlyMap<string, string>): string {
  return wordsAt(statements, statements.keys());
}

/** What a row says, for people. */
export function textOf({ statements }: ReturnedRow): string {
  return [...statements.values()].filter(text => text.trim() !== '').join(' / ');
}

/** What rows say, where that is too long for a message. */
export function wholeOf(...rows: readonly ReturnedRow[]): Pick<Question, 'texts'> {
  const texts = rows.map(textOf);
  return texts.every(text => shorten(text) === text) ? {} : { texts };
}

export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
