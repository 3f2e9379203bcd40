import { applyChanges } from '../changes/applyChanges.ts';
import type { Change, ListedKind, ListedNode } from '../changes/change.ts';
import type { Conflict } from '../changes/merge.ts';
import { childKind, childrenOf, idOf, LISTED_KINDS, nodeAt, withoutChildren } from '../changes/tree.ts';
import { indexFramework } from '../model/index.ts';
import type { Framework, Plain } from '../model/types.ts';

/**
 * A merged framework as one side would have it where the two clash: what that side removed is gone, and a statement
 * that both moved stands only where that side put it. What they wrote differently is that side's already, if it
 * came first in the merge.
 */
export function decidedFor(side: string, merged: Framework, conflicts: readonly Conflict[]): Framework {
  const changes = conflicts.flatMap(conflict => changesFor(side, merged, conflict));
  return changes.length === 0 ? merged : applyChanges(merged, changes).framework;
}

function changesFor(side: string, merged: Framework, conflict: Conflict): Change[] {
  const { what, id, row, level, field, versions } = conflict;
  const own = versions.find(version => version.side === side);
  if (id !== undefined && field === undefined && isListed(what) && own && own.value === undefined)
    return removals(merged, what, id);
  if (what === 'statement' && row !== undefined && level !== undefined && field === undefined) {
    const others = versions.filter(version => version.side !== side).map(({ value }) => levelIn(value));
    const text = (of: string) => indexFramework(merged).row(row)?.row.statements.get(of);
    return others.flatMap((other): Change[] => {
      const before = other === undefined || other === levelIn(own?.value) ? undefined : text(other);
      return before === undefined || other === undefined
        ? []
        : [{ op: 'set', what: 'statement', row, level: other, before }];
    });
  }
  return [];
}

function isListed(what: Conflict['what']): what is ListedKind {
  return LISTED_KINDS.some(kind => kind === what);
}

function levelIn(value: Plain | undefined): string | undefined {
  if (typeof value !== 'object' || !('level' in value)) return undefined;
  return typeof value.level === 'string' ? value.level : undefined;
}

/** What takes a node away with all that is in it, from below. */
function removals(framework: Framework, kind: ListedKind, id: string): Change[] {
  const node = nodeAt(indexFramework(framework), kind, id);
  if (!node) return [];
  return [
    ...below(framework, kind, node, id),
    ...(kind === 'level' ? emptied(framework, id) : []),
    { op: 'remove', what: kind, id, from: {}, before: withoutChildren(node) },
  ];
}

/** What takes away all that stands at a level. */
function emptied({ areas }: Framework, level: string): Change[] {
  const rows = areas.flatMap(area =>
    area.sections.flatMap(({ topics }) => topics.flatMap(topic => topic.rows)),
  );
  return rows.flatMap(({ id, statements, blank, notes }) =>
    (
      [
        ['statement', statements],
        ['blank', blank],
        ['note', notes],
      ] as const
    ).flatMap(([what, cells]): Change[] => {
      const before = cells.get(level);
      return before === undefined ? [] : [{ op: 'set', what, row: id, level, before } as Change];
    }),
  );
}

function below(framework: Framework, kind: ListedKind, node: ListedNode, id: string): Change[] {
  const child = childKind(kind);
  if (!child) return [];
  return childrenOf(node).flatMap(each => removals(framework, child, idOf(each, id)));
}
