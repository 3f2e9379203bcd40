import { applyChanges } from '../changes/applyChanges.ts';
import type { Change, ListedKind, RemoveNode } from '../changes/change.ts';
import { diffing } from '../changes/diff.ts';
import { standing } from '../changes/diffLists.ts';
import { Draft } from '../changes/draft.ts';
import type { Conflict, Merged, Side } from '../changes/merge.ts';
import { LISTED_KINDS } from '../changes/tree.ts';
import type { Framework } from '../model/types.ts';
import type { Sliced } from '../slices.ts';
import { isAbout } from './changesAbout.ts';
import { type OpenConflict, openConflict } from './openConflict.ts';
import type { Answers } from './question.ts';

/**
 * Settles the conflicts that are answered by the name of a side: what the conflict is about becomes as that side
 * has it. A conflict about a whole node, or about its withdrawal, takes the node's words along. In slices.
 * @returns what is merged with these versions in it, and all conflicts, each with its answer if that settles it
 */
export function* resolving(
  merged: Merged,
  sides: readonly Side[],
  answers: Answers,
): Sliced<{ framework: Framework; conflicts: OpenConflict[] }> {
  let { framework } = merged;
  const conflicts: OpenConflict[] = [];
  for (const conflict of merged.conflicts) {
    const open = openConflict(conflict);
    const answer = answers.get(open.id);
    const side = sides.find(each => each.name === answer);
    const isAnswered = side && conflict.versions.some(version => version.side === answer);
    const wanted = isAnswered
      ? (placed(framework, side.framework, conflict) ??
        (yield* changesTo(framework, side.framework, conflict)))
      : undefined;
    const applied = wanted && applyChanges(framework, wanted);
    if (applied && applied.refused.length === 0) {
      framework = applied.framework;
      conflicts.push(openConflict(conflict, answer));
    } else conflicts.push(open);
  }
  return { framework, conflicts };
}

/**
 * The change that puts a node where a side has it, if that is what a conflict is about. A comparison of the two may
 * move its neighbours instead.
 */
function placed(framework: Framework, side: Framework, { what, id, field }: Conflict): Change[] | undefined {
  if (field !== 'place' || id === undefined || !isListed(what)) return undefined;
  const [now, then] = [new Draft(framework), new Draft(side)];
  const [entry, wanted] = [now.find(what, id), then.find(what, id)];
  if (!entry || !wanted) return undefined;
  return [{ op: 'move', what, id, from: standing(entry, now), to: standing(wanted, then) }];
}

function isListed(what: Conflict['what']): what is ListedKind {
  return LISTED_KINDS.some(kind => kind === what);
}

/** The changes that make what a conflict is about as a side has it. */
function* changesTo(framework: Framework, side: Framework, conflict: Conflict): Sliced<Change[]> {
  const changes = yield* diffing(framework, side);
  const goes = new Set<Change>();
  const gone = new Set<string>();
  // Containers stand behind what they hold, so from the end: what is in a container that goes, goes with it.
  for (const change of [...changes].reverse()) {
    if (change.op !== 'remove' && !(change.op === 'move' && change.what !== 'statement')) continue;
    // A topic may have the id of an area.
    const inside = Object.entries(change.from).some(([kind, id]) => gone.has(`${kind} ${id}`));
    if (!inside && !(change.op === 'remove' && isAbout(change, conflict))) continue;
    goes.add(change);
    if (change.op === 'remove') gone.add(`${change.what} ${(change as RemoveNode).id}`);
  }
  return changes.filter(change => goes.has(change) || isAbout(change, conflict));
}
