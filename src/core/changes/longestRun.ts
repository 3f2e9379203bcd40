/**
 * The longest part of a sequence that already rises: what need not be moved to bring it into order. Of several
 * equally long ones always the same is chosen.
 * @param numbers different whole numbers
 * @returns the numbers of that part
 */
export function longestRun(numbers: readonly number[]): Set<number> {
  /** `ends[n]`: the index of the smallest number that ends a run of n + 1. */
  const ends: number[] = [];
  const previous = new Int32Array(numbers.length).fill(-1);
  numbers.forEach((number, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = ends[low - 1]!;
    ends[low] = index;
  });
  const run = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index]!) run.add(numbers[index]!);
  return run;
}

/**
 * The ids that keep their place between two orders of a list, so that the fewest others move.
 * @param before the ids of the list before, each once
 * @param after the ids of the list after, each once
 */
export function keptInOrder(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  if (before.length === after.length && before.every((id, index) => id === after[index]))
    return new Set(after);
  const position = new Map(before.map((id, index) => [id, index]));
  const common = after.flatMap(id => position.get(id) ?? []);
  const kept = new Set<string>();
  for (const index of longestRun(common)) kept.add(before[index]!);
  return kept;
}
