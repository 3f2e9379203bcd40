import type { Head } from './head.ts';
import type { RawSheet } from './raw.ts';
import { WorkbookError } from './workbookError.ts';

/**
 * More rows than this, in all tables together, are refused: a framework has up to 20,000, its sheets may have been
 * copied, and whoever fills a column down to the end of a sheet fills a million.
 */
export const MOST_ROWS = 50_000;

/** A row with text, as far as it matters here. */
export interface FilledRow {
  /** `Technical Skills!14` */
  readonly place: string;
  readonly hasId: boolean;
  /** What it says, for comparing it with the row above. */
  readonly says: string;
}

/** A sheet with a table on it. */
export interface Table {
  readonly sheet: RawSheet;
  readonly head: Head;
}

/**
 * Ends the reading where the tables of a workbook have more rows than any framework.
 * @throws WorkbookError `too-large`
 */
export function refuseTooMany(tables: readonly Table[]): void {
  const below = ({ sheet, head }: Table) => sheet.rows.filter(({ row }) => row > head.row);
  if (tables.reduce((sum, table) => sum + below(table).length, 0) <= MOST_ROWS) return;
  throw tooManyInTables(
    tables.map(table =>
      below(table).map(({ row, cells }): FilledRow => {
        const id = table.head.roles.get('row');
        return {
          place: `${table.sheet.name}!${row}`,
          hasId: cells.some(({ column, text }) => column === id && text !== ''),
          says: JSON.stringify(cells.map(({ column, text }) => [column, text])),
        };
      }),
    ),
  );
}

/** Why the rows of tables are refused. @param tables the rows of each, from top to bottom */
export function tooManyInTables(tables: readonly (readonly FilledRow[])[]): WorkbookError {
  const [longest] = tables.map(filledDown).sort((a, b) => b.length - a.length);
  return tooManyRows('The tables have', MOST_ROWS, longest?.[0]?.place);
}

/**
 * Why rows are refused.
 * @param who `The tables have`
 * @param from where the rows begin that look filled down, if some do
 */
export function tooManyRows(who: string, most: number, from: string | undefined): WorkbookError {
  const which =
    from === undefined
      ? 'those that are none of the framework'
      : `those from ${from} on, which look filled down`;
  return new WorkbookError(
    'too-large',
    `${who} more than ${most.toLocaleString('en')} rows with text: delete ${which}, then import it again.`,
  );
}

/** The rows at the end of a table that have no id, else those that say what the row above says. */
function filledDown(rows: readonly FilledRow[]): readonly FilledRow[] {
  const added = rows.slice(lastWhere(rows, ({ hasId }) => hasId) + 1);
  if (added.length > 0 && added.length < rows.length) return added;
  const other = lastWhere(rows, (row, at) => row.says !== rows[at - 1]?.says);
  return rows.slice(other + 1);
}

function lastWhere<T>(list: readonly T[], test: (item: T, at: number) => boolean): number {
  let at = list.length - 1;
  while (at >= 0 && !test(list[at]!, at)) at--;
  return at;
}
