import { indexFramework } from '../model/index.ts';
import type { Framework } from '../model/types.ts';
import { Entry } from './chain.ts';
import type { AddNode, ListedKind, MoveNode, Place, RemoveNode } from './change.ts';
import { Draft } from './draft.ts';
import { keptInOrder } from './longestRun.ts';
import type { Sliced } from './slices.ts';
import {
  changedLists,
  idOf,
  idsOf,
  LISTED_KINDS,
  type NodeList,
  nodeIn,
  placeIn,
  withoutChildren,
} from './tree.ts';

/**
 * What is new, stands elsewhere or is gone between two frameworks, by id alone. In slices.
 * @returns `placed`: additions and moves, parents before children, each list from top to bottom; `removed`:
 * what is to be removed after all else, children before parents
 */
export function* diffLists(
  a: Framework,
  b: Framework,
): Sliced<{ placed: (AddNode | MoveNode)[]; removed: RemoveNode[] }> {
  if (a === b) return { placed: [], removed: [] };
  // Every change is done at once, so that `from` says where the node stands at the change's turn.
  const draft = new Draft(a);
  const placed: (AddNode | MoveNode)[][] = [];
  for (const kind of LISTED_KINDS) placed.push(yield* placedOf(kind, a, b, draft));
  const removed: RemoveNode[][] = [];
  for (const kind of [...LISTED_KINDS].reverse()) removed.push(yield* removedOf(kind, a, b, draft));
  return { placed: placed.flat(), removed: removed.flat() };
}

function* placedOf(
  kind: ListedKind,
  a: Framework,
  b: Framework,
  draft: Draft,
): Sliced<(AddNode | MoveNode)[]> {
  const before = new Map(Array.from(changedLists(a, b, kind), list => [list.parent, list]));
  const changes: (AddNode | MoveNode)[] = [];
  for (const list of changedLists(b, a, kind)) {
    yield;
    const ids = idsOf(list);
    const was = before.get(list.parent);
    if (was?.nodes.length === ids.length && ids.every((id, position) => nodeIn(was, position, id))) continue;
    const kept = keptIn(was, ids);
    if (kept.size === ids.length) continue;
    const target = draft.list(kind, list.parent);
    const below = nextKept(ids, kept);
    ids.forEach((id, position) => {
      if (kept.has(id) || !target) return;
      const to = placeIn(kind, list.parent, { after: ids[position - 1], before: below[position] });
      const entry = draft.find(kind, id);
      if (entry) {
        changes.push({ op: 'move', what: kind, id, from: standing(entry, draft), to });
        draft.takeOut(entry);
        draft.insert(entry, target, to);
      } else {
        const after = withoutChildren(list.nodes[position]!);
        changes.push({ op: 'add', what: kind, id, to, after });
        draft.insert(new Entry(kind, after), target, to);
      }
    });
  }
  return changes;
}

function* removedOf(kind: ListedKind, a: Framework, b: Framework, draft: Draft): Sliced<RemoveNode[]> {
  const index = indexFramework(b);
  const after = new Map(Array.from(changedLists(b, a, kind), list => [list.parent, list]));
  const changes: RemoveNode[] = [];
  for (const list of changedLists(a, b, kind)) {
    yield;
    const is = after.get(list.parent);
    for (const [position, node] of list.nodes.entries()) {
      const id = idOf(node, list.parent);
      const entry = nodeIn(is, position, id) || index[kind](id) ? undefined : draft.find(kind, id);
      if (!entry) continue;
      const from = standing(entry, draft);
      changes.push({ op: 'remove', what: kind, id, from, before: withoutChildren(node) });
      draft.takeOut(entry);
    }
  }
  return changes;
}

/** The ids of a list that neither come from elsewhere nor change their order. */
function keptIn(before: NodeList | undefined, ids: readonly string[]): ReadonlySet<string> {
  return before ? keptInOrder(idsOf(before), ids) : new Set();
}

/** For each position of a list, the nearest id below it that is kept. */
function nextKept(ids: readonly string[], kept: ReadonlySet<string>): (string | undefined)[] {
  const below: (string | undefined)[] = new Array(ids.length);
  let next: string | undefined;
  for (let position = ids.length - 1; position >= 0; position--) {
    below[position] = next;
    if (kept.has(ids[position]!)) next = ids[position];
  }
  return below;
}

/** Where a node stands now. */
function standing(entry: Entry, draft: Draft): Place {
  const owner = entry.list?.owner;
  return placeIn(entry.kind, owner && draft.id(owner), draft.neighbours(entry));
}
