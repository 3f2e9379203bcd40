import type { RawRow, RawSheet } from './raw.ts';
import { headKey, ID_HEADS, SECTION_HEAD, TOPIC_HEAD } from './scope.ts';

/** What a column holds, other than a level's statements. */
export type Role = keyof typeof ID_HEADS | 'section' | 'topic';

/** The heads of a table as they were found. */
export interface Head {
  /** The number of its row. */
  readonly row: number;
  /** Column numbers, in whatever order the columns stand now. */
  readonly roles: ReadonlyMap<Role, number>;
  /** Level id → column number, from left to right. */
  readonly levels: ReadonlyMap<string, number>;
  /** Columns whose head is not understood, and those that say the same as one before them. */
  readonly unknown: readonly { readonly column: number; readonly text: string; readonly doubled: boolean }[];
}

/** A level, by the head of its column. */
export interface HeadLevel {
  readonly id: string;
  readonly head: string;
}

/** A head further down than this is not looked for. */
export const DEEPEST = 60;

const ROLES: readonly (readonly [string, Role])[] = [
  ...(Object.keys(ID_HEADS) as (keyof typeof ID_HEADS)[]).map(role => [ID_HEADS[role], role] as const),
  [SECTION_HEAD, 'section'],
  [TOPIC_HEAD, 'topic'],
];

/**
 * Finds the heads of a sheet's table by their texts, wherever they stand and in whatever order.
 * @returns `undefined` if no row has at least two heads that are known, one of them a topic's, a row id's or a level's
 */
export function findHead(sheet: RawSheet, levels: readonly HeadLevel[]): Head | undefined {
  const known = new Map<string, { role: Role } | { level: string }>();
  // The id is understood, too, in tables made by hand; what the sent heads say goes first.
  for (const { id } of levels) known.set(headKey(id), { level: id });
  for (const { id, head } of levels) known.set(headKey(head), { level: id });
  for (const [text, role] of ROLES) known.set(headKey(text), { role });
  let best: Head | undefined;
  let most = 1;
  for (const row of sheet.rows) {
    if (row.row > DEEPEST) break;
    const head = readHead(row, known);
    const count = head.roles.size + head.levels.size;
    if (count > most && (head.roles.has('topic') || head.roles.has('row') || head.levels.size > 0)) {
      best = head;
      most = count;
    }
    // None can have more heads than there are.
    if (most === levels.length + ROLES.length) break;
  }
  return best;
}

function readHead(row: RawRow, known: ReadonlyMap<string, { role: Role } | { level: string }>): Head {
  const roles = new Map<Role, number>();
  const levels = new Map<string, number>();
  const unknown: { column: number; text: string; doubled: boolean }[] = [];
  for (const { column, text } of row.cells) {
    if (text.trim() === '') continue;
    const meaning = known.get(headKey(text));
    if (meaning && 'role' in meaning && !roles.has(meaning.role)) roles.set(meaning.role, column);
    else if (meaning && 'level' in meaning && !levels.has(meaning.level)) levels.set(meaning.level, column);
    else unknown.push({ column, text, doubled: meaning !== undefined });
  }
  return { row: row.row, roles, levels, unknown };
}
