import type { AddNode, Change, SetCell, SetField, SetTerm } from './change.ts';
import type { Matching } from './match/matching.ts';

/** What a change is for a reader. */
export type ChangeKind =
  | 'added'
  | 'removed'
  | 'withdrawn'
  | 'reworded'
  | 'moved'
  | 'relevelled'
  | 'split'
  | 'merged'
  | 'renamed'
  | 'changed';

/**
 * What each change of a list is for a reader. The list is looked at as a whole: a row that was withdrawn in
 * favour of one whose words changed at the same time was merged into it.
 * @param origins what is known, beyond what the changes say, of rows that were split from or merged into others
 * @returns one kind a change, in the order of the list
 */
export function kindsOf(
  changes: readonly Change[],
  origins?: Pick<Matching, 'splits' | 'merges'>,
): ChangeKind[] {
  const edited = new Set<string>();
  for (const change of changes)
    if (change.what === 'statement') edited.add('row' in change ? change.row : change.to.row);
  return changes.map(change => {
    const kind = kindOf(change);
    if (change.what === 'row' && kind === 'added' && origins?.splits.has(change.id)) return 'split';
    if (change.what === 'row' && kind === 'removed' && origins?.merges.has(change.id)) return 'merged';
    return kind === 'withdrawn' && replacementsIn(change).some(id => edited.has(id)) ? 'merged' : kind;
  });
}

/** What a change is for a reader, as far as it alone can tell. */
export function kindOf(change: Change): ChangeKind {
  switch (change.op) {
    case 'add':
      return isSplit(change) ? 'split' : 'added';
    case 'remove':
      return 'removed';
    case 'move':
      return change.what === 'statement' && change.from.row === change.to.row ? 'relevelled' : 'moved';
    case 'set':
      return 'field' in change ? kindOfField(change) : kindOfText(change);
  }
}

function kindOfField({ field, before, after }: SetField): ChangeKind {
  if (field === 'withdrawn' && before === undefined) return 'withdrawn';
  if (field === 'splitFrom' && before === undefined) return 'split';
  return (field === 'title' || field === 'id') && after !== undefined ? 'renamed' : 'changed';
}

function kindOfText({ what, before, after }: SetCell | SetTerm): ChangeKind {
  if (what !== 'statement' && what !== 'term') return 'changed';
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'reworded';
}

function isSplit({ after }: AddNode): boolean {
  return 'splitFrom' in after && after.splitFrom !== undefined;
}

function replacementsIn(change: Change): readonly string[] {
  if (change.op !== 'set' || !('field' in change)) return [];
  const { after } = change;
  if (typeof after !== 'object' || !('replacedBy' in after)) return [];
  const { replacedBy } = after;
  return Array.isArray(replacedBy) ? (replacedBy as readonly string[]) : [];
}
