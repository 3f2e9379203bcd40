import type { Framework } from '../model/types.ts';
import type { PlacedRow } from './rule.ts';

/** The rows that are part of the standard, with where they stand, in file order. */
export function liveRows(framework: Framework): PlacedRow[] {
  const placed: PlacedRow[] = [];
  for (const area of framework.areas) {
    if (area.withdrawn) continue;
    for (const section of area.sections)
      for (const topic of section.topics) {
        if (topic.withdrawn) continue;
        for (const row of topic.rows) if (!row.withdrawn) placed.push({ area, section, topic, row });
      }
  }
  return placed;
}
