import { sameValue } from './equal.ts';
import { indexFramework } from './index.ts';
import type { Framework, Row } from './types.ts';

/**
 * A framework with the very nodes of another version wherever both mean the same, so that nobody looks at these again.
 * Nodes are known by their ids.
 */
export function shareWith(framework: Framework, other: Framework): Framework {
  const index = indexFramework(other);
  const row = (own: Row) => same(own, index.row(own.id)?.row);
  const areas = framework.areas.map(area => {
    const sections = area.sections.map(section => {
      const topics = section.topics.map(topic =>
        same({ ...topic, rows: topic.rows.map(row) }, index.topic(topic.id)?.topic),
      );
      return { ...section, topics };
    });
    return same({ ...area, sections }, index.area(area.id)?.area);
  });
  return { ...framework, areas };
}

function same<T extends object>(own: T, theirs: T | undefined): T {
  return theirs !== undefined && sameValue(own, theirs) ? theirs : own;
}
