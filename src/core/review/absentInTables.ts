import { append } from '../append.ts';
import { eachRow, type RowAt } from '../model/index.ts';
import type { Framework } from '../model/types.ts';
import type { Review, ReviewProblem } from '../sheet/returned.ts';

/** A table with a smaller share of an area's rows is a list of changes, not the area with rows deleted. */
const MOST_OF_IT = 0.5;

/**
 * Rows that may have been deleted from tables that do not say what was sent: those in CSV, made by hand, or from
 * a workbook that has lost its hidden sheet. So it goes by what came back: where a table holds most rows of an area, the others are missing from it.
 * @param found ids of the rows that came back
 * @param sheets area id → the name of the table that is of it
 */
export function absentInTables(
  base: Framework,
  review: Review,
  found: ReadonlySet<string>,
  sheets: ReadonlyMap<string, string>,
): { readonly absent: readonly string[]; readonly problems: readonly ReviewProblem[] } {
  const absent: string[] = [];
  const problems: ReviewProblem[] = [];
  if (review.sent) return { absent, problems };
  const levels = new Set(review.sheets.flatMap(sheet => sheet.levels));
  for (const [area, shown] of shownRows(base)) {
    const came = shown.filter(({ row }) => found.has(row.id));
    const missing = shown.filter(
      ({ row }) =>
        !found.has(row.id) &&
        (!review.byStatement || [...row.statements.keys()].some(level => levels.has(level))),
    );
    const sheet = sheets.get(area);
    if (missing.length === 0 || sheet === undefined) continue;
    if (came.length >= (came.length + missing.length) * MOST_OF_IT)
      append(
        absent,
        missing.map(({ row }) => row.id),
      );
    else
      problems.push({
        code: 'partial-table',
        place: sheet,
        message: `Only ${came.length} of ${came.length + missing.length} rows of the area are in this table, so the others were not taken for deleted. Delete rows in the framework file if they should go.`,
      });
  }
  for (const { name, areaId } of review.sheets)
    if (areaId === undefined && !review.rows.some(row => row.sheet === name))
      problems.push({
        code: 'empty-table',
        place: name,
        message:
          'The table has no rows, so it cannot be told whose rows were deleted, and none was. Delete rows in the framework file if they should go.',
      });
  return { absent, problems };
}

/** Area id → its rows as they stand in a table. */
function shownRows(base: Framework): Map<string, RowAt[]> {
  const rows = new Map<string, RowAt[]>();
  for (const at of eachRow(base)) {
    if (at.area.withdrawn || at.topic.withdrawn || at.row.withdrawn) continue;
    const own = rows.get(at.area.id);
    if (own) own.push(at);
    else rows.set(at.area.id, [at]);
  }
  return rows;
}
