import { type FrameworkIndex, indexFramework, shareIndex } from '../model/index.ts';
import type { Framework } from '../model/types.ts';
import { Entry, type List, link, newList, touch, unlink } from './chain.ts';
import type { ListedKind, ListedNode, Place } from './change.ts';
import {
  childrenOf,
  idOf,
  isRootKind,
  mapsByKind,
  PARENT_KIND,
  ROOT_LIST,
  type RootKind,
  rootList,
  withChildren,
} from './tree.ts';

/**
 * A framework being changed. Only what is touched is copied, and only a list whose order is touched is taken
 * apart, so one change costs what it touches, and many cost what they touch together.
 */
export class Draft {
  readonly #base: Framework;
  readonly #index: FrameworkIndex;
  readonly #roots: Readonly<Record<RootKind, List>>;
  /** By the id that holds now; undefined: gone, or renamed. */
  readonly #known = mapsByKind<Entry | undefined>();
  #reordered = false;
  #glossary: Map<string, string> | undefined;
  /** The framework's own words (details, `x-` keys); its lists and its glossary are in the draft. */
  own: Framework;

  constructor(framework: Framework) {
    this.#base = framework;
    this.own = framework;
    this.#index = indexFramework(framework);
    const root = (kind: RootKind) => newList(kind, undefined, rootList(framework, kind));
    this.#roots = { level: root('level'), sectionKind: root('sectionKind'), area: root('area') };
  }

  /** The glossary, to be changed in place. */
  get glossary(): Map<string, string> {
    this.#glossary ??= new Map(this.#base.glossary);
    return this.#glossary;
  }

  /** The node that has this id now. */
  find(kind: ListedKind, id: string): Entry | undefined {
    const known = this.#known[kind];
    return known.has(id) ? known.get(id) : this.#load(kind, id);
  }

  /** The id of a node now. */
  id(entry: Entry): string {
    return idOf(entry.node, entry.list?.owner?.kind === 'area' ? this.id(entry.list.owner) : undefined);
  }

  /** The list of the nodes of this kind below a parent; undefined where there is no such parent. */
  list(kind: ListedKind, parent: string | undefined): List | undefined {
    if (isRootKind(kind)) return this.#roots[kind];
    return parent === undefined ? undefined : this.find(PARENT_KIND[kind], parent)?.children;
  }

  isEmpty(list: List): boolean {
    return list.open ? list.first === undefined : list.base.length === 0;
  }

  /** Every node of a kind, as it is now, in order. */
  *every(kind: ListedKind): Generator<Entry> {
    if (isRootKind(kind)) yield* this.#inside(this.#roots[kind]);
    else
      for (const parent of this.every(PARENT_KIND[kind]))
        if (parent.children) yield* this.#inside(parent.children);
  }

