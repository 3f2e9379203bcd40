import type { Change } from '../changes/change.ts';
import { describeChange } from '../changes/describe.ts';
import { diffing } from '../changes/diff.ts';
import type { Side } from '../changes/merge.ts';
import type { Framework } from '../model/types.ts';
import type { Sliced } from '../slices.ts';
import { ChangesAbout } from './changesAbout.ts';
import type { OpenConflict } from './openConflict.ts';

/** What one side of a conflict did, of what the conflict is about. */
export interface Deed {
  /** For people, without a full stop. */
  readonly sentence: string;
  /** Of a statement: what it was, and what the side made of it; absent: nothing. */
  readonly before?: string;
  readonly after?: string;
}

/** So many conflicts are looked at before others may have a turn. */
const AT_A_TIME = 64;

/** Says of each side of the conflicts what it did, by its changes to what all sides come from. */
export function* describingSides(
  base: Framework,
  sides: readonly Side[],
  conflicts: readonly OpenConflict[],
): Sliced<OpenConflict[]> {
  const changes = new Map<string, ChangesAbout>();
  const described: OpenConflict[] = [];
  for (const [at, conflict] of conflicts.entries()) {
    if (at % AT_A_TIME === 0) yield;
    const { id: _, node, ...about } = conflict;
    const versions: OpenConflict['versions'][number][] = [];
    for (const version of conflict.versions) {
      const side = sides.find(({ name }) => name === version.side);
      if (side && !changes.has(side.name))
        changes.set(side.name, new ChangesAbout(yield* diffing(base, side.framework)));
      const own = side && changes.get(side.name);
      const named = { ...about, ...(node !== undefined && { id: node }) };
      const done = own?.of(named) ?? [];
      // Who did nothing to a topic itself did something in it.
      const within = done.length === 0 && side ? (own?.within(named, [base, side.framework]) ?? []) : [];
      const deeds = [...done, ...within].map(change => deedOf(change, base, side!.framework));
      const state = withdrawal(conflict, version.value !== undefined);
      versions.push({ ...version, deeds: state ? [state, ...deeds] : deeds });
    }
    described.push({ ...conflict, versions });
  }
  return described;
}

function deedOf(change: Change, base: Framework, side: Framework): Deed {
  const sentence = describeChange(change, base, side);
  if (change.op !== 'set' || change.what !== 'statement') return { sentence };
  const { before, after } = change;
  return { sentence, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

/** Where the question is whether something is withdrawn, a side that says nothing of it did not withdraw it. */
function withdrawal({ field }: OpenConflict, isWithdrawn: boolean): Deed | undefined {
  return field === 'withdrawn' && !isWithdrawn ? { sentence: 'Not withdrawn' } : undefined;
}
