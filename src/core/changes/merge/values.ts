import { sameValue } from '../../model/equal.ts';

/** What several sides made of one value. */
export interface MergedValue<T> {
  /** What all agree on or one changed; where they clash, what the first side has. */
  readonly value: T | undefined;
  /** The positions of the sides that changed it, if they did so differently. */
  readonly clash: readonly number[] | undefined;
}

/**
 * Merges one value.
 * @param base what it was; undefined: there was none
 * @param sides what each side has
 */
export function mergeValue<T>(base: T | undefined, sides: readonly (T | undefined)[]): MergedValue<T> {
  const changed: number[] = [];
  let differ = false;
  sides.forEach((value, position) => {
    if (sameValue(value, base)) return;
    if (changed.length > 0 && !sameValue(value, sides[changed[0]!])) differ = true;
    changed.push(position);
  });
  if (differ) return { value: sides[0], clash: changed };
  return { value: changed.length > 0 ? sides[changed[0]!] : base, clash: undefined };
}

/** The keys of several maps, each once. */
export function keysOf(maps: Iterable<ReadonlyMap<string, unknown>>): Set<string> {
  const keys = new Set<string>();
  for (const map of maps) for (const key of map.keys()) keys.add(key);
  return keys;
}
