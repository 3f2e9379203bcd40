import type { Framework } from '../model/types.ts';
import type { Sliced } from '../slices.ts';
import type { Layout } from './layout.ts';
import { pairLines } from './render.ts';
import { childrenOf, fieldsOf, KEYS, type Kind, LISTS, type Node } from './values.ts';

/** The text of a framework that has none yet; yields between topics. */
export function* writingAnew(framework: Framework, layout: Layout): Sliced<string> {
  const writing = new WritingAnew(
    framework.levels.map(level => level.id),
    layout,
  );
  yield* writing.node('file', framework, 0, '');
  return writing.text();
}

class WritingAnew {
  readonly #levelOrder: readonly string[];
  readonly #layout: Layout;
  readonly #lines: string[] = [];

  constructor(levelOrder: readonly string[], layout: Layout) {
    this.#levelOrder = levelOrder;
    this.#layout = layout;
  }

  text(): string {
    return this.#lines.join('');
  }

  /**
   * @param column of its keys
   * @param dash what stands before its first key, within the column
   */
  *node(kind: Kind, node: Node, column: number, dash: string): Generator<void> {
    const spaces = ' '.repeat(column);
    let before = dash || spaces;
    const put = (line: string) => {
      this.#lines.push(line === '' ? this.#layout.eol : before + line + this.#layout.eol);
      before = spaces;
    };
    const fields = fieldsOf(kind, node, this.#levelOrder);
    for (const key of KEYS[kind]) {
      if (LISTS[kind].includes(key as Kind)) {
        const children = childrenOf(node, key as Kind);
        put(children.length === 0 ? `${key}: []` : `${key}:`);
        yield* this.#items(key as Kind, children, column + this.#layout.dash);
      } else if (kind === 'file' && key === 'framework') {
        put(`${key}:`);
        yield* this.node('framework', (node as Framework).details, column + this.#layout.step, '');
      } else if (fields.has(key)) pairLines(key, fields.get(key)!, this.#layout).forEach(put);
    }
    for (const [key, value] of fields)
      if (!KEYS[kind].includes(key)) pairLines(key, value, this.#layout).forEach(put);
  }

  *#items(list: Kind, nodes: readonly Node[], column: number): Generator<void> {
    const { gap } = this.#layout;
    const dash = `${' '.repeat(column)}-${' '.repeat(gap - 1)}`;
    for (const node of nodes) {
      yield* this.node(list, node, column + gap, dash);
      if (list === 'topics') yield;
    }
  }
}
