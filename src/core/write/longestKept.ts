/**
 * Which items of a list can stay where they are, so that the fewest move: a longest increasing subsequence
 * of their old positions in the new order (patience sorting, O(n log n)).
 * @param before the list
 * @param after what each place of the new list was, undefined for what is new
 */
export function longestKept<T>(before: readonly T[], after: readonly (T | undefined)[]): Set<T> {
  const position = new Map(before.map((item, index) => [item, index]));
  const ends: number[] = [];
  const previous = new Map<number, number>();
  for (const item of after) {
    const at = item === undefined ? undefined : position.get(item);
    if (at === undefined) continue;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]! < at) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous.set(at, ends[low - 1]!);
    ends[low] = at;
  }
  const kept = new Set<T>();
  for (let at = ends.at(-1); at !== undefined; at = previous.get(at)) kept.add(before[at]!);
  return kept;
}
