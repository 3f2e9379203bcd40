import type { Topic } from '../model/types.ts';
import type { ReturnedRow, ReturnedSheet, Review } from '../sheet/returned.ts';
import type { WorkingRows } from './workingRows.ts';

/** What is needed to tell in which order rows came back, and to take it. */
export interface OrderHelp {
  readonly rows: WorkingRows;
  /** Row id → the topic that it belongs to now. */
  readonly topicOf: ReadonlyMap<string, Topic>;
  /** Ids of rows that went to another topic. */
  readonly moved: ReadonlySet<string>;
  /** @param name what tells the sheet from the others */
  readonly ask: (sheet: ReturnedSheet, name: string) => 'keep' | 'take' | undefined;
}

/** One question a sheet whose rows stand in another order than they were sent in: a sort and a move look alike. */
export function askOrder(review: Review, { rows, topicOf, moved, ask }: OrderHelp): void {
  const onSheet = new Map<string, ReturnedRow[]>(review.sheets.map(({ name }) => [name, []]));
  for (const row of review.rows) onSheet.get(row.sheet)?.push(row);
  for (const sheet of review.sheets) {
    const order = new Map<string, string[]>();
    for (const { rowId } of onSheet.get(sheet.name)!) {
      const topic = rowId === undefined ? undefined : topicOf.get(rowId);
      if (rowId === undefined || !topic) continue;
      const ids = order.get(topic.id);
      if (ids) ids.push(rowId);
      else order.set(topic.id, [rowId]);
    }
    const changed = [...order].filter(([topic, ids]) => {
      // A row that came from another topic stands where it stands for that reason.
      const stayed = ids.filter(id => !moved.has(id));
      const came = new Set(stayed);
      const now = rows.idsIn(topic).filter(id => came.has(id));
      return now.some((id, index) => id !== stayed[index]);
    });
    if (changed.length === 0) continue;
    if (ask(sheet, nameOf(sheet, review)) === 'take')
      for (const [topic, ids] of changed) rows.reorder(topic, ids);
  }
}

/** A sheet's area, or its name where several sheets are of one area. */
function nameOf({ areaId, name }: ReturnedSheet, { sheets }: Review): string {
  const isOnly = sheets.filter(sheet => sheet.areaId === areaId).length === 1;
  return areaId !== undefined && isOnly ? areaId : name;
}
