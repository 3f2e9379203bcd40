import {
  endOf,
  holds,
  startOf,
  type YamlItem,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlScalar,
} from '../yaml/nodes.ts';
import type { Loaded } from './load.ts';
import { sourceOf } from './source.ts';
import type { Area, Framework, Level, Row, Section, SectionKind, Topic } from './types.ts';

/** What stands at an offset of a framework file. */
export interface Located {
  /** Keys and list indexes from the top to the innermost thing there. */
  readonly path: readonly (string | number)[];
  /** The maps that hold the offset, the outermost first. */
  readonly maps: readonly YamlMap[];
  /** The entry of the innermost map that the offset is in. */
  readonly pair: YamlPair | undefined;
  /** `inside`: between the entries of a map or the items of a list. */
  readonly part: 'key' | 'value' | 'inside';
  /** The text there: the key, the value, or an item of a list of plain text. */
  readonly scalar: YamlScalar | undefined;
  readonly area: Area | undefined;
  readonly section: Section | undefined;
  readonly topic: Topic | undefined;
  readonly row: Row | undefined;
  /** The entry of the list of levels. */
  readonly levelEntry: Level | undefined;
  /** The entry of the list of section kinds. */
  readonly kindEntry: SectionKind | undefined;
  /** In a row: the id of the level under whose key the offset is. */
  readonly level: string | undefined;
}

type Draft = {
  -readonly [key in Exclude<keyof Located, 'path' | 'maps'>]: Located[key];
} & { path: (string | number)[]; maps: YamlMap[] };

/** The keys of a row under which things stand by level. */
const BY_LEVEL = new Set(['statements', 'blank', 'notes']);

/**
 * Finds what stands at an offset.
 * @param offset of the whole text; at the end of a word the word still counts
 */
export function locate(loaded: Loaded, offset: number): Located {
  const found = locateIn(loaded.document.root, offset);
  nameNodes(loaded.framework, found);
  return found;
}

/**
 * Finds what stands at an offset of any YAML: the path, the key or value, but nothing of a framework.
 * @param offset of the whole text; at the end of a word the word still counts
 */
export function locateIn(root: YamlNode | null, offset: number): Draft {
  const found: Draft = {
    path: [],
    maps: [],
    pair: undefined,
    part: 'inside',
    scalar: undefined,
    area: undefined,
    section: undefined,
    topic: undefined,
    row: undefined,
    levelEntry: undefined,
    kindEntry: undefined,
    level: undefined,
  };
  let node = root;
  while (node) {
    if (node.kind === 'scalar') {
      found.scalar = node;
      found.part = 'value';
      break;
    }
    found.part = 'inside';
    node = node.kind === 'map' ? intoMap(node, offset, found) : intoList(node.items, offset, found);
  }
  return found;
}

function intoMap(map: YamlMap, offset: number, found: Draft): YamlNode | null {
  found.maps.push(map);
  found.pair = undefined;
  for (const pair of map.pairs) {
    const inKey = holds(pair.key, offset);
    if (!inKey && !(pair.value && holds(pair.value, offset))) continue;
    found.path.push(pair.key.text);
    found.pair = pair;
    if (!inKey) return pair.value;
    found.part = 'key';
    found.scalar = pair.key;
    return null;
  }
  return null;
}

function intoList(items: readonly YamlItem[], offset: number, found: Draft): YamlNode | null {
  // The last item that begins at or before the offset: lists of rows may be long.
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(items[middle]!.dash) <= offset) low = middle;
    else high = middle - 1;
  }
  const item = items[low];
  if (!item || offset < startOf(item.dash)) return null;
  const end = item.value ? endOf(item.value) : endOf(item.dash);
  if (offset > end) return null;
  found.path.push(low);
  if (item.value && holds(item.value, offset)) return item.value;
  if (item.value?.kind === 'map') found.maps.push(item.value);
  found.pair = undefined;
  return null;
}

/** Finds the model's nodes for the maps on the way. */
function nameNodes(framework: Framework, found: Draft): void {
  const { path, maps } = found;
  const [top] = path;
  const entry = maps[1];
  if (top === 'levels') found.levelEntry = nodeOf(framework.levels, entry);
  else if (top === 'sectionKinds') found.kindEntry = nodeOf(framework.sectionKinds, entry);
  else if (top === 'areas') {
    found.area = nodeOf(framework.areas, entry);
    if (path[2] === 'sections') found.section = nodeOf(found.area?.sections, maps[2]);
    if (path[4] === 'topics') found.topic = nodeOf(found.section?.topics, maps[3]);
    if (path[6] === 'rows') found.row = nodeOf(found.topic?.rows, maps[4]);
    if (found.row && BY_LEVEL.has(String(path[8])) && path[9] !== undefined) found.level = String(path[9]);
  }
}

function nodeOf<T extends object>(nodes: readonly T[] | undefined, map: YamlMap | undefined): T | undefined {
  return map && nodes?.find(node => sourceOf(node) === map);
}
