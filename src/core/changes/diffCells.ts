import { normaliseStatement } from '../model/statement.ts';
import type { Row } from '../model/types.ts';
import type { Cell, CellKind, Change, MoveStatement } from './change.ts';

/** The cells of one row, as they are after the changes found so far. */
interface Cells {
  readonly statements: Map<string, string>;
  readonly blank: Map<string, string>;
  readonly notes: Map<string, string>;
}

const HOLDER = { statement: 'statements', blank: 'blank', note: 'notes' } as const;

/**
 * The changes of statements, notes and meanings of empty cells between two versions of a row.
 * @param levels the ids of the levels in order; others come after them
 */
export function diffCells(a: Row, b: Row, levels: readonly string[]): Change[] {
  if (sameCells(a, b)) return [];
  const id = b.id;
  const now: Cells = {
    statements: statementsOf(a),
    blank: new Map(a.blank),
    notes: new Map(a.notes),
  };
  const wanted: Cells = { statements: statementsOf(b), blank: new Map(b.blank), notes: new Map(b.notes) };
  const changes: Change[] = [];
  const set = (what: CellKind, level: string, after: string | undefined) => {
    const cells = now[HOLDER[what]];
    const before = cells.get(level);
    if (before === after) return;
    changes.push({ op: 'set', what, row: id, level, ...given('before', before), ...given('after', after) });
    if (after === undefined) cells.delete(level);
    else cells.set(level, after);
  };
  const order = levelsUsed(a, b, levels);

  for (const move of moves(id, now.statements, wanted.statements, order)) {
    // What an empty cell held ends before a statement comes to it, so that the inverse brings it back.
    set('blank', move.to.level, undefined);
    set('note', move.to.level, undefined);
    changes.push(move);
    carry(now, move.from, move.to);
  }
  for (const level of order) {
    if (wanted.statements.has(level) && !now.statements.has(level)) set('blank', level, undefined);
    set('statement', level, wanted.statements.get(level));
  }
  for (const what of ['blank', 'note'] as const)
    for (const level of order) set(what, level, wanted[HOLDER[what]].get(level));
  return changes;
}

/** The statements of a row that stand, word for word, at another level that was empty; in an order that works. */
export function movedStatements(a: Row, b: Row, levels: readonly string[]): MoveStatement[] {
  return moves(b.id, statementsOf(a), statementsOf(b), levelsUsed(a, b, levels));
}

function moves(
  row: string,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  order: readonly string[],
): MoveStatement[] {
  const changed = order.filter(level => before.get(level) !== after.get(level));
  const left = new Set(changed.filter(level => before.has(level)));
  let open: MoveStatement[] = [];
  for (const to of changed) {
    const text = after.get(to);
    if (text === undefined) continue;
    const from = changed.find(level => left.has(level) && before.get(level) === text);
    if (from === undefined) continue;
    left.delete(from);
    open.push({ op: 'move', what: 'statement', from: { row, level: from }, to: { row, level: to }, text });
  }
  const filled = new Set(before.keys());
  const done: MoveStatement[] = [];
  for (let found = true; found; ) {
    found = false;
    const waiting: MoveStatement[] = [];
    for (const move of open) {
      if (filled.has(move.to.level)) waiting.push(move);
      else {
        done.push(move);
        filled.delete(move.from.level);
        filled.add(move.to.level);
        found = true;
      }
    }
    open = waiting;
  }
  return done;
}

function carry(cells: Cells, from: Cell, to: Cell): void {
  for (const map of [cells.statements, cells.notes]) {
    const value = map.get(from.level);
    if (value !== undefined) map.set(to.level, value);
    map.delete(from.level);
  }
}

function sameCells(a: Row, b: Row): boolean {
  return sameTexts(a.statements, b.statements) && sameTexts(a.blank, b.blank) && sameTexts(a.notes, b.notes);
}

function sameTexts(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [level, text] of a) if (b.get(level) !== text) return false;
  return true;
}

function statementsOf(row: Row): Map<string, string> {
  const statements = new Map<string, string>();
  for (const [level, text] of row.statements) {
    const meant = normaliseStatement(text);
    if (meant !== '') statements.set(level, meant);
  }
  return statements;
}

function levelsUsed(a: Row, b: Row, levels: readonly string[]): string[] {
  const used = new Set<string>();
  for (const row of [a, b])
    for (const cells of [row.statements, row.blank, row.notes])
      for (const level of cells.keys()) used.add(level);
  return [...levels.filter(level => used.delete(level)), ...used];
}

function given<K extends string>(key: K, value: string | undefined): { [key in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: string });
}
