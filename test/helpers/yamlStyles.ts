import type { Framework } from '../../src/core/model/types.ts';
import { keyText, scalarText } from '../../src/core/write/scalarText.ts';
import {
  childrenOf,
  type Kind,
  LISTS,
  type Node,
  type Value,
  wholeValue,
} from '../../src/core/write/values.ts';

/** A comment of a generated text and what it belongs to. */
export interface Planted {
  readonly text: string;
  /** `rows:devices-1`, `sections:area/kind`, `file:`; the node that it goes with. */
  readonly node: string;
  /** The key within the node, if it stands with one: `statements.1st`. */
  readonly field?: string;
}

export interface Styled {
  readonly text: string;
  readonly comments: readonly Planted[];
}

/**
 * Writes a framework as YAML in an odd style: comments and blank lines everywhere, any indentation, block,
 * folded, quoted, plain and flow style, CRLF, byte order mark.
 * @param seed decides the style; the same seed gives the same text
 */
export function styledYaml(framework: Framework, seed: number): Styled {
  return new Styler(framework, seed).write();
}

/** A number from 0 up to (not including) `below`, by the mulberry32 generator. */
function randomSource(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return below => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

class Styler {
  readonly #framework: Framework;
  readonly #pick: (below: number) => number;
  readonly #comments: Planted[] = [];
  readonly #commentRate: number;
  readonly #flowRate: number;
  readonly #order: readonly string[];

  constructor(framework: Framework, seed: number) {
    this.#framework = framework;
    this.#pick = randomSource(seed);
    this.#commentRate = [0, 20, 3][this.#pick(3)]!;
    this.#flowRate = [0, 60, 12][this.#pick(3)]!;
    this.#order = framework.levels.map(level => level.id);
  }

  write(): Styled {
    const tree = wholeValue('file', this.#framework, this.#order);
    const lines: string[] = [];
    if (this.#pick(6) === 0) lines.push('---');
    lines.push(...this.#map(tree, 'file', this.#framework, 'file:', ''));
    if (this.#commentRate && this.#pick(3) === 0) lines.push(`${this.#comment('file:')}`);
    const eol = this.#pick(4) === 0 ? '\r\n' : '\n';
    const end = this.#pick(5) === 0 ? '' : eol;
    const mark = this.#pick(6) === 0 ? '\uFEFF' : '';
    return { text: mark + lines.join(eol) + end, comments: this.#comments };
  }

  #comment(node: string, field?: string): string {
    const text = `# c${this.#comments.length}!`;
    this.#comments.push({ text, node, ...(field === undefined ? {} : { field }) });
    return text;
  }

  #some(rate: number): boolean {
    return rate > 0 && this.#pick(rate) === 0;
  }

  /** A block map, as lines without its own indentation. */
  #map(
    map: ReadonlyMap<string, Value>,
    kind: Kind | undefined,
    node: Node | undefined,
    name: string,
    path: string,
  ): string[] {
    const lines: string[] = [];
    for (const [key, value] of this.#some(8) ? this.#shuffled(map) : map) {
      const field = path + key;
      const children =
        kind && node && (LISTS[kind].includes(key as Kind) ? childrenOf(node, key as Kind) : undefined);
      const details = kind === 'file' && key === 'framework' ? this.#framework.details : undefined;
      const owned = children || details ? undefined : field;
      if (lines.length > 0 && this.#some(this.#commentRate)) lines.push(this.#comment(name, owned ?? key));
      else if (lines.length > 0 && this.#some(10)) lines.push('');
      const keyed = `${this.#key(key, false)}:`;
      if (children)
        lines.push(...this.#children(keyed, value as readonly Value[], key as Kind, children, node!));
      else if (details)
        lines.push(...this.#nested(keyed, this.#map(value as never, 'framework', details, 'framework:', '')));
      else lines.push(...this.#value(keyed, value, name, field));
    }
    return lines;
  }

  #shuffled(map: ReadonlyMap<string, Value>): [string, Value][] {
    const pairs = [...map];
    for (let at = pairs.length - 1; at > 0; at--) {
      const other = this.#pick(at + 1);
      [pairs[at], pairs[other]] = [pairs[other]!, pairs[at]!];
    }
    return pairs;
  }

  #key(key: string, flow: boolean): string {
    return keyText(
      key,
      flow,
      this.#pick(8) === 0 ? (['single', 'double'] as const)[this.#pick(2)]! : undefined,
    );
  }

  #nested(head: string, lines: readonly string[]): string[] {
    const by = ' '.repeat(1 + this.#pick(4));
    return [head, ...lines.map(line => line && by + line)];
  }

  #children(
    head: string,
    values: readonly Value[],
    list: Kind,
    nodes: readonly Node[],
    parent: Node,
  ): string[] {
    const parentName = (parent as { id?: string }).id ?? '';
    if (values.length === 0) return [`${head} []`];
    if (this.#some(this.#flowRate)) {
      // A comment within brackets is not planted: which item it belongs to is anybody's guess.
      return [
        `${head} [${values.map(value => this.#flow(value)).join(', ')}${this.#pick(4) === 0 ? ',' : ''}]`,
      ];
    }
    const dash = ' '.repeat(this.#pick(4));
    const gap = ' '.repeat(1 + this.#pick(3));
    const lines = [head];
    const spaced = this.#pick(4) === 0;
    for (const [index, value] of values.entries()) {
      const node = nodes[index]!;
      const name =
        list === 'sections'
          ? `sections:${parentName}/${(node as { kind: string }).kind}`
          : `${list}:${(node as { id: string }).id}`;
      if (spaced && index > 0) lines.push('');
      if (this.#some(this.#commentRate)) lines.push(dash + this.#comment(name));
      if (this.#some(this.#flowRate)) {
        lines.push(`${dash}-${gap}${this.#flow(value)}`);
        continue;
      }
      const inner = this.#map(value as never, list, node, name, '');
      lines.push(
        ...inner.map((line, at) => (at === 0 ? `${dash}-${gap}${line}` : line && `${dash} ${gap}${line}`)),
      );
      if (this.#some(this.#commentRate)) lines.push(`${dash} ${gap}${this.#comment(name)}`);
    }
    return lines;
  }

  /** A key with a value that is no list of nodes. */
  #value(head: string, value: Value, name: string, field: string): string[] {
    if (typeof value === 'string') return this.#scalar(head, value, name, field);
    if (value instanceof Map) {
      if (value.size === 0) return [`${head} {}`];
      if (this.#pick(4) === 0) return [`${head} ${this.#flow(value)}`];
      return this.#nested(head, this.#map(value, undefined, undefined, name, `${field}.`));
    }
    const list = value as readonly Value[];
    if (list.length === 0 || list.some(each => typeof each !== 'string') || this.#pick(2) === 0)
      return [`${head} ${this.#flow(list)}`];
    const dash = ' '.repeat(this.#pick(3));
    return [head, ...list.map(each => `${dash}- ${keyText(each as string, false)}`)];
  }

  #scalar(head: string, text: string, name: string, field: string): string[] {
    const prefer = (['plain', 'single', 'double', 'literal', 'folded'] as const)[this.#pick(5)]!;
    const written = scalarText(text, { inline: false, flow: false, prefer });
    const comment = () => (this.#some(this.#commentRate) ? ` ${this.#comment(name, field)}` : '');
    if (written.lines.length === 0) {
      if (this.#pick(5) === 0 && written.head === text && /^\S+ \S+/.test(text) && !/\s{2}/.test(text))
        return this.#broken(head, text);
      return [`${head} ${written.head}${comment()}`];
    }
    const chomp = field.startsWith('x-') ? '-' : ['-', '', '+'][this.#pick(3)]!;
    return [`${head} ${written.head[0]}${chomp}${comment()}`, ...this.#nested('', written.lines).slice(1)];
  }

  /** Plain text over two lines. */
  #broken(head: string, text: string): string[] {
    const at = text.indexOf(' ');
    const rest = text.slice(at + 1);
    if (/^[-?#:]/.test(rest)) return [`${head} ${text}`];
    return [`${head} ${text.slice(0, at)}`, ` ${' '.repeat(this.#pick(3))}${rest}`];
  }

  #flow(value: Value): string {
    if (typeof value === 'string') return scalarText(value, { inline: true, flow: true }).head;
    const space = this.#pick(2) === 0 ? ' ' : '';
    if (value instanceof Map)
      return `{${space}${[...value].map(([key, each]) => `${this.#key(key, true)}: ${this.#flow(each)}`).join(', ')}${space}}`;
    return `[${space}${(value as readonly Value[]).map(each => this.#flow(each)).join(', ')}${space}]`;
  }
}
