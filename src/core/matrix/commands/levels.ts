import { usesLevel } from '../../changes/applyNodes.ts';
import { slug } from '../../model/ids.ts';
import { eachRow } from '../../model/index.ts';
import { normaliseLine } from '../../model/statement.ts';
import { setCell } from './cells.ts';
import type { InsertLevel, RemoveLevel } from './command.ts';
import type { Desk } from './desk.ts';
import { count, goneLevel, gonePlace } from './wording.ts';

/** Adds a level, empty in every row. */
export function insertLevel(desk: Desk, { to, title }: InsertLevel): string {
  const slot = desk.slot('level', to);
  const name = normaliseLine(title);
  if (!slot) desk.refuse(gonePlace);
  else if (!name) desk.refuse('A level needs a title.');
  else {
    const id = newLevelId(desk, name);
    desk.add(slot, id, { id, title: name, extra: new Map() });
    return `Level “${name}” added.`;
  }
  return '';
}

/** Removes a level with all that stands at it, if that is what was agreed to. */
export function removeLevel(desk: Desk, { level: id, statements }: RemoveLevel): string {
  const level = desk.index.level(id);
  if (!level) {
    desk.refuse(goneLevel(id));
    return '';
  }
  if (desk.framework.levels.length === 1) {
    desk.refuse('A framework needs at least one level. Rename this one instead.');
    return '';
  }
  const rows = Array.from(eachRow(desk.framework), ({ row }) => row).filter(row => usesLevel(row, id));
  const stated = rows.filter(row => row.statements.has(id)).length;
  if (stated !== statements) {
    desk.refuse(
      `${level.title} holds ${count(stated, 'statement')} now, not ${statements}. Look again before you remove it.`,
    );
    return '';
  }
  for (const row of rows) {
    const cell = { row: row.id, level: id };
    const { statements, blank, notes } = row;
    if (statements.has(id)) setCell(desk, 'statement', cell, statements.get(id), undefined);
    if (blank.has(id)) setCell(desk, 'blank', cell, blank.get(id), undefined);
    if (notes.has(id)) setCell(desk, 'note', cell, notes.get(id), undefined);
  }
  desk.remove('level', id, level);
  return stated === 0
    ? `Level “${level.title}” removed.`
    : `Level “${level.title}” removed with ${count(stated, 'statement')}.`;
}

/** An id that no level has or had, and that no row uses: made from the title, with a number where it must be. */
function newLevelId(desk: Desk, title: string): string {
  const known = desk.framework.levels.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]);
  const taken = new Set([...known, ...(desk.context.published?.level ?? [])]);
  const wanted = slug(title) || 'level';
  for (let nth = 1; ; nth++) {
    const id = nth === 1 ? wanted : `${wanted}-${nth}`;
    if (!taken.has(id)) return id;
  }
}
