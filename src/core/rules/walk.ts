import type { Framework, Section, Topic } from '../model/types.ts';
import type { PlacedRow } from './rule.ts';

/** A topic with the section that it stands in. */
export interface PlacedTopic {
  readonly section: Section;
  readonly topic: Topic;
}

/** The topics that are part of the standard: not withdrawn, nor in a withdrawn area. In file order. */
export function liveTopics(framework: Framework): PlacedTopic[] {
  return framework.areas
    .filter(area => !area.withdrawn)
    .flatMap(area => area.sections.flatMap(section => section.topics.map(topic => ({ section, topic }))))
    .filter(({ topic }) => !topic.withdrawn);
}

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
