import type { Framework } from '../model/types.ts';
import type { Sliced } from '../slices.ts';
import { Entry } from './chain.ts';
import type { AddNode, ListedKind, MoveNode, Place, RemoveNode } from './change.ts';
import { Draft } from './draft.ts';
import type { ListPair, ListPairs } from './listPairs.ts';
import { keptInOrder } from './longestRun.ts';
import { idOf, idsOf, LISTED_KINDS, placeIn, withoutChildren } from './tree.ts';

/**
 * What is new, stands elsewhere or is gone between two frameworks, by id alone. In slices.
 * @param a the earlier of them
 * @param lists the lists of both side by side
 * @returns `placed`: additions and moves, parents before children, each list from top to bottom; `removed`:
 * what is to be removed after all else, children before parents
 */
export function* diffLists(
  a: Framework,
  lists: Readonly<Record<ListedKind, ListPairs>>,
): Sliced<{ placed: (AddNode | MoveNode)[]; removed: RemoveNode[] }> {
  // Every change is done at once, so that `from` says where the node stands at the change's turn.
  const draft = new Draft(a);
  const placed: (AddNode | MoveNode)[][] = [];
  for (const kind of LISTED_KINDS) placed.push(yield* placedOf(kind, lists[kind], draft));
  const removed: RemoveNode[][] = [];
  for (const kind of [...LISTED_KINDS].reverse()) removed.push(yield* removedOf(kind, lists[kind], draft));
  return { placed: placed.flat(), removed: removed.flat() };
}

function* placedOf(kind: ListedKind, lists: ListPairs, draft: Draft): Sliced<(AddNode | MoveNode)[]> {
  const changes: (AddNode | MoveNode)[] = [];
  for (const pair of lists.pairs) {
    yield;
    if (pair.hasSameIds) continue;
    const { parent, nodes } = pair.after;
    const ids = idsOf(pair.after);
    const isKept = keptIn(pair, ids, lists);
    if (isKept.every(Boolean)) continue;
    const target = draft.list(kind, parent);
    if (!target) continue;
    const below = nextKept(ids, isKept);
    for (const [position, id] of ids.entries()) {
      if (isKept[position]) continue;
      const to = placeIn(kind, parent, { after: ids[position - 1], before: below[position] });
      const entry = draft.find(kind, id);
      if (entry) {
        changes.push({ op: 'move', what: kind, id, from: standing(entry, draft), to });
        draft.takeOut(entry);
        draft.insert(entry, target, to);
      } else {
        const after = withoutChildren(nodes[position]!);
        changes.push({ op: 'add', what: kind, id, to, after });
        draft.insert(new Entry(kind, after), target, to);
      }
    }
  }
  return changes;
}

function* removedOf(kind: ListedKind, lists: ListPairs, draft: Draft): Sliced<RemoveNode[]> {
  const changes: RemoveNode[] = [];
  for (const { parent, nodes } of lists.left) {
    yield;
    for (const node of nodes) {
      const id = idOf(node, parent);
      const entry = lists.isElsewhereAfter(id) ? undefined : draft.find(kind, id);
      if (!entry) continue;
      const from = standing(entry, draft);
      changes.push({ op: 'remove', what: kind, id, from, before: withoutChildren(node) });
      draft.takeOut(entry);
    }
  }
  return changes;
}

/** Which nodes of a list, by position, neither come from elsewhere nor change their order. */
function keptIn({ before, was }: ListPair, ids: readonly string[], lists: ListPairs): readonly boolean[] {
  // Where all that was in the list before is paired, it stands in the same order.
  const stayed = was.map(node => node !== undefined);
  if (!before || !ids.some((id, position) => !stayed[position] && lists.elsewhereBefore(id))) return stayed;
  const kept = keptInOrder(idsOf(before), ids);
  return ids.map(id => kept.has(id));
}

/** For each position of a list, the nearest id below it that is kept. */
function nextKept(ids: readonly string[], isKept: readonly boolean[]): (string | undefined)[] {
  const below: (string | undefined)[] = new Array(ids.length);
  let next: string | undefined;
  for (let position = ids.length - 1; position >= 0; position--) {
    below[position] = next;
    if (isKept[position]) next = ids[position];
  }
  return below;
}

/** Where a node stands in a draft. */
export function standing(entry: Entry, draft: Draft): Place {
  const owner = entry.list?.owner;
  return placeIn(entry.kind, owner && draft.id(owner), draft.neighbours(entry));
}
