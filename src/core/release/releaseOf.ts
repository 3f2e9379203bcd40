import { describeChange } from '../changes/describe.ts';
import type { Framework } from '../model/types.ts';
import { atOnce, type Sliced } from '../slices.ts';
import type { Compared } from '../versions/crosswalk.ts';
import { follow } from '../versions/follow.ts';
import { judging } from '../versions/judge.ts';
import { BAR_CLASSES, type BarClass } from '../versions/judgement.ts';
import { levelOrder } from '../versions/levelOrder.ts';
import { proposeVersion, type VersionPolicy } from '../versions/proposal.ts';
import { type ChangeReason, type ReasonedCrossing, withReasons } from '../versions/reasons.ts';
import { isAboutStatements, isOfNoConcern } from './apart.ts';
import type { Release, ReleaseLevel, ReleaseVersion } from './release.ts';
import { affectedBy, releaseAreas, toldAt, type Versions } from './releaseAreas.ts';

/**
 * What there is to say about a new version.
 * @param reasons what the maintainer said of the changes
 */
export function releaseOf(
  compared: Compared,
  reasons: readonly ChangeReason[] = [],
  policy?: Partial<VersionPolicy>,
): Release {
  return atOnce(releasing(compared, reasons, policy));
}

/** The same in slices. */
export function* releasing(
  compared: Compared,
  reasons: readonly ChangeReason[] = [],
  policy?: Partial<VersionPolicy>,
): Sliced<Release> {
  const { from: older, to: newer, changes } = compared;
  const versions = { from: older.details.version, to: newer.details.version };
  const { lines, outdated } = withReasons(yield* judging(compared), reasons, versions);
  const changed = lines.filter(line => line.judgement);
  const other = changes.filter(change => !isAboutStatements(change) && !isOfNoConcern(change));
  const classes = changed.map(line => line.judgement!.class);
  const proposal = proposeVersion(older.details.version, classes, other.length > 0, policy);
  const { id: idNow } = follow(changes);
  const levelNow = (level: string) => idNow('level', level);
  const both: Versions = { older, newer, levelNow, levels: levelOrder(older, newer, levelNow) };
  return {
    title: newer.details.title,
    from: versionOf(older),
    to: versionOf(newer),
    ...(proposal && { proposal }),
    counts: countsOf(classes),
    levels: levelsOf(changed, both),
    areas: releaseAreas(changed, both),
    other: other.map(change => describeChange(change, newer, older)),
    crosswalk: lines,
    outdated,
  };
}

function versionOf({ details: { version, status, date } }: Framework): ReleaseVersion {
  return { version, status, ...(date !== undefined && { date }) };
}

function countsOf(classes: readonly BarClass[]): { readonly [one in BarClass]?: number } {
  const counts: { [one in BarClass]?: number } = {};
  for (const one of BAR_CLASSES) {
    const count = classes.filter(each => each === one).length;
    if (count > 0) counts[one] = count;
  }
  return counts;
}

/** The levels of the newer version, and among them those that are gone and were left by something. */
function levelsOf(changed: readonly ReasonedCrossing[], versions: Versions): readonly ReleaseLevel[] {
  const { older, newer, levelNow, levels } = versions;
  const told = changed.flatMap(line => toldAt(line, versions));
  const had = new Set(older.levels.map(({ id }) => levelNow(id)));
  const shown = new Set([...newer.levels.map(({ id }) => id), ...told.map(({ level }) => level)]);
  return levels
    .filter(({ id }) => shown.has(id))
    .map(({ id, title }) => {
      const classes = told.filter(({ level }) => level === id).map(({ judgement }) => judgement.class);
      return {
        id,
        title,
        affected: affectedBy(classes),
        counts: countsOf(classes),
        ...(!had.has(id) && { isNew: true }),
      };
    });
}
