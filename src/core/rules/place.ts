import { sourceOf } from '../model/source.ts';
import { normaliseStatement } from '../model/statement.ts';
import { endOf, pairOf, type Spot, type YamlMap, type YamlPair, type YamlScalar } from '../yaml/nodes.ts';
import type { Where } from './rule.ts';
import { scalarSpan } from './scalarSpan.ts';

/**
 * Finds the place in the text that a rule speaks of; where it is not there, that of the nearest thing that is.
 * @throws Error for a node that was not read from YAML: a fault of the rule
 */
export function placeOf(where: Where): Spot {
  const source = sourceOf(where.node);
  if (!source) throw new Error('The reported node was not read from the file.');
  const pair = pairAt(source, where);
  if (!pair) {
    const id = pairOf(source, 'id') ?? source.pairs[0];
    return id ? (id.value?.kind === 'scalar' ? id.value : id.key) : firstOf(source);
  }
  if (where.item !== undefined && pair.value?.kind === 'seq')
    return pair.value.items[where.item]?.value ?? pair.key;
  if (where.part === 'comment') return (pair.value && commentAfter(pair.value)) ?? pair.key;
  if (where.part === 'key' || pair.value?.kind !== 'scalar') return pair.key;
  return where.span ? scalarSpan(pair.value, normaliseStatement(pair.value.text), where.span) : pair.value;
}

/** The scalar that a place speaks of, if there is one. */
export function scalarAt(where: Where): YamlScalar | undefined {
  const source = sourceOf(where.node);
  const value = source && pairAt(source, where)?.value;
  return value?.kind === 'scalar' ? value : undefined;
}

function pairAt(source: YamlMap, { key, level }: Where): YamlPair | undefined {
  const pair = key === undefined ? undefined : pairOf(source, key);
  if (level === undefined || pair?.value?.kind !== 'map') return pair;
  return pairOf(pair.value, level) ?? pair;
}

function firstOf(map: YamlMap): Spot {
  return { chunk: map.chunk, from: map.from, to: Math.min(map.from + 1, map.chunk.text.length) };
}

/** The comment that follows a value on its line, from the `#` to its last character. */
export function commentAfter(value: Spot): Spot | undefined {
  const { text } = value.chunk;
  const newline = text.indexOf('\n', value.to);
  const rest = text.slice(value.to, newline < 0 ? text.length : newline);
  const comment = /^[ \t]+(#.*?)\s*$/.exec(rest);
  if (!comment) return undefined;
  const from = value.to + rest.indexOf('#');
  return { chunk: value.chunk, from, to: from + comment[1]!.length };
}

/** Whether a place and a range of the whole text have a character, or an end, in common. */
export function touches(
  spot: Spot & { readonly endChunk?: YamlMap['chunk'] },
  start: number,
  end: number,
): boolean {
  return spot.chunk.start + spot.from <= end && start <= endOf(spot);
}
