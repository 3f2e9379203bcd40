import type { ReturnedRow, ReturnedSheet, Review, ReviewProblem } from './returned.ts';
import type { TableRow } from './returnedTable.ts';
import type { Sent } from './sent.ts';

type Report = (problem: ReviewProblem) => void;

/** Gives each row its place in its sheet, its neighbours with ids, and the row that it is a copy of. */
export function linkRows(rows: readonly TableRow[], report: Report): ReturnedRow[] {
  const first = new Map<string, string>();
  const linked: (ReturnedRow & { above?: string; below?: string })[] = [];
  let above: string | undefined;
  for (const row of rows) {
    const previous = linked.at(-1);
    const sameSheet = previous?.sheet === row.sheet;
    if (!sameSheet) above = undefined;
    const copyOf = row.rowId === undefined ? undefined : first.get(row.rowId);
    linked.push({
      ...row,
      order: sameSheet ? previous.order + 1 : 0,
      ...(above !== undefined && { above }),
      ...(copyOf !== undefined && { copyOf }),
    });
    if (row.rowId === undefined) continue;
    if (copyOf !== undefined) {
      report({
        code: 'copied-row',
        place: row.place,
        message: `The row has the same hidden id as ${copyOf}: it was copied. The one that is still as it was sent is the row; where the words of the others differ, it is asked what they are.`,
      });
      continue;
    }
    first.set(row.rowId, row.place);
    above = row.rowId;
  }
  let below: { sheet: string; id: string } | undefined;
  for (let at = linked.length - 1; at >= 0; at--) {
    const row = linked[at]!;
    if (below?.sheet === row.sheet) row.below = below.id;
    if (row.rowId !== undefined && row.copyOf === undefined) below = { sheet: row.sheet, id: row.rowId };
  }
  return linked;
}

/** What was sent and did not come back. */
export function absentFrom(
  rows: readonly ReturnedRow[],
  sheets: readonly ReturnedSheet[],
  sent: Sent | undefined,
  report: Report,
): Pick<Review, 'absentRows' | 'absentAreas'> {
  const returned = new Set(rows.flatMap(row => row.rowId ?? []));
  const absentAreas: string[] = [];
  const absentRows: { row: string; topic: string; area: string }[] = [];
  for (const area of sent?.areas ?? []) {
    const own = sheets.filter(({ areaId, name }) =>
      areaId === undefined ? name === area.sheet : areaId === area.id,
    );
    if (own.length === 0 && !area.topics.some(topic => topic.rows.some(row => returned.has(row)))) {
      absentAreas.push(area.id);
      report({
        code: 'missing-sheet',
        place: area.sheet,
        message: `The sheet of the area ${area.shown} is not in the workbook; its rows were left as they are.`,
      });
      continue;
    }
    if (own.some(({ hasIds }) => !hasIds)) continue;
    for (const topic of area.topics)
      for (const row of topic.rows)
        if (!returned.has(row)) absentRows.push({ row, topic: topic.id, area: area.id });
  }
  return { absentRows, absentAreas };
}
