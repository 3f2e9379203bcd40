import type { Change } from '../changes/change.ts';
import { diffing } from '../changes/diff.ts';
import type { Wanted, WhoWants } from '../changesView/wanted.ts';
import type { Framework } from '../model/types.ts';
import type { Sliced } from '../slices.ts';
import { agreementOf, wantedBy, wasSent } from './agreement.ts';
import { aboutOf, areaOf, versionKey } from './roundThings.ts';
import type { ReviewSide } from './sides.ts';

/** So many changes are looked at before others may have a turn. */
const AT_A_TIME = 256;

/**
 * Tells of each change who wants it: those who made the very same, else those who changed the same thing; and how
 * far they agree.
 * @param base what was sent
 * @param framework with what the import would do
 * @param changes what the import would do
 */
export function* tellingWhoWants(
  base: Framework,
  sides: readonly ReviewSide[],
  framework: Framework,
  changes: readonly Change[],
): Sliced<WhoWants> {
  /** What is changed → what it would be → who wants it so. */
  const versions = new Map<string, Map<string, string[]>>();
  const returnedNothing: string[] = [];
  for (const { name, review, read } of sides) {
    const own = yield* diffing(base, read.framework);
    for (const change of own) add(versions, aboutOf(change).id, versionKey(change), name);
    const said = review.comments.length + review.rows.reduce((sum, row) => sum + row.comments.length, 0);
    // A sorted sheet says nothing.
    const asked = read.questions.some(({ kind }) => kind !== 'order');
    if (own.length + said === 0 && !asked) returnedNothing.push(name);
  }
  const wanted: Wanted[] = [];
  for (const [at, change] of changes.entries()) {
    if (at % AT_A_TIME === 0) yield;
    const thing = aboutOf(change);
    const about = versions.get(thing.id);
    if (!about) {
      wanted.push({ reviewers: [], words: '' });
      continue;
    }
    const changed = [...new Set([...about.values()].flat())].sort();
    const by = about.get(versionKey(change)) ?? changed;
    const area = areaOf(thing, [base, framework])?.id;
    const unchanged = sides.filter(
      ({ name, review }) => !changed.includes(name) && wasSent(review.sent?.scope, area, thing.level),
    );
    const agreement = agreementOf([...about.values()], unchanged.length);
    const others = changed.filter(name => !by.includes(name));
    wanted.push(wantedBy(by, agreement, others, sides.length));
  }
  return { wanted, returnedNothing };
}

function add(versions: Map<string, Map<string, string[]>>, id: string, key: string, name: string): void {
  const about = versions.get(id) ?? new Map<string, string[]>();
  versions.set(id, about);
  const names = about.get(key) ?? [];
  about.set(key, names);
  // Two changes of one reviewer may come to the same.
  if (names.at(-1) !== name) names.push(name);
}
