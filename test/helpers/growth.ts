/**
 * How the cost of something grows with its input. Times are those of the processor, of runs by turns, and of each
 * size the shortest counts: so neither a slow machine nor a busy one changes the verdict.
 */

/** What is measured at one size. */
export interface Subject {
  /** Does it once; what it needs is there already. */
  readonly run: () => unknown;
  /** So many at once, where one alone is too short for the clock. */
  readonly times?: number;
}

const ROUNDS = 5;

/**
 * How many times as long the large one takes as the small one.
 * @param make gives the subject of a size
 */
export function growth(small: number, large: number, make: (size: number) => Subject): number {
  const subjects = [make(small), make(large)] as const;
  const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // The first round compiles, and does not count.
  for (let round = 0; round <= ROUNDS; round++)
    for (const [index, { run, times = 1 }] of subjects.entries()) {
      const start = process.cpuUsage();
      for (let time = 0; time < times; time++) run();
      const { user, system } = process.cpuUsage(start);
      if (round > 0) best[index] = Math.min(best[index]!, (user + system) / times);
    }
  return best[1]! / Math.max(best[0]!, 1);
}
