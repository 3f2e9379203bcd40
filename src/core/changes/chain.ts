import type { ListedKind, ListedNode } from './change.ts';
import { childKind, childrenOf } from './tree.ts';

/** A list of a draft. */
export interface List {
  readonly kind: ListedKind;
  /** The node that holds the list; none for the lists of the framework itself. */
  readonly owner: Entry | undefined;
  /** The nodes as they were. */
  readonly base: readonly ListedNode[];
  /** The entries that were asked for, by their node as it was. */
  readonly loaded: Map<ListedNode, Entry>;
  /** Whether the list is held by `first`, `last`, `prev` and `next`: only one whose order was touched is. */
  open: boolean;
  first: Entry | undefined;
  last: Entry | undefined;
  /** Whether anything in it differs from `base`. */
  dirty: boolean;
}

/** A node of a draft. Its own words are in `node`, what stands below it in `children`. */
export class Entry {
  readonly kind: ListedKind;
  node: ListedNode;
  readonly children: List | undefined;
  /** None while the node is taken out. */
  list: List | undefined;
  prev: Entry | undefined;
  next: Entry | undefined;
  /** Whether anything in or below it differs from how it was. */
  dirty = false;

  constructor(kind: ListedKind, node: ListedNode, list?: List) {
    this.kind = kind;
    this.node = node;
    this.list = list;
    const below = childKind(kind);
    this.children = below && newList(below, this, childrenOf(node));
  }
}

export function newList(kind: ListedKind, owner: Entry | undefined, base: readonly ListedNode[]): List {
  return {
    kind,
    owner,
    base,
    loaded: new Map(),
    open: false,
    first: undefined,
    last: undefined,
    dirty: false,
  };
}

/** Marks a node and all that holds it as changed. */
export function touch(entry: Entry): void {
  entry.dirty = true;
  for (let list = entry.list; list && !list.dirty; list = list.owner?.list) {
    list.dirty = true;
    if (list.owner) list.owner.dirty = true;
  }
}

/** Puts an entry between two neighbours of an open list. */
export function link(list: List, entry: Entry, above: Entry | undefined, below: Entry | undefined): void {
  entry.list = list;
  entry.prev = above;
  entry.next = below;
  if (above) above.next = entry;
  else list.first = entry;
  if (below) below.prev = entry;
  else list.last = entry;
}

/** Takes an entry out of its open list. */
export function unlink(list: List, entry: Entry): void {
  if (entry.prev) entry.prev.next = entry.next;
  else list.first = entry.next;
  if (entry.next) entry.next.prev = entry.prev;
  else list.last = entry.prev;
  entry.list = undefined;
  entry.prev = undefined;
  entry.next = undefined;
}
