import { normaliseLine } from '../model/statement.ts';
import type { Framework, Topic } from '../model/types.ts';
import type { ReturnedRow, Review, ReviewProblem } from '../sheet/returned.ts';
import type { TopicFinder } from './locateRow.ts';

/** What rows say of the titles of their topics. */
export interface TopicTitles {
  /** Topic id → its new title, which all of its rows say and no other topic there has. */
  readonly retitled: ReadonlyMap<string, string>;
  /** Titles that some rows of a topic say, and that no topic there has. */
  readonly doubtful: readonly DoubtfulTitle[];
}

export interface DoubtfulTitle {
  readonly topic: Topic;
  readonly title: string;
  /** Those that say it. */
  readonly rows: readonly ReturnedRow[];
  /** How many rows of the topic came back. */
  readonly of: number;
  /** Whether it is the topic's own title but for capitals and blanks. */
  readonly isOwn: boolean;
}

/**
 * Compares the titles that rows say with those of their topics.
 * @param topicOf the topic that a row was sent in
 */
export function topicTitles(
  review: Review,
  finder: TopicFinder,
  topicOf: ReadonlyMap<string, Topic>,
): TopicTitles {
  const said = new Map<Topic, Map<string, ReturnedRow[]>>();
  for (const row of review.rows) {
    const topic = row.rowId === undefined ? undefined : topicOf.get(row.rowId);
    if (!topic || row.copyOf !== undefined || row.topicTitle === undefined) continue;
    if (finder.areaOf(row) !== row.areaId) continue;
    const title = normaliseLine(row.topicTitle);
    const titles = said.get(topic) ?? new Map<string, ReturnedRow[]>();
    said.set(topic, titles);
    const same = titles.get(title);
    if (same) same.push(row);
    else titles.set(title, [row]);
  }
  // A new row that still says the old title speaks against another one.
  for (const row of review.rows) {
    if (row.rowId !== undefined || !row.topicTitle) continue;
    const { topic } = finder.locate(row, undefined);
    const titles = topic && said.get(topic);
    const title = normaliseLine(row.topicTitle);
    if (titles) titles.set(title, [...(titles.get(title) ?? []), row]);
  }
  const retitled = new Map<string, string>();
  const doubtful: DoubtfulTitle[] = [];
  for (const [topic, titles] of said) {
    const of = [...titles.values()].reduce((sum, rows) => sum + rows.length, 0);
    for (const [title, rows] of titles) {
      if (title === '' || title === normaliseLine(topic.title ?? '')) continue;
      const found = finder.locate(rows[0]!, undefined);
      if (found.among || (found.topic && found.topic !== topic)) continue;
      if (titles.size === 1) retitled.set(topic.id, title);
      else doubtful.push({ topic, title, rows, of, isOwn: found.topic === topic });
    }
  }
  return { retitled, doubtful };
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
  // A table in CSV says the title of its area in every line.
  const lines = review.byStatement
    ? review.rows.map(({ areaId, areaTitle, place }) => ({ areaId, areaTitle, name: place }))
    : [];
  for (const { areaId, areaTitle, name } of [
    ...review.sheets,
    ...lines.filter(({ areaId, areaTitle }) => areaId !== undefined && areaTitle !== ''),
  ]) {
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
        message: `${review.byStatement ? 'Lines of one area say different titles of it.' : 'These sheets are of one area, but the titles above their tables differ.'} The title "${title}" was kept: change it in the framework file.`,
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
