import type { Change } from '../changes/change.ts';
import { isRootKind, parentIn } from '../changes/tree.ts';

/** Whether the crosswalk tells of a change, so that nobody needs to be told again. */
export function isAboutStatements(change: Change): boolean {
  return change.what === 'statement' || change.what === 'row';
}

/** Keys that say nothing to a reader of the standard: how the file is kept, or what a heading says anyway. */
const KEPT_FOR_MAINTAINERS = new Set([
  'id',
  'formerIds',
  'note',
  'version',
  'status',
  'date',
  'fingerprint',
  'supersedes',
]);

/** Whether a change means nothing to a reader of the standard: notes, ids, order alone. */
export function isOfNoConcern(change: Change): boolean {
  if (change.what === 'note') return true;
  if (change.op === 'move' && change.what !== 'statement') {
    const sameParent = isRootKind(change.what)
      ? change.what !== 'level'
      : parentIn(change.from, change.what) === parentIn(change.to, change.what);
    return sameParent;
  }
  return (
    change.op === 'set' &&
    'field' in change &&
    (KEPT_FOR_MAINTAINERS.has(change.field) || change.field.startsWith('x-'))
  );
}
