import { eachRow } from '../model/index.ts';
import type { Framework } from '../model/types.ts';

/**
 * The ids of all rows that published versions of a framework hold.
 * @param id the framework's id
 * @param others frameworks that may be versions of it
 * @returns undefined if none of them is a published version of it: then nothing is known
 */
export function publishedRows(id: string, others: Iterable<Framework>): Set<string> | undefined {
  let rows: Set<string> | undefined;
  for (const other of others) {
    if (other.details.id !== id || other.details.status !== 'published') continue;
    rows ??= new Set();
    for (const { row } of eachRow(other)) rows.add(row.id);
  }
  return rows;
}
