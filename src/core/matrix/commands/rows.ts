import { newRowId } from '../../model/ids.ts';
import { normaliseStatement } from '../../model/statement.ts';
import type { Row } from '../../model/types.ts';
import type { CommandPlace, DuplicateRows, InsertRows, NewRow } from './command.ts';
import type { Desk, Slot } from './desk.ts';
import { count, goneLevel, gonePlace, goneRow } from './wording.ts';

/** Adds new rows in a row. */
export function insertRows(desk: Desk, { to, rows }: InsertRows): string {
  const added = addRows(desk, to, rows);
  return added === 0 ? '' : added === 1 ? 'Row added.' : `${count(added, 'row')} added.`;
}

/** Copies rows to directly below the last of them. */
export function duplicateRows(desk: Desk, { rows }: DuplicateRows): string {
  const found = inOrder(desk, rows);
  const last = found.at(-1);
  const slot = last && desk.slot('row', { below: last.id });
  if (!slot) return '';
  found.forEach(({ statements, blank }, nth) => {
    addRow(desk, { ...slot, index: slot.index + nth }, { statements, blank });
  });
  return found.length === 1 ? 'Row duplicated.' : `${count(found.length, 'row')} duplicated.`;
}

/**
 * Adds new rows at a place, or refuses where that is gone.
 * @returns how many were added
 */
export function addRows(desk: Desk, to: CommandPlace, rows: readonly NewRow[]): number {
  const slot = desk.slot('row', to);
  if (!slot) {
    desk.refuse(gonePlace);
    return 0;
  }
  rows.forEach((row, nth) => {
    addRow(desk, { ...slot, index: slot.index + nth }, { statements: statementsOf(desk, row) });
  });
  return rows.length;
}

/**
 * Adds one row to a topic, with a new id.
 * @returns its id
 */
export function addRow(
  desk: Desk,
  slot: Slot,
  {
    statements,
    blank = new Map(),
    splitFrom,
  }: Pick<Row, 'statements'> & Partial<Pick<Row, 'blank' | 'splitFrom'>>,
): string {
  const taken = desk.taken('row');
  // Rows without a text would all have the same id: those that two people add must not collide.
  const content = statements.size > 0 ? statements : new Map([['', desk.context.salt]]);
  const id = newRowId({ id: slot.parent! }, { statements: content }, taken);
  taken.add(id);
  const row: Row = {
    id,
    statements,
    blank,
    notes: new Map(),
    extra: new Map(),
    ...(splitFrom !== undefined && { splitFrom }),
  };
  desk.add(slot, id, row);
  const level = desk.framework.levels.find(level => statements.has(level.id));
  desk.select.push({ what: 'row', id, ...(level && { level: level.id }) });
  return id;
}

function statementsOf(desk: Desk, { texts }: NewRow): Map<string, string> {
  const statements = new Map<string, string>();
  for (const { level, text } of texts) {
    const statement = normaliseStatement(text);
    if (!statement) continue;
    if (desk.index.level(level)) statements.set(level, statement);
    else desk.refuse(goneLevel(level), undefined, statement);
  }
  return statements;
}

/** The rows of these ids in document order, each once; refuses those that are gone. */
export function inOrder(desk: Desk, ids: readonly string[]): Row[] {
  const wanted = new Set(ids);
  const found: Row[] = [];
  for (const area of desk.framework.areas)
    for (const section of area.sections)
      for (const topic of section.topics)
        for (const row of topic.rows) if (wanted.delete(row.id)) found.push(row);
  for (const id of wanted) desk.refuse(goneRow(id), { what: 'row', id });
  return found;
}
