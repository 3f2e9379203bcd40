import type { Framework } from '../model/types.ts';
import { atOnce, type Sliced } from '../slices.ts';
import { moveStatement, setCell } from './applyCells.ts';
import { setField, setTerm } from './applyFields.ts';
import { addNode, moveNode, removeNode } from './applyNodes.ts';
import type { Applied, Change, Refusal } from './change.ts';
import { Draft } from './draft.ts';

/**
 * Applies changes from first to last. Never throws: a change that does not fit is refused with its reason, and
 * the others are applied all the same. A change fits while what it is about exists and its own words are still
 * those it was made for.
 * @returns the framework after them, which shares with the one before whatever was not touched
 */
export function applyChanges(framework: Framework, changes: readonly Change[]): Applied {
  return atOnce(applying(framework, changes));
}

/** The same in slices. */
export function* applying(framework: Framework, changes: readonly Change[]): Sliced<Applied> {
  const draft = new Draft(framework);
  const refused: Refusal[] = [];
  for (const change of changes) {
    const reason = applyTo(draft, change);
    if (reason !== undefined) refused.push({ change, reason });
    yield;
  }
  return { framework: draft.finish(), refused };
}

/** Applies one change to a draft. Returns why not, if it cannot be done. */
function applyTo(draft: Draft, change: Change): string | undefined {
  if (change.op === 'add') return addNode(draft, change);
  if (change.op === 'remove') return removeNode(draft, change);
  if (change.op === 'move')
    return change.what === 'statement' ? moveStatement(draft, change) : moveNode(draft, change);
  if ('row' in change) return setCell(draft, change);
  return change.what === 'term' ? setTerm(draft, change) : setField(draft, change);
}
