import { describeChange } from '../changes/describe.ts';
import type { Framework } from '../model/types.ts';
import { atOnce, type Sliced } from '../slices.ts';
import type { Compared } from '../versions/crosswalk.ts';
import { follow } from '../versions/follow.ts';
import { judging } from '../versions/judge.ts';
import { BAR_CLASSES, type BarClass } from '../versions/judgement.ts';
import { proposeVersion, type VersionPolicy } from '../versions/proposal.ts';
import { type ChangeReason, type ReasonedCrossing, withReasons } from '../versions/reasons.ts';
import { isAboutStatements, isOfNoConcern } from './apart.ts';
import type { Release, ReleaseLevel, ReleaseVersion } from './release.ts';
import { affectedBy, levelOf, releaseAreas } from './releaseAreas.ts';

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
  return {
    title: newer.details.title,
    from: versionOf(older),
    to: versionOf(newer),
    ...(proposal && { proposal }),
    counts: countsOf(classes),
    levels: levelsOf(older, newer, changed, levelNow),
    areas: releaseAreas(older, newer, changed, levelNow),
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

function levelsOf(
  older: Framework,
  newer: Framework,
  changed: readonly ReasonedCrossing[],
  levelNow: (older: string) => string,
): readonly ReleaseLevel[] {
  const kept = new Set(newer.levels.map(({ id }) => id));
  const used = new Set(changed.map(line => levelOf(line, levelNow)));
  const gone = older.levels.filter(({ id }) => !kept.has(id) && used.has(id));
  return [...newer.levels, ...gone].map(({ id, title }) => {
    const classes = changed.filter(line => levelOf(line, levelNow) === id).map(line => line.judgement!.class);
    return { id, title, affected: affectedBy(classes), counts: countsOf(classes) };
  });
}
