import type { Loaded } from '../model/load.ts';
import { sourceOf } from '../model/source.ts';
import type { Framework, Level } from '../model/types.ts';
import type { LineIndex } from '../text/lines.ts';
import { findOriginals } from '../write/originals.ts';
import { type Region, regionOf } from '../write/regions.ts';
import { childrenOf, type Kind, LISTS, type Node } from '../write/values.ts';
import { endOf, pairOf, type Spot, startOf, type YamlMap, type YamlNode } from '../yaml/nodes.ts';
import { lineIndexOf } from './layout.ts';

/** Which lines of a text something is about, counting from 0. */
export type LineSet = ReadonlySet<number>;

/**
 * The lines of the base that hold what one side took away and the merge as the other side would have it has: nodes with
 * their comments, and what stands at a level. So it is with what that side moved and the merge leaves where it was; the
 * lines of what it moved otherwise are not among them.
 */
export function disputedRemovals(base: Loaded, remover: Framework, kept: Framework): LineSet {
  return new Removals(base, remover, kept).lines();
}

class Removals {
  readonly #base: Loaded;
  /** What holds each node, by nodes of the base. */
  readonly #was: ReadonlyMap<Node, Node | undefined>;
  readonly #has: ReadonlyMap<Node, Node | undefined>;
  readonly #stays: ReadonlyMap<Node, Node | undefined>;
  readonly #index: LineIndex;
  readonly #lines = new Set<number>();

  constructor(base: Loaded, remover: Framework, kept: Framework) {
    this.#base = base;
    this.#was = holdersIn(base.framework, base.framework);
    this.#has = holdersIn(base.framework, remover);
    this.#stays = holdersIn(base.framework, kept);
    this.#index = lineIndexOf(base.document.text);
  }

  lines(): LineSet {
    const { levels } = this.#base.framework;
    this.#within(
      'file',
      this.#base.framework,
      levels.filter(level => this.#isDisputed(level)),
    );
    return this.#lines;
  }

  #isDisputed(node: Node): boolean {
    if (!this.#stays.has(node)) return false;
    if (!this.#has.has(node)) return true;
    const was = this.#was.get(node);
    return this.#has.get(node) !== was && this.#stays.get(node) === was;
  }

  #within(kind: Kind, node: Node, levels: readonly Level[]): void {
    const map = sourceOf(node);
    if (!map) return;
    if (kind === 'rows') this.#cells(map, levels);
    for (const list of LISTS[kind]) {
      const pair = pairOf(map, list);
      const seq = pair?.value;
      const items = new Map(seq?.kind === 'seq' ? seq.items.map(item => [item.value, item]) : []);
      // The key's own line is another one, with brackets, where nothing is left in the list.
      if (pair && childrenOf(node, list).some(child => this.#isDisputed(child)))
        this.#lines.add(this.#index.positionAt(startOf(pair.key)).line);
      for (const child of childrenOf(node, list)) {
        const item = items.get(sourceOf(child) ?? null);
        if (!item) continue;
        const region = this.#region(item.dash, item.value ?? item.dash);
        if (this.#isDisputed(child)) for (const line of this.#linesOf(region)) this.#lines.add(line);
        else for (const line of this.#linesOf(region)) this.#lines.delete(line);
        this.#within(list, child, levels);
      }
    }
  }

  #cells(row: YamlMap, levels: readonly Level[]): void {
    if (levels.length === 0) return;
    for (const key of ['statements', 'blank', 'notes']) {
      const cells = pairOf(row, key)?.value;
      if (cells?.kind !== 'map') continue;
      for (const { id } of levels) {
        const cell = pairOf(cells, id);
        if (!cell) continue;
        for (const line of this.#linesOf(this.#region(cell.key, cell.value ?? cell.key)))
          this.#lines.add(line);
      }
    }
  }

  #region(from: Spot, to: Spot | YamlNode): Region {
    return regionOf(this.#base.document.source, startOf(from), endOf(to), false);
  }

  *#linesOf({ start, end }: Region): Generator<number> {
    const last = this.#index.positionAt(Math.max(start, end - 1)).line;
    for (let { line } = this.#index.positionAt(start); line <= last; line++) yield line;
  }
}

/** The nodes of the base that another framework still has, each with the node of the base that holds it there. */
function holdersIn(base: Framework, other: Framework): Map<Node, Node | undefined> {
  const { ofAny } = findOriginals(base, other);
  const found = new Map<Node, Node | undefined>();
  const visit = (kind: Kind, node: Node, holder: Node | undefined) => {
    const original = ofAny(node);
    if (original) found.set(original, holder);
    for (const list of LISTS[kind]) for (const child of childrenOf(node, list)) visit(list, child, original);
  };
  visit('file', other, undefined);
  return found;
}
