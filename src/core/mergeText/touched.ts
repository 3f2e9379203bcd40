import type { Loaded } from '../model/load.ts';
import { sourceOf } from '../model/source.ts';
import type { Framework, Row, Section } from '../model/types.ts';
import type { LineIndex } from '../text/lines.ts';
import { childrenOf, type Kind, LISTS, type Node } from '../write/values.ts';
import { endOf, type Spot, startOf, type YamlMap, type YamlNode, type YamlPair } from '../yaml/nodes.ts';
import { both, type HunksIn, type Span, type TouchedLines } from './hunkLines.ts';
import { lineIndexOf } from './layout.ts';

/** Something in a text that hunks are in. */
export interface Touched extends TouchedLines {
  /** How far it is indented, and what stands in it. */
  readonly columns: readonly [number, number];
}

/** What holds further things, of which one at least must be left. */
interface Holding {
  readonly all: number;
  /** The names of those that hunks are in. */
  readonly touched: readonly string[];
}

/** What the hunks between two texts touch in one of them. Names mean the same in both. */
export class TouchedParts {
  readonly framework: Framework;
  /** Keys, nodes, what stands in cells, and ids. */
  readonly parts = new Map<string, Touched>();
  readonly holding = new Map<string, Holding>();
  /** What cannot be put together from two sides: values, and cells with what their being empty means. */
  readonly values = new Map<string, Span>();
  /** By the statement. */
  readonly statements = new Map<string, Span>();
  /** By the id of a level or a kind of section: where it stands and all that needs it. */
  readonly levels = new Map<string, Span>();
  readonly sectionKinds = new Map<string, Span>();
  readonly #hunksIn: HunksIn;
  readonly #nameOf: (list: Kind, node: Node, holder: string) => string;
  readonly #lines: LineIndex;

  /** @param nameOf what a node is called in both texts, by its list and the name of what holds it */
  constructor(
    { document, framework }: Loaded,
    hunksIn: HunksIn,
    nameOf: (list: Kind, node: Node, holder: string) => string,
  ) {
    this.framework = framework;
    this.#hunksIn = hunksIn;
    this.#nameOf = nameOf;
    this.#lines = lineIndexOf(document.text);
    this.#visit('file', framework, 'file');
  }

  #visit(kind: Kind, node: Node, name: string): void {
    for (const pair of sourceOf(node)?.pairs ?? []) {
      const key = pair.key.text;
      const own = `${name} ${key}`;
      const touched = this.#pair(own, pair);
      if (!touched) continue;
      if (pair.value?.kind !== 'scalar' && pair.value?.flow) add(this.values, own, touched);
      if (LISTS[kind].includes(key as Kind)) this.#list(key as Kind, node, pair, name, own);
      else if (kind === 'file' && key === 'framework')
        this.#visit('framework', (node as Framework).details, own);
      else if (pair.value?.kind === 'map' && isByKey(kind, key))
        this.#cells(kind, node, key, pair.value, name, own);
      else add(this.values, own, touched);
      if (key === 'id') this.#pair(`${kind} id ${(node as { id: string }).id}`, pair);
      if (key === 'kind') add(this.sectionKinds, (node as Section).kind, touched);
    }
  }

  #list(list: Kind, holder: Node, { value }: YamlPair, holderName: string, own: string): void {
    const nodes = childrenOf(holder, list);
    const items = new Map(value?.kind === 'seq' ? value.items.map(item => [item.value, item]) : []);
    const names: string[] = [];
    for (const node of nodes) {
      const item = items.get(sourceOf(node) ?? null);
      if (!item) continue;
      const name = this.#nameOf(list, node, holderName);
      const touched = this.#touch(name, item.dash, item.value ?? item.dash);
      if (!touched) continue;
      names.push(name);
      if (list === 'levels' || list === 'sectionKinds') add(this[list], (node as { id: string }).id, touched);
      if (item.value?.kind === 'map' && item.value.flow) add(this.values, name, touched);
      this.#visit(list, node, name);
    }
    this.holding.set(own, { all: nodes.length, touched: names });
  }

  #cells(kind: Kind, node: Node, key: string, cells: YamlMap, holder: string, own: string): void {
    const names: string[] = [];
    for (const pair of cells.pairs) {
      const id = pair.key.text;
      const name = `${own} ${id}`;
      const touched = this.#pair(name, pair);
      if (!touched) continue;
      names.push(name);
      add(this.values, kind === 'rows' && key !== 'notes' ? `${holder} cell ${id}` : name, touched);
      if (kind === 'rows') add(this.levels, id, touched);
      const statement = key === 'statements' ? (node as Row).statements.get(id) : undefined;
      if (statement !== undefined) add(this.statements, statement, touched);
    }
    this.holding.set(own, { all: cells.pairs.length, touched: names });
  }

  #pair(name: string, { key, value }: YamlPair): Touched | undefined {
    return this.#touch(name, key, value ?? key);
  }

  #touch(name: string, from: Spot, to: Spot | YamlNode): Touched | undefined {
    const start = this.#lines.positionAt(startOf(from));
    const end = this.#lines.positionAt(Math.max(startOf(from), endOf(to) - 1));
    const lines = this.#hunksIn(start.line, end.line);
    if (!lines) return undefined;
    const inner = this.#lines.positionAt(startOf(to));
    const touched: Touched = { ...lines, columns: [start.character, inner.character] };
    this.parts.set(name, touched);
    return touched;
  }
}

/** Whether a key of a node holds texts by keys of their own. */
function isByKey(kind: Kind, key: string): boolean {
  return kind === 'rows'
    ? ['statements', 'blank', 'notes'].includes(key)
    : kind === 'file' && key === 'glossary';
}

function add(spans: Map<string, Span>, name: string, span: Span): void {
  spans.set(name, both(spans.get(name), span));
}
