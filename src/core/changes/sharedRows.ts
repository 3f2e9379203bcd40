import type { Area, Framework, Row, Section, Topic } from '../model/types.ts';

/** Versions without rows that all of them share. */
export interface Lighter {
  /** In the order in which they were given. */
  readonly versions: readonly Framework[];
  /** Puts the rows back into what was made of the versions. */
  restored(framework: Framework): Framework;
}

/**
 * Takes rows out of several versions that are the very same in all of them, so that work on the versions grows with
 * what differs and not with the frameworks. A topic in which rows came, went or moved keeps all of its rows, since
 * where they stand is told by their neighbours.
 * @param versions frameworks that share nodes where one was made from the other
 * @returns undefined if it would make no difference, or might: where levels come or go, every row has a say
 */
export function withoutSharedRows(versions: readonly [Framework, ...Framework[]]): Lighter | undefined {
  const [first, ...others] = versions;
  const levels = levelsOf(first);
  if (others.some(other => other.levels !== first.levels && levelsOf(other) !== levels)) return undefined;
  const [ours, ...elsewhere] = versions.map(topicsById);
  if (!ours || elsewhere.includes(undefined)) return undefined;
  const light = new Map<Topic, Topic>();
  const whole = new Map<string, Topic>();
  for (const [id, topic] of ours) {
    const theirs = elsewhere.flatMap(topics => topics?.get(id) ?? []);
    const differs = topic.rows.map((row, at) => theirs.some(other => other.rows[at] !== row));
    if (theirs.length < others.length || differs.every(Boolean)) continue;
    if (!theirs.every(other => haveSameIds(topic, other))) continue;
    whole.set(id, topic);
    for (const each of new Set([topic, ...theirs]))
      light.set(each, { ...each, rows: each.rows.filter((_, at) => differs[at]) });
  }
  if (whole.size === 0) return undefined;
  const known = new Map<object, object>();
  return {
    versions: versions.map(version => withTopics(version, topic => light.get(topic) ?? topic, known)),
    restored: framework => withTopics(framework, topic => withRowsOf(topic, whole.get(topic.id))),
  };
}

function levelsOf({ levels }: Framework): string {
  return JSON.stringify(levels.map(({ id }) => id));
}

/** Undefined if an id is no name for a topic, because several have it. */
function topicsById({ areas }: Framework): Map<string, Topic> | undefined {
  const topics = areas.flatMap(({ sections }) => sections.flatMap(section => section.topics));
  const byId = new Map(topics.map(topic => [topic.id, topic]));
  return byId.size === topics.length ? byId : undefined;
}

function haveSameIds(a: Topic, b: Topic): boolean {
  return (
    a.rows === b.rows ||
    (a.rows.length === b.rows.length && a.rows.every(({ id }, at) => id === b.rows[at]!.id))
  );
}

/** A topic with all rows of another; of those that it has itself, its own. */
function withRowsOf(topic: Topic, whole: Topic | undefined): Topic {
  if (!whole) return topic;
  const own = new Map(topic.rows.map(row => [row.id, row]));
  const rows: Row[] = whole.rows.map(row => own.get(row.id) ?? row);
  return { ...topic, rows };
}

/** @param known what was changed already, so that what versions share they still share */
function withTopics(
  framework: Framework,
  change: (topic: Topic) => Topic,
  known = new Map<object, object>(),
): Framework {
  const once = <T extends object>(node: T, changed: (node: T) => T): T => {
    const before = known.get(node) as T | undefined;
    if (before) return before;
    const after = changed(node);
    known.set(node, after);
    return after;
  };
  const each = <T extends object>(list: readonly T[], changed: (item: T) => T) =>
    once(list, items => items.map(item => once(item, changed)));
  const inSection = (section: Section): Section => ({ ...section, topics: each(section.topics, change) });
  const inArea = (area: Area): Area => ({ ...area, sections: each(area.sections, inSection) });
  return once(framework, whole => ({ ...whole, areas: each(whole.areas, inArea) }));
}
