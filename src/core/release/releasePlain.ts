import type { Release } from './release.ts';

/**
 * A release as plain data for JSON: versions, the number that fits, counts, levels, and the changed statements by
 * area and topic. The crosswalk is a table of its own.
 */
export function releasePlain({ crosswalk: _apart, areas, ...head }: Release): object {
  return {
    ...head,
    areas: areas.map(area => ({
      ...area,
      topics: area.topics.map(topic => ({ ...topic, strongest: Object.fromEntries(topic.strongest) })),
    })),
  };
}
