import { indexFramework } from '../model/index.ts';
import type { Framework } from '../model/types.ts';
import { atOnce, type Sliced } from '../slices.ts';
import { applying } from './applyChanges.ts';
import type { Change, SetField } from './change.ts';
import { diffing } from './diff.ts';
import { diffIds } from './diffIds.ts';
import { type ChangeKind, kindsOf } from './kinds.ts';
import { matching as finding, type Matching } from './match/matching.ts';
import { rowIdsAgree } from './match/trust.ts';
import { freshIds, isMissing, type NewIds, withIds } from './match/withIds.ts';
import { NAMED_KINDS, type NamedKind, namedIn } from './named.ts';

/** How two versions differ, with what could only be found out by likeness. */
export interface Comparison {
  /** The older version; nodes without an id have been given one. */
  readonly from: Framework;
  /** The newer version; nodes without an id have that of the older version, or a new one. */
  readonly to: Framework;
  /** They lead from one to the other. */
  readonly changes: readonly Change[];
  /** What each change is for a reader. */
  readonly kinds: readonly ChangeKind[];
  /** In the ids of either version as they were. */
  readonly matching: Matching;
  /** Whether rows of the same id are the same. If not, the newer version stands in the ids of the older one. */
  readonly idsAgree: boolean;
}

/**
 * Compares two versions: by ids as far as they go, following former ids, and by likeness where ids are missing,
 * new, or those of somebody else. A node that is the same under a new id has a change of its id; where the ids of
 * the newer version are missing, or mean something else than in the older one, it takes over those of the older.
 * @param given the newer version
 */
export function compare(older: Framework, given: Framework): Comparison {
  return atOnce(comparing(older, given));
}

/** The same in slices. */
export function* comparing(older: Framework, given: Framework): Sliced<Comparison> {
  const from = named(older, given);
  const newer = isMissing(given.details.id) ? withDetailsId(given, from.details.id) : given;
  const byFormer = followed(from, newer);
  const renamed = byFormer.length > 0 ? (yield* applying(from, byFormer)).framework : from;
  yield;
  const idsAgree = rowIdsAgree(renamed, newer);
  yield;
  const counts = (what: NamedKind, id: string) => !isMissing(id) && (idsAgree || what !== 'row');
  const matching = yield* finding(renamed, newer, counts);

  yield;
  const found = matching.same.filter(({ what, after }) => counts(what, after));
  const renames = [...byFormer, ...found.map(({ what, before, after }) => rename(what, before, after))];
  renames.sort((a, b) => rankOf(a) - rankOf(b));
  const ids = adoptedIds(renamed, newer, matching, counts);
  const to = withIds(newer, ids);
  yield;
  const changes = yield* diffing(from, to, renames);
  yield;
  const now = (id: string) => ids.row.get(id) ?? id;
  const final: Matching = {
    same: matching.same,
    splits: new Map([...matching.splits].map(([row, origin]) => [now(row), origin])),
    merges: new Map(
      [...matching.merges].map(([row, { row: into, ...rest }]) => [row, { row: now(into), ...rest }]),
    ),
  };
  return { from, to, changes, kinds: kindsOf(changes, final), matching: final, idsAgree };
}

/**
 * The changes that a reader is told: not those of ids that only likeness tells, which are as many as there are
 * nodes where all ids are other ones; and not that of the fingerprint, which says only that words differ.
 */
export function toldChanges({ changes, kinds, matching }: Comparison): Pick<Comparison, 'changes' | 'kinds'> {
  const found = new Set(matching.same.map(({ what, before, after }) => `${what} ${before} ${after}`));
  const told = changes.map(
    change =>
      !(
        change.op === 'set' &&
        'field' in change &&
        (change.field === 'fingerprint' ||
          (change.field === 'id' && found.has(`${change.what} ${change.before} ${change.after}`)))
      ),
  );
  return { changes: changes.filter((_, at) => told[at]), kinds: kinds.filter((_, at) => told[at]) };
}

/** The framework with an id for every node that has none. */
function named(framework: Framework, other: Framework): Framework {
  const ids = freshIds(framework, (_, id) => isMissing(id), takenIn(framework, other));
  return withIds(framework, ids);
}

function withDetailsId(framework: Framework, id: string): Framework {
  return { ...framework, details: { ...framework.details, id } };
}

/** What has another id in the newer version by what either version says about former ids. */
function followed(from: Framework, newer: Framework): SetField[] {
  const forward = diffIds(from, newer);
  const done = new Set(
    forward.flatMap(({ what, before, after }) => [`${what} ${before}`, `${what} ${after}`]),
  );
  // A version is also compared with an older one that comes after it, and then it is the one that knows.
  const backward = diffIds(newer, from).flatMap(({ what, before, after }) =>
    done.has(`${what} ${after}`) || done.has(`${what} ${before}`)
      ? []
      : rename(what as NamedKind, String(after), String(before)),
  );
  return [...forward, ...backward];
}

/** The ids that nodes of the newer version take over from the older one, and new ones for those that have no other. */
function adoptedIds(
  older: Framework,
  newer: Framework,
  { same }: Matching,
  counts: (what: NamedKind, id: string) => boolean,
): NewIds {
  const adopted = new Map<string, string>();
  for (const { what, before, after } of same)
    if (!counts(what, after)) adopted.set(`${what} ${after}`, before);
  const used = indexFramework(older);
  const needs = (what: NamedKind, id: string) =>
    (isMissing(id) || (!counts(what, id) && used.row(id) !== undefined)) && !adopted.has(`${what} ${id}`);
  const fresh = freshIds(newer, needs, takenIn(older, newer));
  const all = (what: NamedKind) =>
    new Map([
      ...fresh[what],
      ...same.flatMap(({ what: of, before, after }): [string, string][] =>
        of === what && !counts(what, after) ? [[after, before]] : [],
      ),
    ]);
  return {
    level: all('level'),
    sectionKind: all('sectionKind'),
    area: all('area'),
    topic: all('topic'),
    row: all('row'),
  };
}

/** The ids that are or were in use. They are collected when they are asked for: mostly no id is missing. */
function takenIn(...frameworks: readonly Framework[]): Readonly<Record<NamedKind, Set<string>>> {
  const known = new Map<NamedKind, Set<string>>();
  const taken = (what: NamedKind) => {
    const ids = known.get(what) ?? new Set<string>();
    if (known.has(what)) return ids;
    for (const framework of frameworks)
      for (const { id, formerIds = [] } of namedIn(framework, what))
        for (const each of [id, ...formerIds]) ids.add(each);
    known.set(what, ids);
    return ids;
  };
  return {
    get level() {
      return taken('level');
    },
    get sectionKind() {
      return taken('sectionKind');
    },
    get area() {
      return taken('area');
    },
    get topic() {
      return taken('topic');
    },
    get row() {
      return taken('row');
    },
  };
}

function rename(what: NamedKind, before: string, after: string): SetField {
  return { op: 'set', what, id: before, field: 'id', before, after };
}

/** Parents before children. */
function rankOf({ what }: SetField): number {
  return NAMED_KINDS.indexOf(what as NamedKind);
}
