import type { Loaded } from '../model/load.ts';
import { endOf, startOf, type YamlNode } from '../yaml/nodes.ts';

/** A stretch of text, in offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * What the selection at an offset grows to, step by step, the innermost first: a text, with its quotes, with its key
 * (a cell), the statements, the row, its topic's rows, the topic and so on to the whole of the file.
 */
export function selectionsAt({ document }: Loaded, offset: number): Stretch[] {
  const found: Stretch[] = [];
  const add = (start: number, end: number) => {
    if (start <= offset && offset <= end) found.push({ start, end });
  };
  let node: YamlNode | null = document.root;
  add(0, document.text.length);
  while (node) {
    add(startOf(node), endOf(node));
    if (node.kind === 'scalar') {
      const [start, end] = [startOf(node), endOf(node)];
      if (node.style === 'single' || node.style === 'double') add(start + 1, end - 1);
      break;
    }
    node = node.kind === 'map' ? intoMap(node, offset, add) : intoList(node, offset, add);
  }
  return innermostFirst(found);
}

type Add = (start: number, end: number) => void;

function intoMap(map: Extract<YamlNode, { kind: 'map' }>, offset: number, add: Add): YamlNode | null {
  for (const { key, value } of map.pairs) {
    const [start, end] = [startOf(key), value ? endOf(value) : endOf(key)];
    if (offset < start || offset > end) continue;
    add(start, end);
    return offset <= endOf(key) ? key : value;
  }
  return null;
}

function intoList(list: Extract<YamlNode, { kind: 'seq' }>, offset: number, add: Add): YamlNode | null {
  for (const { dash, value } of list.items) {
    const [start, end] = [startOf(dash), value ? endOf(value) : endOf(dash)];
    if (offset < start || offset > end) continue;
    // With its dash, so that what is selected is a whole entry.
    add(start, end);
    return value;
  }
  return null;
}

/** Each within the next, and none twice. */
function innermostFirst(found: readonly Stretch[]): Stretch[] {
  const nested: Stretch[] = [];
  for (const each of [...found].reverse()) {
    const last = nested.at(-1);
    if (!last || (each.start <= last.start && last.end <= each.end && !isSame(each, last))) nested.push(each);
  }
  return nested;
}

function isSame(a: Stretch, b: Stretch): boolean {
  return a.start === b.start && a.end === b.end;
}
