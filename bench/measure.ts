import { createRequire } from 'node:module';

/** One row of a table: what was measured, and one value a size. */
export interface Measured {
  readonly what: string;
  readonly cells: readonly string[];
}

export interface Table {
  /** What was done, and what it is compared with. */
  readonly about: string;
  readonly heads: readonly string[];
  readonly rows: readonly Measured[];
}

/** What a line of the benchmark gives. */
export interface LineResult extends Table {
  readonly title: string;
  /** What was found out beside how long it takes. */
  readonly more?: readonly Table[];
  /** What else was seen, below the table. */
  readonly remark?: string;
  /** Where the table stands; else in docs/performance.md. */
  readonly document?: string;
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** How long something takes, in milliseconds. */
export async function timed(what: () => unknown): Promise<number> {
  const start = performance.now();
  await what();
  return performance.now() - start;
}

/**
 * Does several things by turns, so that what slows the machine down slows them all, and gives the medians.
 * @param rounds beside those that are not counted
 * @param warm how many these are
 */
export async function alternating<K extends string>(
  rounds: number,
  tasks: Readonly<Record<K, () => number | Promise<number>>>,
  warm = 1,
): Promise<Record<K, number>> {
  const names = Object.keys(tasks) as K[];
  const times = Object.fromEntries(names.map(name => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = -warm; round < rounds; round++)
    for (const name of names) {
      const time = await tasks[name]();
      if (round >= 0) times[name].push(time);
    }
  return Object.fromEntries(names.map(name => [name, median(times[name])])) as Record<K, number>;
}

/** `2,150 ms`, `7.3 ms`, `0.21 ms` */
export function milliseconds(time: number): string {
  const digits = time < 1 ? 2 : time < 10 ? 1 : 0;
  return `${time.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ms`;
}

/** `× 1.3` */
export function ratio(value: number): string {
  return `× ${value.toLocaleString('en-GB', { maximumSignificantDigits: value < 10 ? 2 : 3 })}`;
}

/** Loads a package that only the benchmark has. */
export const peer = createRequire(new URL('package.json', import.meta.url));

/** How many rows the frameworks have that most lines look at; the first is the published one. */
export const SIZES = [74, 150, 2_000, 20_000] as const;

/** The sizes that a line is measured at: those that the command names (`npm run bench -- export 74,2000`), else all. */
export function sizesAsked(): readonly number[] {
  return process.argv[3]?.split(',').map(Number) ?? SIZES;
}

export function heads(sizes: readonly number[]): string[] {
  return sizes.map(rows => `${rows.toLocaleString('en-GB')} rows`);
}

/** Makes rows of a table from one result a size. */
export function rowOf<T>(results: readonly T[]) {
  return (what: string, cell: (result: T) => string): Measured => ({ what, cells: results.map(cell) });
}
