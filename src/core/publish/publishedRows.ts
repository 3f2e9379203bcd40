import type { Framework } from '../model/types.ts';

/** Ids that published versions of a framework hold. */
export interface PublishedIds {
  readonly row: ReadonlySet<string>;
  readonly topic: ReadonlySet<string>;
  readonly area: ReadonlySet<string>;
  readonly level: ReadonlySet<string>;
}

/**
 * The ids of all that published versions of a framework hold.
 * @param id the framework's id
 * @param others frameworks that may be versions of it
 * @returns undefined if none of them is a published version of it: then nothing is known
 */
export function publishedIds(id: string, others: Iterable<Framework>): PublishedIds | undefined {
  let ids: Record<keyof PublishedIds, Set<string>> | undefined;
  for (const other of others) {
    if (other.details.id !== id || other.details.status !== 'published') continue;
    ids ??= { row: new Set(), topic: new Set(), area: new Set(), level: new Set() };
    for (const level of other.levels) ids.level.add(level.id);
    for (const area of other.areas) {
      ids.area.add(area.id);
      for (const section of area.sections)
        for (const topic of section.topics) {
          ids.topic.add(topic.id);
          for (const row of topic.rows) ids.row.add(row.id);
        }
    }
  }
  return ids;
}

/** The ids of all rows that published versions of a framework hold, as {@link publishedIds}. */
export function publishedRows(id: string, others: Iterable<Framework>): ReadonlySet<string> | undefined {
  return publishedIds(id, others)?.row;
}

/**
 * Whether an id may ever have been published, and what bears it is withdrawn when it is deleted, not removed: if
 * a published version holds it, or, where none is known, if the framework supersedes a version at all.
 */
export function everPublished(
  { details }: Framework,
  known: ReadonlySet<string> | undefined,
  id: string,
): boolean {
  return known ? known.has(id) : details.supersedes !== undefined;
}
