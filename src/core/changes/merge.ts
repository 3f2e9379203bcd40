import type { Framework } from '../model/types.ts';
import { atOnce, type Sliced } from '../slices.ts';
import { type Conflict, conflictsIn } from './merge/conflict.ts';
import { MergeContext } from './merge/context.ts';
import { mergeIds } from './merge/mergeIds.ts';
import { mergingNodes } from './merge/mergeNodes.ts';
import { mergeOwnWords } from './merge/mergeWords.ts';
import { withoutSharedRows } from './sharedRows.ts';

export type { Conflict } from './merge/conflict.ts';

/** One version to be merged. */
export interface Side {
  /** What people know it by: `ours`, the name of a reviewer. */
  readonly name: string;
  readonly framework: Framework;
}

export interface Merged {
  /** All that fits together; where there is a conflict, what the first side has. */
  readonly framework: Framework;
  readonly conflicts: readonly Conflict[];
}

/**
 * Brings several versions that go back to the same base together. What one side changed, or several changed in
 * the same way, is taken; what they changed differently is a conflict and is never decided here. Without
 * conflicts the result does not depend on the order of the sides.
 * @param base what all sides come from
 * @param sides two for a merge in three ways; with one, the result means that one
 */
export function merge(base: Framework, sides: readonly Side[]): Merged {
  return atOnce(merging(base, sides));
}

/** The same in slices. */
export function* merging(base: Framework, sides: readonly Side[]): Sliced<Merged> {
  const changed = sides.filter(side => side.framework !== base);
  if (changed.length < 2) return { framework: changed[0]?.framework ?? base, conflicts: [] };
  const lighter = withoutSharedRows([base, ...sides.map(side => side.framework)]);
  yield;
  if (lighter) {
    const [lightBase, ...light] = lighter.versions;
    const context = new MergeContext(
      lightBase!,
      sides.map(({ name }, at) => ({ name, framework: light[at]! })),
    );
    // An id that changed may be referred to anywhere, and a conflict about what holds rows is about all of them.
    if (!context.renames) {
      const { framework, conflicts } = yield* mergingWith(context);
      yield;
      if (!conflicts.some(({ what }) => HOLDERS.has(what)))
        return { framework: lighter.restored(framework), conflicts };
    }
  }
  return yield* mergingWith(new MergeContext(base, sides));
}

const HOLDERS: ReadonlySet<string> = new Set(['sectionKind', 'area', 'section', 'topic']);

/**
 * The same merge as its first side would have it: what is in conflict is as that side has it, and what it removed is
 * gone. So is what another side added to that; what another moved into it is where the first side has it.
 */
export function mergeInFavour(base: Framework, sides: readonly [Side, ...Side[]]): Framework {
  return atOnce(mergingIn(new MergeContext(base, sides, true))).framework;
}

function* mergingWith(context: MergeContext): Sliced<Merged> {
  const { framework, idNow } = yield* mergingIn(context);
  return { framework, conflicts: conflictsIn(context.found, idNow) };
}

function* mergingIn(context: MergeContext): Sliced<ReturnType<typeof mergeIds>> {
  yield;
  const words = mergeOwnWords(context);
  const nodes = yield* mergingNodes(context, words);
  yield;
  return mergeIds(context, nodes);
}
