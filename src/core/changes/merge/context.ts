import { type FrameworkIndex, indexFramework, partsOfSectionId, sectionId } from '../../model/index.ts';
import type { Framework, Plain } from '../../model/types.ts';
import { applyChanges } from '../applyChanges.ts';
import type { ListedKind, ListedNode } from '../change.ts';
import { diffIds } from '../diffIds.ts';
import { invert } from '../invert.ts';
import { plainNode } from '../json.ts';
import { idsOf, isRootKind, LISTED_KINDS, listsOf, mapsByKind, nodeAt, PARENT_KIND } from '../tree.ts';
import type { Found } from './conflict.ts';

/** One version in the ids of the base, so that the same thing has the same id in all of them. */
export interface Version {
  readonly name: string;
  readonly framework: Framework;
  readonly index: FrameworkIndex;
  /** The version's own id of what it renamed, by the id in the base. */
  readonly renamed: Readonly<Record<ListedKind, ReadonlyMap<string, string>>>;
}

/** What the parts of one merge share: the versions, and the conflicts found so far. */
export class MergeContext {
  readonly base: Version;
  readonly sides: readonly Version[];
  readonly found: Found[] = [];
  /** Whose word holds where sides clash; undefined: nobody's. */
  readonly favoured: Version | undefined;
  /** What a side removed and stands all the same, since that is in conflict. */
  readonly #kept = new Set<string>();
  readonly #lists = new Map<Version, Map<string, readonly string[]>>();
  readonly #parents = new Map<Version, Map<string, string | undefined>>();

  /** @param favoursFirst whether a conflict is as the first side has it */
  constructor(
    base: Framework,
    sides: readonly { readonly name: string; readonly framework: Framework }[],
    favoursFirst = false,
  ) {
    this.base = { name: 'base', framework: base, index: indexFramework(base), renamed: mapsByKind() };
    this.sides = sides.map(({ name, framework }) => inIdsOf(base, name, framework));
    this.favoured = favoursFirst ? this.sides[0] : undefined;
    for (const version of [this.base, ...this.sides]) this.#readLists(version);
  }

  get versions(): readonly Version[] {
    return [this.base, ...this.sides];
  }

  /** Whether any side gave something another id. */
  get renames(): boolean {
    return this.sides.some(({ renamed }) => LISTED_KINDS.some(kind => renamed[kind].size > 0));
  }

  /** A node of a version by its id in the base. */
  node(version: Version, kind: ListedKind, key: string): ListedNode | undefined {
    return nodeAt(version.index, kind, key);
  }

  /** Keeps all that went with a node whose removal is in conflict. @returns whether that is new */
  keep(kind: ListedKind, key: string): boolean {
    const before = this.#kept.size;
    return this.#kept.add(`${kind} ${key}`).size > before;
  }

  /** Whether anything was removed that stands all the same. */
  get keepsRemoved(): boolean {
    return this.#kept.size > 0;
  }

  /** Whether a version has a say in what stands at a level: not if it took away a level that is kept. */
  decidesAt(version: Version, level: string): boolean {
    return !this.#isOverruled(version, 'level', level);
  }

  /** Whether a version has a say in a node: not if it took away something kept that the node was in. */
  decidesOn(version: Version, kind: ListedKind, key: string): boolean {
    if (this.#kept.size === 0 || isRootKind(kind)) return true;
    if (kind === 'section' && this.#isOverruled(version, 'sectionKind', partsOfSectionId(key).kind))
      return false;
    const parent = this.parent(this.base, kind, key);
    if (parent === undefined) return true;
    const holder = PARENT_KIND[kind];
    return !this.#isOverruled(version, holder, parent) && this.decidesOn(version, holder, parent);
  }

  /** Whether the side whose word holds removed a node. */
  isGone(kind: ListedKind, key: string): boolean {
    return (
      this.favoured !== undefined &&
      this.node(this.base, kind, key) !== undefined &&
      this.node(this.favoured, kind, key) === undefined
    );
  }

  /** The ids of a list of a version, in order; none where the version has no such list. */
  list(version: Version, kind: ListedKind, parent: string | undefined): readonly string[] {
    return this.#lists.get(version)?.get(`${kind} ${parent ?? ''}`) ?? [];
  }

  /** The id of the node that holds the list a node is in. */
  parent(version: Version, kind: ListedKind, key: string): string | undefined {
    return this.#parents.get(version)?.get(`${kind} ${key}`);
  }

  /** The ids of all nodes of a kind in any version; those of the base first. */
  keys(kind: ListedKind): Set<string> {
    const keys = new Set<string>();
    for (const version of this.versions)
      for (const list of listsOf(version.framework, kind)) for (const id of idsOf(list)) keys.add(id);
    return keys;
  }

  /** The id of a node in a version as that version has it. */
  ownId(version: Version, kind: ListedKind, key: string): string {
    if (kind !== 'section') return version.renamed[kind].get(key) ?? key;
    const parts = partsOfSectionId(key);
    return sectionId(this.ownId(version, 'area', parts.area), this.ownId(version, 'sectionKind', parts.kind));
  }

  /** A node of a version as plain data. */
  plain(version: Version, kind: ListedKind, key: string): Plain | undefined {
    const node = this.node(version, kind, key);
    return node && plainNode(node);
  }

  report(found: Found): void {
    this.found.push(found);
  }

  #isOverruled(version: Version, kind: ListedKind, key: string): boolean {
    return this.#kept.has(`${kind} ${key}`) && this.node(version, kind, key) === undefined;
  }

  #readLists(version: Version): void {
    const lists = new Map<string, readonly string[]>();
    const parents = new Map<string, string | undefined>();
    for (const kind of LISTED_KINDS)
      for (const list of listsOf(version.framework, kind)) {
        const ids = idsOf(list);
        lists.set(`${kind} ${list.parent ?? ''}`, ids);
        for (const id of ids) parents.set(`${kind} ${id}`, list.parent);
      }
    this.#lists.set(version, lists);
    this.#parents.set(version, parents);
  }
}

function inIdsOf(base: Framework, name: string, own: Framework): Version {
  const renames = diffIds(base, own);
  const framework = renames.length > 0 ? applyChanges(own, invert(renames)).framework : own;
  const renamed = mapsByKind<string>();
  for (const { what, id, after } of renames) renamed[what as ListedKind].set(id, String(after));
  return { name, framework, index: indexFramework(framework), renamed };
}
