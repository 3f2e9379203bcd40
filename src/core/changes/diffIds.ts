import type { Framework } from '../model/types.ts';
import type { SetField } from './change.ts';
import { NAMED_KINDS, type Named, type NamedKind, namedIn } from './named.ts';

/**
 * The nodes that have another id in b than in a: a new one that names, among its former ids, an id of a that b
 * no longer has.
 * @returns changes of `id`, parents before children; no id in them is both left and taken
 */
export function diffIds(a: Framework, b: Framework): SetField[] {
  if (a === b) return [];
  return NAMED_KINDS.flatMap(kind => renamesOf(kind, a, b));
}

function renamesOf(what: NamedKind, a: Framework, b: Framework): SetField[] {
  const renamed: Named[] = [];
  for (const node of namedIn(b, what)) if (node.formerIds && node.formerIds.length > 0) renamed.push(node);
  if (renamed.length === 0) return [];
  const before = new Set(Array.from(namedIn(a, what), node => node.id));
  const after = new Set(Array.from(namedIn(b, what), node => node.id));
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
