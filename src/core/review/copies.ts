import type { ReturnedRow } from '../sheet/returned.ts';

/** What becomes of one of several rows with the same id: it is the row, a new row, or nothing is made of it. */
export type Fate = 'original' | 'new-row' | 'ignore';

/**
 * Tells a row from its copies: it is the one that still is what was sent, wherever it stands. If none is, a person
 * has to say, and until then the first counts.
 * @param rows those with one id, from top to bottom
 * @param isChanged whether a row differs from what was sent
 * @param ask asks what a row is; undefined while that is open
 * @returns every row's fate
 */
export function fatesOf(
  rows: readonly ReturnedRow[],
  isChanged: (row: ReturnedRow) => boolean,
  ask: (row: ReturnedRow, original: ReturnedRow, options: readonly Fate[]) => string | undefined,
): Map<ReturnedRow, Fate> {
  const fates = new Map<ReturnedRow, Fate>();
  const original = rows.find(row => !isChanged(row));
  if (original) {
    for (const row of rows)
      if (row === original) fates.set(row, 'original');
      else if (!isChanged(row)) fates.set(row, 'ignore');
      else fates.set(row, ask(row, original, ['new-row', 'ignore']) === 'new-row' ? 'new-row' : 'ignore');
    return fates;
  }
  const [first, ...others] = rows as [ReturnedRow, ...ReturnedRow[]];
  const options: readonly Fate[] = ['original', 'new-row', 'ignore'];
  const answers = others.map(row => [row, ask(row, first, options) ?? 'ignore'] as const);
  const chosen = answers.find(([, answer]) => answer === 'original')?.[0] ?? first;
  for (const [row, answer] of [[first, 'new-row'] as const, ...answers])
    fates.set(row, row === chosen ? 'original' : answer === 'ignore' ? 'ignore' : 'new-row');
  return fates;
}
