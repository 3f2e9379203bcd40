import { longestRun } from '../changes/longestRun.ts';

/**
 * Which items of a list can stay where they are, so that the fewest move.
 * @param before the list
 * @param after what each place of the new list was, undefined for what is new
 */
export function longestKept<T>(before: readonly T[], after: readonly (T | undefined)[]): Set<T> {
  const position = new Map(before.map((item, index) => [item, index]));
  const order = after.flatMap(item => (item === undefined ? [] : (position.get(item) ?? [])));
  return new Set([...longestRun(order)].map(index => before[index]!));
}
