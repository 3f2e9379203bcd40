import { sectionId } from '../model/index.ts';
import { sourceOf } from '../model/source.ts';
import type { Area, Framework, Row, Section, Topic } from '../model/types.ts';
import { endOf, pairOf, type Spot, startOf, type YamlMap, type YamlPair } from '../yaml/nodes.ts';

/** A node of the matrix by its id, or the cell of a row at a level. */
export interface MatrixTarget {
  readonly what: 'area' | 'section' | 'topic' | 'row';
  /** A section's is `area/kind`. */
  readonly id: string;
  /** Only with a row. */
  readonly level?: string;
}

/** Offsets of the text. */
export interface TextPlace {
  readonly start: number;
  readonly end: number;
}

/** The nodes that an offset of the text lies in. */
export interface NodesAt {
  readonly area: Area;
  readonly section?: Section;
  readonly topic?: Topic;
  readonly row?: Row;
  /** Of the cell. */
  readonly level?: string;
}

/**
 * What of the matrix stands at an offset of the text, with all that it stands in.
 * @param framework as loaded from the text as it is now
 * @param offset in UTF-16 units
 */
export function nodesAt(framework: Framework, offset: number): NodesAt | undefined {
  const area = nodeAround(framework.areas, offset, area => area.sections.at(-1)?.topics.at(-1)?.rows.at(-1));
  if (!area) return undefined;
  const section = nodeAround(area.sections, offset, section => section.topics.at(-1)?.rows.at(-1));
  if (!section) return { area };
  const topic = nodeAround(section.topics, offset, topic => topic.rows.at(-1));
  if (!topic) return { area, section };
  const row = nodeAround(topic.rows, offset, () => undefined);
  if (!row) return { area, section, topic };
  const level = levelAt(row, offset);
  return { area, section, topic, row, ...(level !== undefined && { level }) };
}

/** The same, as the innermost of cell, row, topic, section and area. */
export function targetAt(framework: Framework, offset: number): MatrixTarget | undefined {
  const at = nodesAt(framework, offset);
  if (!at) return undefined;
  const { area, section, topic, row, level } = at;
  if (row) return { what: 'row', id: row.id, ...(level !== undefined && { level }) };
  if (topic) return { what: 'topic', id: topic.id };
  if (section) return { what: 'section', id: sectionId(area.id, section.kind) };
  return { what: 'area', id: area.id };
}

/** The node of a list that an offset lies in. Rows hang in the tree without being part of its extents. */
function nodeAround<T extends object>(
  nodes: readonly T[],
  offset: number,
  lastRow: (node: T) => Row | undefined,
): T | undefined {
  const begins = (node: T) => startOf(sourceOf(node) ?? NOWHERE);
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (begins(nodes[middle]!) <= offset) low = middle + 1;
    else high = middle;
  }
  const node = nodes[low - 1];
  if (!node) return undefined;
  const ends = [sourceOf(node), sourceOf(lastRow(node) ?? node)].map(source => endOf(source ?? NOWHERE));
  return offset <= Math.max(...ends) ? node : undefined;
}

/** Stands in for the place of a node that was not read from a text. */
const NOWHERE: Spot = { chunk: { start: 0, text: '' }, from: -1, to: -1 };

const BY_LEVEL = ['statements', 'blank', 'notes'];

function levelAt(row: Row, offset: number): string | undefined {
  const source = sourceOf(row);
  if (!source) return undefined;
  for (const key of BY_LEVEL) {
    const map = pairOf(source, key)?.value;
    if (map?.kind !== 'map') continue;
    const pair = map.pairs.find(
      pair => startOf(pair.key) <= offset && offset <= endOf(pair.value ?? pair.key),
    );
    if (pair) return pair.key.text;
  }
  return undefined;
}

/**
 * Where a target stands in the text: a statement without its key, a heading's title. A cell that is not stated
 * gives the meaning of its blank or else the row's statements.
 * @returns undefined where there is no such node any more
 */
export function placeOf(framework: Framework, target: MatrixTarget): TextPlace | undefined {
  const source = sourceFor(framework, target);
  if (!source) return undefined;
  if (target.what === 'row') return rowPlace(source, target.level);
  return place(pairOf(source, 'title') ?? pairOf(source, 'id') ?? pairOf(source, 'kind')) ?? whole(source);
}

function sourceFor(framework: Framework, { what, id }: MatrixTarget): YamlMap | undefined {
  for (const area of framework.areas) {
    if (what === 'area' && area.id === id) return sourceOf(area);
    for (const section of area.sections) {
      if (what === 'section' && `${area.id}/${section.kind}` === id) return sourceOf(section);
      const found = inTopics(section.topics, what, id);
      if (found) return sourceOf(found);
    }
  }
  return undefined;
}

function inTopics(topics: readonly Topic[], what: MatrixTarget['what'], id: string): Topic | Row | undefined {
  if (what === 'topic') return topics.find(topic => topic.id === id);
  if (what !== 'row') return undefined;
  for (const topic of topics) {
    const row = topic.rows.find(row => row.id === id);
    if (row) return row;
  }
  return undefined;
}

function rowPlace(source: YamlMap, level: string | undefined): TextPlace {
  if (level !== undefined) {
    for (const key of BY_LEVEL) {
      const map = pairOf(source, key)?.value;
      const found = map?.kind === 'map' ? place(pairOf(map, level)) : undefined;
      if (found) return found;
    }
  }
  const id =
    level === undefined ? pairOf(source, 'id') : (pairOf(source, 'statements') ?? pairOf(source, 'id'));
  return place(id, level !== undefined) ?? whole(source);
}

/** The value of a pair; its key where it has none, or where only the key is asked for. */
function place(pair: YamlPair | undefined, key = false): TextPlace | undefined {
  return pair && whole(key ? pair.key : (pair.value ?? pair.key));
}

function whole(spot: Spot): TextPlace {
  return { start: startOf(spot), end: endOf(spot) };
}
