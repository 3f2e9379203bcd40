import { crosswalkLines } from './crosswalkTable.ts';
import type { Release } from './release.ts';

/** A release as JSON, indented by two spaces, with a line end. */
export function releaseJson(release: Release): string {
  const { crosswalk: _lines, areas, ...head } = release;
  const json = {
    ...head,
    areas: areas.map(area => ({
      ...area,
      topics: area.topics.map(topic => ({
        ...topic,
        strongest: Object.fromEntries(topic.strongest),
      })),
    })),
    crosswalk: crosswalkLines(release),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
