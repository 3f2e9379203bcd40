import type { Change } from '../changes/change.ts';
import { diffing } from '../changes/diff.ts';
import type { Framework } from '../model/types.ts';
import type { Sliced } from '../slices.ts';
import { aboutOf, versionKey } from './roundThings.ts';
import type { ReviewSide } from './sides.ts';

/** Who wants what, where several reviewers returned something. */
export interface WhoWants {
  /** The reviewers who want each change, by name; none: it comes of what several wrote together. */
  readonly reviewers: readonly (readonly string[])[];
  /** The names of those who changed, asked and said nothing. */
  readonly returnedNothing: readonly string[];
}

/**
 * Tells of each change who wants it: those who made the very same, else those who changed the same thing.
 * @param base what was sent
 * @param changes what the import would do
 */
export function* tellingWhoWants(
  base: Framework,
  sides: readonly ReviewSide[],
  changes: readonly Change[],
): Sliced<WhoWants> {
  const exact = new Map<string, Set<string>>();
  const about = new Map<string, Set<string>>();
  const returnedNothing: string[] = [];
  for (const { name, review, read } of sides) {
    const own = yield* diffing(base, read.framework);
    for (const change of own) {
      add(about, aboutOf(change).id, name);
      add(exact, keyOf(change), name);
    }
    const said = review.comments.length + review.rows.reduce((sum, row) => sum + row.comments.length, 0);
    // A sorted sheet says nothing.
    const asked = read.questions.some(({ kind }) => kind !== 'order');
    if (own.length + said === 0 && !asked) returnedNothing.push(name);
  }
  return {
    reviewers: changes.map(change => [...(exact.get(keyOf(change)) ?? about.get(aboutOf(change).id) ?? [])]),
    returnedNothing,
  };
}

function keyOf(change: Change): string {
  return `${aboutOf(change).id} ${versionKey(change)}`;
}

function add(map: Map<string, Set<string>>, key: string, name: string): void {
  const names = map.get(key) ?? new Set();
  map.set(key, names.add(name));
}
