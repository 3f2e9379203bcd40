import type { Change, ListedKind, ListedNode } from '../../changes/change.ts';
import { childKind, idsOf, isRootKind, nodeAt, PARENT_KIND, placeIn, rootList } from '../../changes/tree.ts';
import { type FrameworkIndex, indexFramework, partsOfSectionId, sectionId } from '../../model/index.ts';
import type { Framework } from '../../model/types.ts';
import type { PublishedIds } from '../../publish/publishedRows.ts';
import type { MatrixTarget } from '../target.ts';
import type { CommandPlace, CommandRefusal } from './command.ts';

/** What a command is worked out with beside the framework. */
export interface CommandContext {
  /** What published versions hold, as far as they are known. */
  readonly published: PublishedIds | undefined;
  /** Differs from command to command and from person to person: rows without a text get their ids by it. */
  readonly salt: string;
}

/** A place among siblings: before the one at `index`, as the list is now. */
export interface Slot {
  readonly kind: ListedKind;
  readonly parent: string | undefined;
  readonly index: number;
}

/**
 * What one command amounts to, while it is worked out: the changes so far, in order, and the lists of siblings as
 * these leave them, so that each place is told by the neighbours at the change's turn.
 */
export class Desk {
  readonly framework: Framework;
  readonly index: FrameworkIndex;
  readonly context: CommandContext;
  readonly changes: Change[] = [];
  readonly refusals: CommandRefusal[] = [];
  readonly select: MatrixTarget[] = [];
  readonly #lists = new Map<string, string[]>();
  #taken: Partial<Record<'row' | 'topic' | 'area', Set<string>>> = {};

  constructor(framework: Framework, context: CommandContext) {
    this.framework = framework;
    this.index = indexFramework(framework);
    this.context = context;
  }

  refuse(reason: string, target?: MatrixTarget, now?: string): void {
    this.refusals.push({ reason, ...(target && { target }), ...(now !== undefined && { now }) });
  }

  node(kind: ListedKind, id: string): ListedNode | undefined {
    return nodeAt(this.index, kind, id);
  }

  /** The id of the node that holds a node; undefined at the top and for what there is not. */
  parentOf(kind: ListedKind, id: string): string | undefined {
    if (kind === 'row') return this.index.row(id)?.topic.id;
    if (kind === 'section') return partsOfSectionId(id).area;
    const at = kind === 'topic' ? this.index.topic(id) : undefined;
    return at && sectionId(at.area.id, at.section.kind);
  }

  /** The ids of siblings, as the command leaves them so far; undefined where there is no such parent. */
  siblings(kind: ListedKind, parent: string | undefined): readonly string[] | undefined {
    return this.#list(kind, parent);
  }

  /** The ids of a kind that are or were in use. */
  taken(kind: 'row' | 'topic' | 'area'): Set<string> {
    let taken = this.#taken[kind];
    if (taken) return taken;
    taken = new Set();
    const add = (node: { readonly id: string; readonly formerIds?: readonly string[] | undefined }) => {
      taken.add(node.id);
      for (const id of node.formerIds ?? []) taken.add(id);
    };
    for (const area of this.framework.areas) {
      if (kind === 'area') add(area);
      else
        for (const section of area.sections)
          for (const topic of section.topics)
            if (kind === 'topic') add(topic);
            else for (const row of topic.rows) add(row);
    }
    for (const id of this.context.published?.[kind] ?? []) taken.add(id);
    this.#taken[kind] = taken;
    return taken;
  }

  /** Where a place is, as the lists are now; undefined where what it names is not there. */
  slot(kind: ListedKind, place: CommandPlace): Slot | undefined {
    if ('endOf' in place) {
      const parent = isRootKind(kind) ? undefined : place.endOf;
      const list = this.#list(kind, parent);
      return list && { kind, parent, index: list.length };
    }
    const id = 'above' in place ? place.above : place.below;
    if (!this.node(kind, id)) return undefined;
    const parent = this.parentOf(kind, id);
    const at = this.#list(kind, parent)?.indexOf(id) ?? -1;
    return at < 0 ? undefined : { kind, parent, index: 'above' in place ? at : at + 1 };
  }

  /** Puts a new node, without its children, into a slot. */
  add({ kind, parent, index }: Slot, id: string, node: ListedNode): void {
    const list = this.#list(kind, parent)!;
    const to = placeIn(kind, parent, { after: list[index - 1], before: list[index] });
    list.splice(index, 0, id);
    const below = childKind(kind);
    if (below) this.#lists.set(keyOf(below, id), []);
    this.changes.push({ op: 'add', what: kind, id, to, after: node });
  }

  /** Takes out a node that holds nothing any more. */
  remove(kind: ListedKind, id: string, node: ListedNode): void {
    const parent = this.parentOf(kind, id);
    const list = this.#list(kind, parent)!;
    const at = list.indexOf(id);
    const from = placeIn(kind, parent, { after: list[at - 1], before: list[at + 1] });
    list.splice(at, 1);
    this.changes.push({ op: 'remove', what: kind, id, from, before: node });
  }

  /**
   * Moves nodes of one kind, in the order given, to a slot.
   * @returns whether any of them then stands elsewhere
   */
  move(kind: ListedKind, ids: readonly string[], slot: Slot): boolean {
    const moving = new Set(ids);
    const target = this.#list(kind, slot.parent)!;
    const isStaying = (id: string) => !moving.has(id);
    const above = target.slice(0, slot.index).filter(isStaying);
    const below = target.slice(slot.index).filter(isStaying);
    const wanted = [...above, ...ids, ...below];
    if (wanted.length === target.length && wanted.every((id, at) => id === target[at])) return false;
    let after = above.at(-1);
    for (const id of ids) {
      const parent = this.parentOf(kind, id);
      const list = this.#list(kind, parent)!;
      const at = list.indexOf(id);
      const from = placeIn(kind, parent, { after: list[at - 1], before: list[at + 1] });
      list.splice(at, 1);
      target.splice(after === undefined ? 0 : target.indexOf(after) + 1, 0, id);
      this.changes.push({
        op: 'move',
        what: kind,
        id,
        from,
        to: placeIn(kind, slot.parent, { after, before: below[0] }),
      });
      after = id;
    }
    return true;
  }

  #list(kind: ListedKind, parent: string | undefined): string[] | undefined {
    const key = keyOf(kind, parent);
    let list = this.#lists.get(key);
    if (list) return list;
    const nodes = this.#nodes(kind, parent);
    if (!nodes) return undefined;
    list = idsOf({ parent, nodes });
    this.#lists.set(key, list);
    return list;
  }

  #nodes(kind: ListedKind, parent: string | undefined): readonly ListedNode[] | undefined {
    if (isRootKind(kind)) return rootList(this.framework, kind);
    const holder = parent === undefined ? undefined : this.node(PARENT_KIND[kind], parent);
    if (!holder) return undefined;
    if ('sections' in holder) return holder.sections;
    if ('topics' in holder) return holder.topics;
    return 'rows' in holder ? holder.rows : undefined;
  }
}

function keyOf(kind: ListedKind, parent: string | undefined): string {
  return `${kind}:${parent ?? ''}`;
}
