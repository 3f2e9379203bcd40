import { partsOfSectionId, sectionId } from '../../model/index.ts';
import type { Framework } from '../../model/types.ts';
import { applyChanges } from '../applyChanges.ts';
import type { ListedKind, SetField } from '../change.ts';
import { idsOf, listsOf } from '../tree.ts';
import type { IdNow } from './conflict.ts';
import type { MergeContext, Version } from './context.ts';
import { mergeValue } from './values.ts';

const NAMED = ['level', 'sectionKind', 'area', 'topic', 'row'] as const;

/**
 * Gives what sides renamed its new ids.
 * @param framework the result in the ids of the base
 */
export function mergeIds(
  context: MergeContext,
  framework: Framework,
): { framework: Framework; idNow: IdNow } {
  const changes = NAMED.flatMap(kind => renamesOf(context, kind, framework));
  const now = new Map(changes.map(({ what, id, after }) => [`${what} ${id}`, String(after)]));
  const idNow: IdNow = (kind, key) => {
    if (kind !== 'section') return now.get(`${kind} ${key}`) ?? key;
    const parts = partsOfSectionId(key);
    return sectionId(idNow('area', parts.area), idNow('sectionKind', parts.kind));
  };
  return { framework: applyChanges(framework, changes).framework, idNow };
}

function renamesOf(context: MergeContext, what: (typeof NAMED)[number], framework: Framework): SetField[] {
  const keys = [...listsOf(framework, what)].flatMap(idsOf);
  const wanted = new Map<string, string>();
  for (const key of keys) {
    const holders = context.sides.filter(side => context.node(side, what, key));
    if (!holders.some(version => version.renamed[what].has(key))) continue;
    const id = mergedId(context, what, key, holders);
    if (id !== key) wanted.set(key, id);
  }
  const taken = new Set(keys.filter(key => !wanted.has(key)));
  const changes: SetField[] = [];
  for (const [key, id] of wanted) {
    if (taken.has(id)) {
      const sides = context.sides.filter(side => context.ownId(side, what, key) === id);
      report(context, 'sameId', what, key, sides);
    } else changes.push({ op: 'set', what, id: key, field: 'id', before: key, after: id });
    taken.add(id);
  }
  return changes;
}

function mergedId(context: MergeContext, kind: ListedKind, key: string, holders: readonly Version[]): string {
  const { value, clash } = mergeValue(
    key,
    holders.map(version => context.ownId(version, kind, key)),
  );
  if (clash)
    report(
      context,
      'differently',
      kind,
      key,
      clash.map(at => holders[at]!),
    );
  return value ?? key;
}

function report(
  context: MergeContext,
  clash: 'differently' | 'sameId',
  what: ListedKind,
  key: string,
  sides: readonly Version[],
): void {
  context.report({
    clash,
    what,
    key,
    field: 'id',
    base: key,
    versions: sides.map(version => ({ side: version.name, value: context.ownId(version, what, key) })),
  });
}
