import type { Row } from '../model/types.ts';

/** Former id → the id of the row that had it; not one that several rows claim. */
export function idsByFormer(rows: Iterable<Row>): Map<string, string> {
  const ids = new Map<string, string>();
  const doubtful = new Set<string>();
  for (const { id, formerIds } of rows)
    for (const former of formerIds ?? []) {
      if (ids.has(former)) doubtful.add(former);
      ids.set(former, id);
    }
  for (const former of doubtful) ids.delete(former);
  return ids;
}