  /** Whether any node of a kind, as it is now, is so. */
  some(kind: ListedKind, test: (node: ListedNode) => boolean): boolean {
    const below = (items: Iterable<Entry | ListedNode>, of: ListedKind): boolean => {
      for (const item of items) {
        if (of === kind && test(item instanceof Entry ? item.node : item)) return true;
        const child = of === 'area' ? 'section' : of === 'section' ? 'topic' : 'row';
        if (of !== kind && below(this.#below(item), child)) return true;
      }
      return false;
    };
    const root = isRootKind(kind) ? kind : 'area';
    return below(this.#peek(this.#roots[root]), root);
  }

  /** The ids of the direct neighbours of a node now. */
  neighbours(entry: Entry): Pick<Place, 'after' | 'before'> {
    if (entry.list) this.#open(entry.list);
    return {
      ...(entry.prev ? { after: this.id(entry.prev) } : {}),
      ...(entry.next ? { before: this.id(entry.next) } : {}),
    };
  }

  /** Gives a node other words; its children stay. */
  setNode(entry: Entry, node: ListedNode): void {
    entry.node = node;
    touch(entry);
  }

  /** Gives a node words with another id. The sections of an area go along, since its id is part of theirs. */
  rename(entry: Entry, node: ListedNode): void {
    const sections = entry.kind === 'area' && entry.children ? [...this.#inside(entry.children)] : [];
    const renamed = [entry, ...sections];
    for (const each of renamed) this.#known[each.kind].set(this.id(each), undefined);
    this.setNode(entry, node);
    for (const each of renamed) this.#known[each.kind].set(this.id(each), each);
    this.#reordered = true;
  }

  /**
   * Puts a new node, or one that was taken out, into a list: below `after` if that stands there, else above
   * `before`, else last.
   */
  insert(entry: Entry, list: List, place: Pick<Place, 'after' | 'before'>): void {
    this.#open(list);
    const above = this.#standing(list, place.after);
    const below = above ? above.next : this.#standing(list, place.before);
    link(list, entry, above ?? (below ? below.prev : list.last), below);
    this.#known[entry.kind].set(this.id(entry), entry);
    touch(entry);
    this.#reordered = true;
  }

  /** Takes a node out of its list, with what stands below it. */
  takeOut(entry: Entry): void {
    if (!entry.list) return;
    this.#open(entry.list);
    this.#known[entry.kind].set(this.id(entry), undefined);
    touch(entry);
    unlink(entry.list, entry);
    this.#reordered = true;
  }

  /** The framework as it is now. What was not touched is shared with the one it was made from. */
  finish(): Framework {
    let framework = this.#glossary ? { ...this.own, glossary: this.#glossary } : this.own;
    for (const kind of ['level', 'sectionKind', 'area'] as const) {
      const list = this.#roots[kind];
      if (list.dirty) framework = { ...framework, [ROOT_LIST[kind]]: this.#built(list) };
    }
    if (!this.#reordered && framework !== this.#base) shareIndex(this.#base, framework);
    return framework;
  }

  #built(list: List): ListedNode[] {
    return Array.from(this.#peek(list), item => {
      if (!(item instanceof Entry)) return item;
      return item.children?.dirty ? withChildren(item.node, this.#built(item.children)) : item.node;
    });
  }

  /** What stands in a list now: an entry where one was asked for before, else the bare node. */
  *#peek(list: List): Generator<Entry | ListedNode> {
    if (list.open) for (let entry = list.first; entry; entry = entry.next) yield entry;
    else for (const node of list.base) yield list.loaded.get(node) ?? node;
  }

  #below(item: Entry | ListedNode): Iterable<Entry | ListedNode> {
    if (!(item instanceof Entry)) return childrenOf(item);
    return item.children ? this.#peek(item.children) : [];
  }

  *#inside(list: List): Generator<Entry> {
    for (const item of this.#peek(list)) yield item instanceof Entry ? item : this.#enter(item, list);
  }

  #open(list: List): void {
    if (list.open) return;
    const entries = new Set<Entry>();
    for (const node of list.base) entries.add(this.#enter(node, list));
    list.open = true;
    for (const entry of entries) link(list, entry, list.last, undefined);
  }

  #standing(list: List, id: string | undefined): Entry | undefined {
    const entry = id === undefined ? undefined : this.find(list.kind, id);
    return entry?.list === list ? entry : undefined;
  }

  /** The entry of a node as it was. */
  #enter(node: ListedNode, list: List): Entry {
    let entry = list.loaded.get(node);
    if (!entry) {
      entry = new Entry(list.kind, node, list);
      list.loaded.set(node, entry);
      const id = this.id(entry);
      // Of nodes with the same id the first counts, as in the index.
      if (!this.#known[list.kind].has(id)) this.#known[list.kind].set(id, entry);
    }
    return entry;
  }

  #load(kind: ListedKind, id: string): Entry | undefined {
    if (kind === 'level' || kind === 'sectionKind') {
      const node = this.#index[kind](id);
      return node && this.#enter(node, this.#roots[kind]);
    }
    const at: { area?: ListedNode; section?: ListedNode; topic?: ListedNode; row?: ListedNode } | undefined =
      this.#index[kind](id);
    let entry: Entry | undefined;
    for (const node of at ? [at.area, at.section, at.topic, at.row] : [])
      if (node) entry = this.#enter(node, entry?.children ?? this.#roots.area);
    return entry;
  }
}
