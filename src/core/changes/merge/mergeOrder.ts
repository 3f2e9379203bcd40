import type { ListedKind } from '../change.ts';
import { keptInOrder } from '../longestRun.ts';
import type { MergeContext, Version } from './context.ts';
import { reportPlaces } from './mergeParent.ts';
import { joinRuns } from './runs.ts';

/** What one side put into a list: runs of ids, by what they hang on (undefined: the top of the list). */
interface Placed {
  readonly version: Version;
  readonly anchorOf: Map<string, string | undefined>;
  readonly runs: Map<string | undefined, string[]>;
}

/**
 * The order of one list of the result. What no side added or moved keeps the order of the base; what a side
 * added or moved hangs, in that side's sequence, on what stands above it there. Runs at one spot are sorted by
 * their first id, so that the order of the sides does not matter.
 * @param members what stands in the list in the result
 */
export function mergeOrder(
  context: MergeContext,
  kind: ListedKind,
  parent: string | undefined,
  members: ReadonlySet<string>,
): string[] {
  const base = context.list(context.base, kind, parent);
  const lists = context.sides.map(version => ({ version, ids: context.list(version, kind, parent) }));
  const kept = lists.map(({ ids }) => keptInOrder(base, ids));
  const moved = new Set<string>();
  lists.forEach(({ ids }, side) => {
    for (const id of ids) if (!kept[side]!.has(id)) moved.add(id);
  });
  const stable = base.filter(id => members.has(id) && !moved.has(id));
  const isStable = new Set(stable);
  const placed = lists.map(({ version, ids }, side) =>
    placedBy(version, ids, isStable, id => members.has(id) && !kept[side]!.has(id)),
  );
  for (const id of members) if (!isStable.has(id)) agree(context, kind, id, placed);

  const clashes = (id: string) =>
    reportPlaces(
      context,
      kind,
      id,
      placed.filter(({ anchorOf }) => anchorOf.has(id)).map(({ version }) => version),
    );
  const at = (anchor: string | undefined) =>
    joinRuns(
      placed.map(({ runs }) => runs.get(anchor) ?? []),
      clashes,
    );
  return [...at(undefined), ...stable.flatMap(id => [id, ...at(id)])];
}

function placedBy(
  version: Version,
  ids: readonly string[],
  stable: ReadonlySet<string>,
  isPlaced: (id: string) => boolean,
): Placed {
  const anchorOf = new Map<string, string | undefined>();
  const runs = new Map<string | undefined, string[]>();
  let anchor: string | undefined;
  for (const id of ids) {
    if (stable.has(id)) anchor = id;
    else if (isPlaced(id)) {
      anchorOf.set(id, anchor);
      const run = runs.get(anchor);
      if (run) run.push(id);
      else runs.set(anchor, [id]);
    }
  }
  return { version, anchorOf, runs };
}

/** Where sides put the same thing at different spots, it is a conflict, and the first side's spot is kept. */
function agree(context: MergeContext, kind: ListedKind, id: string, placed: readonly Placed[]): void {
  const by = placed.filter(({ anchorOf }) => anchorOf.has(id));
  const first = by[0]?.anchorOf.get(id);
  if (by.every(({ anchorOf }) => anchorOf.get(id) === first)) return;
  reportPlaces(
    context,
    kind,
    id,
    by.map(({ version }) => version),
  );
  for (const { anchorOf, runs } of by.slice(1)) {
    const anchor = anchorOf.get(id);
    runs.set(anchor, runs.get(anchor)?.filter(other => other !== id) ?? []);
  }
}
