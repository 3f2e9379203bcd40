import type { CellKind } from '../../changes/change.ts';
import { sameStatement } from '../../model/equal.ts';
import { normaliseStatement } from '../../model/statement.ts';
import type { Row } from '../../model/types.ts';
import type { MatrixTarget } from '../target.ts';
import type { CellText, MoveStatementTo, SetBlanks, SetNote, SetTexts } from './command.ts';
import type { Desk } from './desk.ts';
import { addRows } from './rows.ts';
import { changedMeanwhile, count, goneLevel, goneRow, levelName } from './wording.ts';

/** Sets texts, each refused only where that very text has changed meanwhile. */
export function setTexts(desk: Desk, { cells, append }: SetTexts): string {
  const seen = new Set<string>();
  let set = 0;
  let cleared = 0;
  for (const cell of cells) {
    const row = cellOf(desk, cell);
    if (!row) continue;
    const target = targetOf(cell);
    const key = JSON.stringify([cell.row, cell.level]);
    if (seen.has(key)) {
      desk.refuse('Two texts were given for this cell; the first was taken.', target);
      continue;
    }
    seen.add(key);
    const now = row.statements.get(cell.level);
    const after = normaliseStatement(cell.text);
    if (sameStatement(now, after)) continue;
    if (!sameStatement(now, cell.was)) {
      desk.refuse(changedMeanwhile, target, now);
      continue;
    }
    setStatement(desk, row, cell.level, now, after || undefined);
    if (after) set++;
    else cleared++;
    if (cells.length === 1) desk.select.push(target);
  }
  const added = append ? addRows(desk, append.to, append.rows) : 0;
  return sentence([
    set > 0 && `${count(set, 'cell')} changed`,
    cleared > 0 && `${count(cleared, 'cell')} cleared`,
    added > 0 && `${count(added, 'row')} added`,
  ]);
}

/** Says what empty cells mean. */
export function setBlanks(desk: Desk, { cells, meaning }: SetBlanks): string {
  let set = 0;
  for (const cell of new Map(cells.map(cell => [JSON.stringify([cell.row, cell.level]), cell])).values()) {
    const row = cellOf(desk, cell);
    if (!row) continue;
    if (row.statements.has(cell.level)) {
      desk.refuse('A statement stands here, so the cell is not empty.', targetOf(cell));
      continue;
    }
    const now = row.blank.get(cell.level);
    if (now === (meaning ?? undefined)) continue;
    setCell(desk, 'blank', cell, now, meaning ?? undefined);
    set++;
  }
  return sentence([set > 0 && `${count(set, 'empty cell')} ${meaning ? 'marked' : 'no longer marked'}`]);
}

/** Sets or takes away a maintainer's note. */
export function setNote(desk: Desk, { target, was, text }: SetNote): string {
  const after = normaliseStatement(text) || undefined;
  const { what, id, level } = target;
  if (what === 'row' && level !== undefined) {
    const row = cellOf(desk, { row: id, level });
    if (!row) return '';
    const now = row.notes.get(level);
    if (!mayReplace(desk, target, now, was, after)) return '';
    setCell(desk, 'note', { row: id, level }, now, after);
  } else {
    const node = desk.node(what, id);
    if (!node) {
      desk.refuse(`The ${what} is no longer there.`, target);
      return '';
    }
    if (!mayReplace(desk, target, node.note, was, after)) return '';
    desk.changes.push({
      op: 'set',
      what,
      id,
      field: 'note',
      ...(node.note !== undefined && { before: node.note }),
      ...(after !== undefined && { after }),
    });
  }
  desk.select.push(target);
  return after === undefined ? 'Note removed.' : 'Note written.';
}

/** Moves a statement to an empty cell. */
export function moveStatementTo(desk: Desk, { from, was, to }: MoveStatementTo): string {
  const source = cellOf(desk, from);
  const target = source && cellOf(desk, to);
  if (!source || !target) return '';
  const text = source.statements.get(from.level);
  if (text === undefined || !sameStatement(text, was)) {
    desk.refuse(changedMeanwhile, targetOf(from), text);
    return '';
  }
  if (from.row === to.row && from.level === to.level) return '';
  const there = target.statements.get(to.level);
  if (there !== undefined) {
    desk.refuse(
      `A statement stands at ${levelName(desk.framework, to.level)} already. Move or clear that one first.`,
      targetOf(to),
      there,
    );
    return '';
  }
  const cell = ({ row, level }: { row: string; level: string }) => ({ row, level });
  const [note, noteThere] = [source.notes.get(from.level), target.notes.get(to.level)];
  // A statement takes its note along. One that is there already is set aside, so that the inverse leaves it there.
  const setAside = noteThere !== undefined;
  if (setAside && note !== undefined) setCell(desk, 'note', from, note, undefined);
  if (setAside) setCell(desk, 'note', to, noteThere, undefined);
  endBlank(desk, target, to.level);
  desk.changes.push({ op: 'move', what: 'statement', from: cell(from), to: cell(to), text });
  if (setAside)
    setCell(desk, 'note', to, undefined, note === undefined ? noteThere : `${noteThere}\n${note}`);
  desk.select.push(targetOf(to));
  return `Statement moved to ${levelName(desk.framework, to.level)}.`;
}

/** Sets a statement; what the empty cell was said to mean ends with it. */
export function setStatement(
  desk: Desk,
  row: Row,
  level: string,
  before: string | undefined,
  after: string | undefined,
): void {
  if (after !== undefined) endBlank(desk, row, level);
  setCell(desk, 'statement', { row: row.id, level }, before, after);
}

/** Tells the end of a blank by a change of its own, so that the inverse gives it back. */
function endBlank(desk: Desk, row: Row, level: string): void {
  const blank = row.blank.get(level);
  if (blank !== undefined) setCell(desk, 'blank', { row: row.id, level }, blank, undefined);
}

/** Sets what stands at a cell. */
export function setCell(
  desk: Desk,
  what: CellKind,
  { row, level }: { readonly row: string; readonly level: string },
  before: string | undefined,
  after: string | undefined,
): void {
  desk.changes.push({
    op: 'set',
    what,
    row,
    level,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  });
}

/** The row of a cell; refuses where there is no such cell any more. */
function cellOf(desk: Desk, cell: Pick<CellText, 'row' | 'level'>): Row | undefined {
  const row = desk.index.row(cell.row)?.row;
  if (!row) desk.refuse(goneRow(cell.row), targetOf(cell));
  else if (!desk.index.level(cell.level)) desk.refuse(goneLevel(cell.level), targetOf(cell));
  else return row;
  return undefined;
}

function mayReplace(
  desk: Desk,
  target: MatrixTarget,
  now: string | undefined,
  was: string | undefined,
  after: string | undefined,
): boolean {
  if (sameStatement(now, after)) return false;
  if (sameStatement(now, was)) return true;
  desk.refuse('The note has changed meanwhile, so it was left as it is now.', target, now);
  return false;
}

export function targetOf({ row, level }: { readonly row: string; readonly level: string }): MatrixTarget {
  return { what: 'row', id: row, level };
}

/** Parts of what was done as one sentence; empty where there is none. */
function sentence(parts: readonly (string | false)[]): string {
  const said = parts.filter(part => part !== false).join(', ');
  return said && `${said}.`;
}
