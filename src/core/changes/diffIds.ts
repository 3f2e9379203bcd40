import { eachRow } from '../model/index.ts';
import type { Framework } from '../model/types.ts';
import type { SetField } from './change.ts';

/** The kinds of node that have an id of their own. */
type NamedKind = 'level' | 'sectionKind' | 'area' | 'topic' | 'row';

interface Named {
  readonly id: string;
  readonly formerIds?: readonly string[] | undefined;
}

/**
 * The nodes that have another id in b than in a: a new one that names, among its former ids, an id of a that b
 * no longer has.
 * @returns changes of `id`, parents before children; no id in them is both left and taken
 */
export function diffIds(a: Framework, b: Framework): SetField[] {
  if (a === b) return [];
  return (['level', 'sectionKind', 'area', 'topic', 'row'] as const).flatMap(kind => renamesOf(kind, a, b));
}

function renamesOf(what: NamedKind, a: Framework, b: Framework): SetField[] {
  const renamed = [...named(what, b)].filter(node => node.formerIds && node.formerIds.length > 0);
  if (renamed.length === 0) return [];
  const before = new Set(Array.from(named(what, a), node => node.id));
  const after = new Set(Array.from(named(what, b), node => node.id));
  const claimed = new Set<string>();
  return renamed.flatMap(({ id, formerIds }): SetField[] => {
    if (before.has(id)) return [];
    // The latest id is the last of the list.
    const former = [...formerIds!]
      .reverse()
      .find(one => before.has(one) && !after.has(one) && !claimed.has(one));
    if (former === undefined) return [];
    claimed.add(former);
    return [{ op: 'set', what, id: former, field: 'id', before: former, after: id }];
  });
}

function* named(kind: NamedKind, framework: Framework): Generator<Named> {
  if (kind === 'level') yield* framework.levels;
  else if (kind === 'sectionKind') yield* framework.sectionKinds;
  else if (kind === 'area') yield* framework.areas;
  else if (kind === 'row') for (const { row } of eachRow(framework)) yield row;
  else for (const area of framework.areas) for (const section of area.sections) yield* section.topics;
}
