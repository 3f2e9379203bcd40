import type { SourceText } from '../text/sourceText.ts';
import { endOf, pairOf, startOf, type YamlItem, type YamlMap, type YamlSeq } from '../yaml/nodes.ts';
import { type Region, regionOf } from './regions.ts';
import { type Kind, LISTS } from './values.ts';

/** The items of the lists in a text, and the lines of each. */
export class Items {
  readonly #text: SourceText;
  readonly #root: YamlMap | undefined;
  readonly #bySource = new Map<YamlMap, { readonly item: YamlItem; readonly seq: YamlSeq }>();

  /** @param root the node of the file; none: there are no items */
  constructor(text: SourceText, root: YamlMap | undefined) {
    this.#text = text;
    this.#root = root;
  }

  /** The item that a node is, and the list that it is in. All are looked up the first time. */
  find(source: YamlMap): { readonly item: YamlItem; readonly seq: YamlSeq } | undefined {
    if (this.#bySource.size === 0) this.#collect(this.#root);
    return this.#bySource.get(source);
  }

  #collect(node: YamlMap | undefined): void {
    for (const { key, value } of node?.pairs ?? []) {
      if (value?.kind !== 'seq' || !(key.text in LISTS)) continue;
      for (const item of value.items) {
        if (item.value?.kind !== 'map') continue;
        this.#bySource.set(item.value, { item, seq: value });
        this.#collect(item.value);
      }
    }
  }

  /** The lines of an item in block style, with what belongs to it. */
  regionOf(item: YamlItem): Region {
    return regionOf(this.#text, startOf(item.dash), itemEnd(item), true);
  }

  /** Where the items in a node's own lists are. */
  regionsIn(kind: Kind, map: YamlMap): Region[] {
    return LISTS[kind].flatMap(list => {
      const value = pairOf(map, list)?.value;
      if (value?.kind !== 'seq') return [];
      return value.items.map(item =>
        value.flow ? { start: startOf(item.dash), end: itemEnd(item) } : this.regionOf(item),
      );
    });
  }
}

/** Offset in the text at which an item ends. */
export function itemEnd(item: YamlItem): number {
  return item.value ? endOf(item.value) : endOf(item.dash);
}
