import { sameStatement } from '../../model/equal.ts';
import { normaliseStatement } from '../../model/statement.ts';
import { setStatement, targetOf } from './cells.ts';
import type { MergeRows, SplitRow } from './command.ts';
import type { Desk } from './desk.ts';
import { addRow, inOrder } from './rows.ts';
import { changedMeanwhile, count, goneRow } from './wording.ts';

/** Parts a statement: the second part goes to a new row directly below, at the same level. */
export function splitRow(desk: Desk, { row: id, level, was, first, second }: SplitRow): string {
  const row = desk.index.row(id)?.row;
  const target = targetOf({ row: id, level });
  if (!row) {
    desk.refuse(goneRow(id), target);
    return '';
  }
  const now = row.statements.get(level);
  if (now === undefined || !sameStatement(now, was)) {
    desk.refuse(changedMeanwhile, target, now);
    return '';
  }
  const [kept, parted] = [normaliseStatement(first), normaliseStatement(second)];
  if (!kept || !parted) {
    desk.refuse('Both parts of a split need a text. Put the cursor between two words.', target);
    return '';
  }
  if (row.withdrawn) {
    desk.refuse('A withdrawn row is not split. Restore it first.', target);
    return '';
  }
  if (!sameStatement(now, kept)) setStatement(desk, row, level, now, kept);
  addRow(desk, desk.slot('row', { below: id })!, {
    statements: new Map([[level, parted]]),
    splitFrom: id,
  });
  return 'Row split: the second part stands in a new row below.';
}

/** Joins the texts of rows in one of them, in document order, and withdraws the others in its favour. */
export function mergeRows(desk: Desk, { into, rows }: MergeRows): string {
  const found = inOrder(desk, [into, ...rows]);
  const kept = found.find(row => row.id === into);
  const others = found.filter(row => row.id !== into);
  for (const row of found)
    if (row.withdrawn)
      desk.refuse('A withdrawn row is not merged. Restore it first.', { what: 'row', id: row.id });
  if (!kept || others.length === 0 || desk.refusals.length > 0) return '';
  for (const { id } of desk.framework.levels) {
    const texts = new Set<string>();
    for (const row of found) {
      const text = row.statements.get(id);
      if (text !== undefined) texts.add(normaliseStatement(text));
    }
    const now = kept.statements.get(id);
    const joined = [...texts].join('\n');
    if (!sameStatement(now, joined)) setStatement(desk, kept, id, now, joined);
  }
  const since = desk.framework.details.version;
  for (const { id } of others)
    desk.changes.push({
      op: 'set',
      what: 'row',
      id,
      field: 'withdrawn',
      after: { since, replacedBy: [into] },
    });
  const level = desk.framework.levels.find(({ id }) => found.some(row => row.statements.has(id)));
  desk.select.push({ what: 'row', id: into, ...(level && { level: level.id }) });
  return `${count(others.length, 'row')} merged into this one and withdrawn in its favour.`;
}
