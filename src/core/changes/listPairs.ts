import type { Framework } from '../model/types.ts';
import type { ListedKind, ListedNode } from './change.ts';
import { idOf, listsOf, type NodeList } from './tree.ts';

/** A list of the later of two versions, beside the one of the earlier that has the same parent. */
export interface ListPair {
  readonly before: NodeList | undefined;
  readonly after: NodeList;
  /** For each node of the list what it was, where that stands in the list before and in the same order. */
  readonly was: readonly (ListedNode | undefined)[];
  /** Whether both hold the same ids in the same order. */
  readonly hasSameIds: boolean;
}

/** What stands in a list of the earlier version and has no counterpart in the list of the same parent. */
export interface Left {
  readonly parent: string | undefined;
  readonly nodes: readonly ListedNode[];
}

/**
 * The lists of one kind of two versions side by side; those are left out that are the very same in both. Nodes are
 * mostly paired where they stand, so that nothing is looked up, and no index made, but for those that went elsewhere.
 */
export class ListPairs {
  /** In the order of the later version. */
  readonly pairs: readonly ListPair[];
  /** In the order of the earlier version. */
  readonly left: readonly Left[];
  readonly #lost = new Map<string, ListedNode>();
  readonly #gained = new Set<string>();

  constructor(a: Framework, b: Framework, kind: ListedKind) {
    const before = new Map<string | undefined, NodeList>();
    for (const list of listsOf(a, kind)) before.set(list.parent, list);
    const leftOf = new Map<string | undefined, Left>();
    const pairs: ListPair[] = [];
    for (const after of listsOf(b, kind)) {
      const list = before.get(after.parent);
      if (list?.nodes === after.nodes) {
        before.delete(after.parent);
        continue;
      }
      const { was, nodes } = paired(list, after);
      const hasSameIds = list?.nodes.length === was.length && nodes.length === 0;
      pairs.push({ before: list, after, was, hasSameIds });
      if (nodes.length > 0) leftOf.set(after.parent, { parent: after.parent, nodes });
      if (!hasSameIds)
        for (const [at, node] of after.nodes.entries())
          if (!was[at]) this.#gained.add(idOf(node, after.parent));
    }
    const seen = new Set(pairs.map(({ after }) => after.parent));
    this.pairs = pairs;
    this.left = Array.from(before.values(), ({ parent, nodes }) =>
      seen.has(parent) ? leftOf.get(parent) : { parent, nodes },
    ).filter(left => left !== undefined);
    for (const { parent, nodes } of this.left)
      for (const node of nodes) {
        const id = idOf(node, parent);
        if (!this.#lost.has(id)) this.#lost.set(id, node);
      }
  }

  /** What a node was that has no counterpart where it stands; undefined: it is new. */
  elsewhereBefore(id: string): ListedNode | undefined {
    return this.#lost.get(id);
  }

  /** Whether a node that has no counterpart where it stood is there all the same. */
  isElsewhereAfter(id: string): boolean {
    return this.#gained.has(id);
  }
}

/** So many nodes that went are passed over in looking for the next that stayed. */
const FURTHEST = 4;

/** Pairs the nodes of two lists from top to bottom, as far as they stand in the same order. */
function paired(
  before: NodeList | undefined,
  after: NodeList,
): { readonly was: (ListedNode | undefined)[]; readonly nodes: ListedNode[] } {
  const was: (ListedNode | undefined)[] = [];
  const nodes: ListedNode[] = [];
  const from = before?.nodes ?? [];
  let next = 0;
  for (const node of after.nodes) {
    const id = idOf(node, after.parent);
    const end = Math.min(from.length, next + FURTHEST);
    let at = next;
    while (at < end && idOf(from[at]!, after.parent) !== id) at++;
    if (at === end) {
      was.push(undefined);
      continue;
    }
    while (next < at) nodes.push(from[next++]!);
    was.push(from[next++]!);
  }
  while (next < from.length) nodes.push(from[next++]!);
  return { was, nodes };
}
