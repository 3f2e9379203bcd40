import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './measure.ts';

/** What one run in a process of its own took: milliseconds, the most megabytes that the process had, the longest block. */
export interface Sample {
  readonly time: number;
  readonly memory: number;
  readonly block: number;
}

const WORK = fileURLToPath(new URL('work.ts', import.meta.url));

/**
 * Runs pieces of work of `work.ts` by turns, each in a fresh process, and gives the medians.
 * @param rows of the framework that they are done with
 * @param file what some of them read
 */
export function samples<K extends string>(
  rounds: number,
  names: readonly K[],
  rows: number,
  file = '',
): Record<K, Sample> {
  const all = Object.fromEntries(names.map(name => [name, [] as Sample[]])) as Record<K, Sample[]>;
  for (let round = 0; round < rounds; round++)
    for (const name of names) {
      all[name].push(sample(name, rows, file));
    }
  const middle = (of: readonly Sample[], key: keyof Sample) => median(of.map(sample => sample[key]));
  return Object.fromEntries(
    names.map(name => [
      name,
      {
        time: middle(all[name], 'time'),
        memory: middle(all[name], 'memory'),
        block: middle(all[name], 'block'),
      },
    ]),
  ) as Record<K, Sample>;
}

/** Does one piece of work of `work.ts` once. */
export function sample(name: string, rows: number, file: string): Sample {
  const args = [...process.execArgv, '--expose-gc', WORK, name, String(rows), file];
  const text = execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  return JSON.parse(text.slice(text.lastIndexOf('{'))) as Sample;
}
