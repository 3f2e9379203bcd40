/**
 * The syntax tree: YAML with every scalar as text and every node with its place. A place is relative to a
 * chunk, so that an edit elsewhere moves whole chunks and leaves the nodes alone.
 */

import type { Problem } from './problem.ts';

/** A run of whole lines of the text that is parsed apart from the rest. */
export interface Chunk {
  /** Offset in the whole text; kept up to date as the text before it changes. */
  readonly start: number;
  readonly text: string;
  /** It is no part of the text any more: places in it mean nothing. */
  readonly gone?: boolean;
}

/** Offsets within the text of `chunk`. */
export interface Spot {
  readonly chunk: Chunk;
  readonly from: number;
  readonly to: number;
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface YamlScalar extends Spot {
  readonly kind: 'scalar';
  readonly text: string;
  readonly style: ScalarStyle;
}

export interface YamlPair {
  readonly key: YamlScalar;
  /** null: there is nothing after the colon. */
  readonly value: YamlNode | null;
  /** A line below it could not be read. */
  readonly broken?: true;
}

/** `from` is the first key, or the brace; `to` ends in `endChunk`. */
export interface YamlMap extends Spot {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly pairs: readonly YamlPair[];
  readonly endChunk: Chunk;
  /** A line of it could not be read: what is missing may have stood there. */
  readonly broken?: true;
}

export interface YamlItem {
  /** Where the dash is, or the value in flow style. */
  readonly dash: Spot;
  readonly value: YamlNode | null;
  /** A line of it could not be read. */
  readonly broken?: true;
}

export interface YamlSeq extends Spot {
  readonly kind: 'seq';
  readonly flow: boolean;
  readonly items: readonly YamlItem[];
  readonly endChunk: Chunk;
  /** What is wrong with the chunks that it was put together from. */
  readonly problems?: readonly Problem[];
}

export type YamlNode = YamlScalar | YamlMap | YamlSeq;

/** Offset in the whole text at which a place begins. */
export function startOf(spot: Spot): number {
  return spot.chunk.start + spot.from;
}

/** Offset in the whole text at which a place ends; for a block node, the end of its last content. */
export function endOf(spot: Spot | YamlNode): number {
  const last = 'kind' in spot ? lastOf(spot) : null;
  if (last && last.kind !== 'scalar') return endOf(last);
  return ('endChunk' in spot ? spot.endChunk : spot.chunk).start + spot.to;
}

/** What a block node ends with: it may have been put there after the node was made, as rows are. */
function lastOf(node: YamlNode): YamlNode | null {
  if (node.kind === 'scalar' || node.flow) return null;
  return (node.kind === 'map' ? node.pairs.at(-1)?.value : node.items.at(-1)?.value) ?? null;
}

/** The pair with this key, the first where a key stands twice. */
export function pairOf(map: YamlMap, key: string): YamlPair | undefined {
  return map.pairs.find(pair => pair.key.text === key);
}

/** Whether an offset of the whole text lies in a place, its end included. */
export function holds(spot: Spot | YamlNode, offset: number): boolean {
  return startOf(spot) <= offset && offset <= endOf(spot);
}
