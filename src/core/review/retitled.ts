import { normaliseLine } from '../model/statement.ts';
import type { Framework, Topic } from '../model/types.ts';
import type { Review, ReviewProblem } from '../sheet/returned.ts';
import type { TopicFinder } from './locateRow.ts';

/**
 * Topics whose rows all say the same other title, which no topic there has: they were retitled.
 * @param topicOf the topic that a row was sent in
 * @returns topic id → its new title
 */
export function retitledTopics(
  review: Review,
  finder: TopicFinder,
  topicOf: ReadonlyMap<string, Topic>,
): Map<string, string> {
  const found = new Map<Topic, { readonly titles: Set<string>; readonly free: boolean }>();
  for (const row of review.rows) {
    const topic = row.rowId === undefined ? undefined : topicOf.get(row.rowId);
    if (!topic || row.copyOf !== undefined || row.topicTitle === undefined) continue;
    if (finder.areaOf(row) !== row.areaId) continue;
    const known = found.get(topic) ?? {
      titles: new Set<string>(),
      free: finder.locate(row, undefined).topic === undefined,
    };
    known.titles.add(normaliseLine(row.topicTitle));
    found.set(topic, known);
  }
  const retitled = new Map<string, string>();
  for (const [topic, { titles, free }] of found) {
    const [title] = titles;
    if (free && titles.size === 1 && title && title !== (topic.title ?? '')) retitled.set(topic.id, title);
  }
  return retitled;
}

/**
 * Areas with another title above their table.
 * @param report is given each title that was taken away: that alone removes nothing
 * @returns area id → its new title
 */
export function retitledAreas(
  base: Framework,
  review: Review,
  report: (problem: ReviewProblem) => void,
): Map<string, string> {
  const retitled = new Map<string, string>();
  const seen = new Set<string>();
  for (const { areaId, areaTitle, name } of review.sheets) {
    const area = base.areas.find(each => each.id === areaId);
    if (!area || areaTitle === undefined || seen.has(area.id)) continue;
    seen.add(area.id);
    const title = normaliseLine(areaTitle);
    if (title === (area.title ?? '')) continue;
    if (title) retitled.set(area.id, title);
    else
      report({
        code: 'area-title-missing',
        place: name,
        message: `The title "${area.title}" above the table was removed. It was kept: an area loses its title in the framework file only.`,
      });
  }
  return retitled;
}
