import { applyChanges } from '../changes/applyChanges.ts';
import type { Change } from '../changes/change.ts';
import type { Conflict, Merged } from '../changes/merge.ts';
import { indexFramework } from '../model/index.ts';
import type { Framework } from '../model/types.ts';
import { conflictId, type OpenConflict } from './openConflict.ts';
import type { Answers } from './question.ts';

/**
 * Settles the conflicts that are answered by the name of a side: that side's version is taken.
 * @returns what is merged with these versions in it, and all conflicts, each with its answer if it has one
 */
export function resolve(
  merged: Merged,
  answers: Answers,
): { framework: Framework; conflicts: OpenConflict[] } {
  let { framework } = merged;
  const conflicts = merged.conflicts.map((conflict): OpenConflict => {
    const id = conflictId(conflict);
    const answer = answers.get(id);
    const version = conflict.versions.find(each => each.side === answer);
    if (answer === undefined || !version) return { id, ...conflict };
    const change = changeTo(framework, conflict, version.value);
    if (!change) return { id, ...conflict };
    const applied = change === 'none' ? { framework, refused: [] } : applyChanges(framework, [change]);
    if (applied.refused.length > 0) return { id, ...conflict };
    framework = applied.framework;
    return { id, ...conflict, answer };
  });
  return { framework, conflicts };
}

/** The change that gives the place of a conflict a side's version; undefined if that takes more than one change. */
function changeTo(
  framework: Framework,
  conflict: Conflict,
  value: Conflict['base'],
): Change | 'none' | undefined {
  const { what, row, level, id, field } = conflict;
  if (
    row !== undefined &&
    level !== undefined &&
    (what === 'statement' || what === 'blank' || what === 'note')
  ) {
    const now = indexFramework(framework).row(row)?.row;
    if (!now || (value !== undefined && typeof value !== 'string')) return undefined;
    const before = { statement: now.statements, blank: now.blank, note: now.notes }[what].get(level);
    if (before === value) return 'none';
    return {
      op: 'set',
      what,
      row,
      level,
      ...(before !== undefined && { before }),
      ...(value !== undefined && { after: value }),
    };
  }
  if (field === undefined || field === 'place' || id === undefined) return undefined;
  const ours = conflict.versions[0]?.value;
  if (JSON.stringify(ours) === JSON.stringify(value)) return 'none';
  if (what === 'statement' || what === 'blank' || what === 'note') return undefined;
  if (what === 'term')
    return {
      op: 'set',
      what,
      id,
      ...(ours !== undefined && { before: String(ours) }),
      ...(value !== undefined && { after: String(value) }),
    };
  return {
    op: 'set',
    what,
    id,
    field,
    ...(ours !== undefined && { before: ours }),
    ...(value !== undefined && { after: value }),
  };
}
