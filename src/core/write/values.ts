import {
  AreaShape,
  DetailsShape,
  FrameworkShape,
  LevelShape,
  RowShape,
  SectionKindShape,
  SectionShape,
  TopicShape,
} from '../model/schema.ts';
import type {
  Area,
  Details,
  Framework,
  Level,
  Plain,
  Row,
  Section,
  SectionKind,
  Topic,
} from '../model/types.ts';

/** The value of a key as it is written: text, a list, or keys in order. */
export type Value = string | readonly Value[] | ReadonlyMap<string, Value>;

/** The nodes of a framework file by the list or key that holds them. */
export type Kind =
  | 'file'
  | 'framework'
  | 'levels'
  | 'sectionKinds'
  | 'areas'
  | 'sections'
  | 'topics'
  | 'rows';
export type Node = Framework | Details | Level | SectionKind | Area | Section | Topic | Row;

/** The keys of each kind of node, in the order in which they are written. */
export const KEYS: Record<Kind, readonly string[]> = {
  file: Object.keys(FrameworkShape.shape),
  framework: Object.keys(DetailsShape.shape),
  levels: Object.keys(LevelShape.shape),
  sectionKinds: Object.keys(SectionKindShape.shape),
  areas: Object.keys(AreaShape.shape),
  sections: Object.keys(SectionShape.shape),
  topics: Object.keys(TopicShape.shape),
  rows: Object.keys(RowShape.shape),
};

/** The lists of further nodes that a node holds. */
export const LISTS: Record<Kind, readonly Kind[]> = {
  file: ['levels', 'sectionKinds', 'areas'],
  framework: [],
  levels: [],
  sectionKinds: [],
  areas: ['sections'],
  sections: ['topics'],
  topics: ['rows'],
  rows: [],
};

/** The nodes in a list of a node. */
export function childrenOf(node: Node, list: Kind): readonly Node[] {
  return (node as unknown as Record<Kind, readonly Node[]>)[list] ?? [];
}

const NOT_FIELDS = new Set([
  'details',
  'extra',
  'levels',
  'sectionKinds',
  'areas',
  'sections',
  'topics',
  'rows',
]);

/** All keys of a node with their values, but for the lists of further nodes; nothing that is empty. */
export function fieldsOf(kind: Kind, node: Node, levelOrder: readonly string[]): Map<string, Value> {
  const fields = new Map<string, Value>();
  const own = node as unknown as Record<string, unknown>;
  if (kind === 'file') fields.set('format', '1');
  for (const key of KEYS[kind]) {
    if (NOT_FIELDS.has(key) || (kind === 'file' && key === 'framework')) continue;
    const value = own[key];
    if (value instanceof Map) {
      if (value.size > 0) fields.set(key, key === 'glossary' ? value : byLevel(value, levelOrder));
    } else if (value !== undefined && value !== '') fields.set(key, plainValue(value as Plain));
  }
  for (const [key, value] of node.extra) fields.set(key, plainValue(value));
  return fields;
}

/** In the order of the levels; what is at no known level comes last. */
function byLevel(map: ReadonlyMap<string, string>, order: readonly string[]): Map<string, Value> {
  const known = order.filter(level => map.has(level));
  const rest = [...map.keys()].filter(level => !order.includes(level));
  return new Map([...known, ...rest].map(level => [level, map.get(level)!]));
}

function plainValue(plain: Plain): Value {
  if (typeof plain === 'string') return plain;
  if (Array.isArray(plain)) return plain.map(plainValue);
  return new Map(
    Object.entries(plain).flatMap(([key, value]) => (value === undefined ? [] : [[key, plainValue(value)]])),
  );
}

/** Whether two values mean the same; the order of keys is no part of it. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || typeof a === 'string' || typeof b === 'string') return false;
  if (a instanceof Map || b instanceof Map)
    return (
      a instanceof Map &&
      b instanceof Map &&
      a.size === b.size &&
      [...a].every(([key, value]) => b.has(key) && sameValue(value, b.get(key)))
    );
  const [left, right] = [a as readonly Value[], b as readonly Value[]];
  return left.length === right.length && left.every((value, index) => sameValue(value, right[index]));
}

/** A node with all that it holds, as a value with its keys in the order in which they are written. */
export function wholeValue(
  kind: Kind,
  node: Node,
  levelOrder: readonly string[],
): ReadonlyMap<string, Value> {
  const fields = fieldsOf(kind, node, levelOrder);
  const value = new Map<string, Value>();
  for (const key of KEYS[kind]) {
    if (LISTS[kind].includes(key as Kind)) {
      const children = childrenOf(node, key as Kind);
      value.set(
        key,
        children.map(child => wholeValue(key as Kind, child, levelOrder)),
      );
    } else if (kind === 'file' && key === 'framework')
      value.set(key, wholeValue('framework', (node as Framework).details, levelOrder));
    else if (fields.has(key)) value.set(key, fields.get(key)!);
  }
  for (const [key, each] of fields) if (!value.has(key)) value.set(key, each);
  return value;
}
