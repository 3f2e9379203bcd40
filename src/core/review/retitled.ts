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
 * @param report is given each title that was not taken
 * @returns area id → its new title
 */
export function retitledAreas(
  base: Framework,
  review: Review,
  report: (problem: ReviewProblem) => void,
): Map<string, string> {
  const said = new Map<string, Map<string, string>>();
  for (const { areaId, areaTitle, name } of review.sheets) {
    if (areaTitle === undefined) continue;
    const title = normaliseLine(areaTitle);
    if (areaId === undefined) {
      if (title !== '')
        report({
          code: 'unknown-title',
          place: name,
          message: `No area is called "${title}", as it says above the table, and it cannot be told which area the table is. No title was changed: change it in the framework file.`,
        });
      continue;
    }
    const titles = said.get(areaId) ?? new Map<string, string>();
    said.set(areaId, titles.set(title, titles.get(title) ?? name));
  }
  const retitled = new Map<string, string>();
  for (const { id, title = '' } of base.areas) {
    const titles = [...(said.get(id) ?? [])];
    const [first] = titles;
    if (!first || (titles.length === 1 && first[0] === title)) continue;
    if (titles.length > 1)
      report({
        code: 'area-titles-differ',
        place: titles.map(([, sheet]) => sheet).join(', '),
        message: `These sheets are of one area, but the titles above their tables differ. The title "${title}" was kept: change it in the framework file.`,
      });
    else if (first[0] === '')
      report({
        code: 'area-title-missing',
        place: first[1],
        message: `The title "${title}" above the table was removed. It was kept: an area loses its title in the framework file only.`,
      });
    else retitled.set(id, first[0]);
  }
  return retitled;
}
