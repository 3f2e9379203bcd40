import { sameStatement } from '../model/equal.ts';
import { BLANK_MEANINGS } from '../model/schema.ts';
import { normaliseStatement } from '../model/statement.ts';
import type { BlankMeaning, Row } from '../model/types.ts';
import type { MoveStatement, SetCell } from './change.ts';
import type { Draft } from './draft.ts';
import { changed, gone, nameOfCell } from './reasons.ts';

const HOLDER = { statement: 'statements', blank: 'blank', note: 'notes' } as const;

/** Sets a statement, a note or what an empty cell means. Returns why not, if it cannot be done. */
export function setCell(draft: Draft, change: SetCell): string | undefined {
  const { what, row: id, level } = change;
  const entry = draft.find('row', id);
  if (!entry) return gone('row', id);
  const row = entry.node as Row;
  const statement = what === 'statement';
  const after = statement ? normaliseStatement(change.after ?? '') || undefined : change.after;
  if (after !== undefined && !draft.find('level', level)) return gone('level', level);
  const now = row[HOLDER[what]].get(level);
  if (statement ? !sameStatement(now, change.before) : now !== change.before)
    return changed(nameOfCell(what, id, level));
  if (what === 'blank' && after !== undefined) {
    if (!isBlankMeaning(after)) return `an empty cell cannot mean \`${after}\``;
    if (row.statements.has(level)) return `a statement stands at ${id}, ${level}, so the cell is not empty`;
  }
  // What an empty cell means ends when a statement comes to stand there.
  const blank = statement && after !== undefined ? without(row.blank, level) : row.blank;
  draft.setNode(entry, { ...row, blank, [HOLDER[what]]: withCell(row[HOLDER[what]], level, after) });
  return undefined;
}

/** Moves a statement with its note to an empty cell. Returns why not, if it cannot be done. */
export function moveStatement(draft: Draft, { from, to, text }: MoveStatement): string | undefined {
  const source = draft.find('row', from.row);
  if (!source) return gone('row', from.row);
  if (!draft.find('row', to.row)) return gone('row', to.row);
  if (!draft.find('level', to.level)) return gone('level', to.level);
  const left = source.node as Row;
  const statement = left.statements.get(from.level);
  if (statement === undefined || !sameStatement(statement, text))
    return changed(nameOfCell('statement', from.row, from.level));
  const note = left.notes.get(from.level);
  const target = draft.find('row', to.row)!;
  if ((target.node as Row).statements.has(to.level))
    return `a statement stands at ${to.row}, ${to.level} already`;
  draft.setNode(source, {
    ...left,
    statements: without(left.statements, from.level),
    notes: without(left.notes, from.level),
  });
  const reached = target.node as Row;
  const noteThere = reached.notes.get(to.level);
  const notes =
    note === undefined ? reached.notes : withCell(reached.notes, to.level, joined(noteThere, note));
  draft.setNode(target, {
    ...reached,
    statements: withCell(reached.statements, to.level, statement),
    blank: without(reached.blank, to.level),
    notes,
  });
  return undefined;
}

function joined(first: string | undefined, second: string): string {
  return first === undefined ? second : `${first}\n${second}`;
}

function withCell<V>(
  map: ReadonlyMap<string, V>,
  level: string,
  value: V | undefined,
): ReadonlyMap<string, V> {
  if (value === undefined) return without(map, level);
  return new Map(map).set(level, value);
}

function without<V>(map: ReadonlyMap<string, V>, level: string): ReadonlyMap<string, V> {
  if (!map.has(level)) return map;
  const rest = new Map(map);
  rest.delete(level);
  return rest;
}

function isBlankMeaning(text: string): text is BlankMeaning {
  return BLANK_MEANINGS.some(meaning => meaning === text);
}
