import { newAreaId, newRowId, newTopicId, slug } from '../../model/ids.ts';
import type { Framework, Row } from '../../model/types.ts';
import type { NamedKind } from '../named.ts';

/** The id that nodes of each kind are to have, by the one they have. */
export type NewIds = Readonly<Record<NamedKind, ReadonlyMap<string, string>>>;

/**
 * The same framework with other ids: at once, so that they may change places. What names a node by its id
 * (`splitFrom`, `replacedBy`, cells, sections) goes along.
 */
export function withIds(framework: Framework, ids: NewIds): Framework {
  if (Object.values(ids).every(({ size }) => size === 0)) return framework;
  const of = (what: NamedKind) => (id: string) => ids[what].get(id) ?? id;
  const [level, kind, area, topic, row] = (['level', 'sectionKind', 'area', 'topic', 'row'] as const).map(of);
  const byLevel = <V>(map: ReadonlyMap<string, V>) =>
    new Map([...map].map(([id, value]) => [level!(id), value]));
  const withdrawn = <N extends { readonly withdrawn?: Row['withdrawn'] }>(
    node: N,
    now: (id: string) => string,
  ): N =>
    node.withdrawn?.replacedBy
      ? { ...node, withdrawn: { ...node.withdrawn, replacedBy: node.withdrawn.replacedBy.map(now) } }
      : node;
  const rowNow = (each: Row): Row => ({
    ...withdrawn(each, row!),
    id: row!(each.id),
    ...(each.splitFrom === undefined ? {} : { splitFrom: row!(each.splitFrom) }),
    statements: byLevel(each.statements),
    blank: byLevel(each.blank),
    notes: byLevel(each.notes),
  });
  return {
    ...framework,
    levels: framework.levels.map(each => ({ ...each, id: level!(each.id) })),
    sectionKinds: framework.sectionKinds.map(each => ({ ...each, id: kind!(each.id) })),
    areas: framework.areas.map(each => ({
      ...withdrawn(each, area!),
      id: area!(each.id),
      sections: each.sections.map(section => ({
        ...section,
        kind: kind!(section.kind),
        topics: section.topics.map(one => ({
          ...withdrawn(one, topic!),
          id: topic!(one.id),
          rows: one.rows.map(rowNow),
        })),
      })),
    })),
  };
}

/** Whether an id stands for one that a file lacks. */
export function isMissing(id: string): boolean {
  return id.startsWith('?');
}

/**
 * An id for every node that needs one.
 * @param needs whether a node cannot keep the id it has
 * @param taken ids that are not to be used; what is given is added
 */
export function freshIds(
  framework: Framework,
  needs: (what: NamedKind, id: string) => boolean,
  taken: Readonly<Record<NamedKind, Set<string>>>,
): NewIds {
  const ids = {
    level: new Map<string, string>(),
    sectionKind: new Map<string, string>(),
    area: new Map<string, string>(),
    topic: new Map<string, string>(),
    row: new Map<string, string>(),
  };
  const give = (what: NamedKind, id: string, make: () => string) => {
    if (!needs(what, id)) return;
    const fresh = make();
    ids[what].set(id, fresh);
    taken[what].add(fresh);
  };
  for (const { id, title } of framework.levels)
    give('level', id, () => newAreaId(slug(title) || 'level', taken.level));
  for (const { id, title } of framework.sectionKinds)
    give('sectionKind', id, () => newAreaId(slug(title) || 'kind', taken.sectionKind));
  framework.areas.forEach((area, at) => {
    give('area', area.id, () => newAreaId(area.title, taken.area, at + 1));
    for (const { kind, topics } of area.sections)
      for (const topic of topics) {
        const home = { area: ids.area.get(area.id) ?? area.id, kind };
        give('topic', topic.id, () => newTopicId(topic.title, home, taken.topic));
        const own = { id: ids.topic.get(topic.id) ?? topic.id };
        for (const row of topic.rows) give('row', row.id, () => newRowId(own, row, taken.row));
      }
  });
  return ids;
}
