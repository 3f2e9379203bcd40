import { wordsAt } from '../changes/likeness.ts';
import { eachRow } from '../model/index.ts';
import { normaliseStatement } from '../model/statement.ts';
import type { Framework, Row } from '../model/types.ts';
import type { ReturnedRow, Review, ReviewProblem } from '../sheet/returned.ts';

/** Fewer rows than this may have been written so. */
const LEAST_ROWS = 2;
/** Shorter words may stand in any row. */
const LEAST_LETTERS = 12;

/** What came back, without the ids that do not belong to their rows any more. */
export interface WithoutWrongIds {
  readonly rows: readonly ReturnedRow[];
  /** The sheets on which there were some. */
  readonly sheets: ReadonlySet<string>;
  readonly problems: readonly ReviewProblem[];
}

/**
 * Finds sheets whose words were moved without the hidden ids: only some columns were sorted, or cells were shifted
 * instead of rows. That is so where rows say, word for word, what others were sent with, which say it no more. On such
 * a sheet an id holds where the words are its own; all other rows have lost theirs.
 */
export function withoutWrongIds(base: Framework, review: Review): WithoutWrongIds {
  const { rows } = review;
  if (review.byStatement) return { rows, sheets: new Set(), problems: [] };
  const known = new Map(Array.from(eachRow(base), ({ row }) => [row.id, row]));
  const moved = movedWords(known, rows);
  const sheets = new Set([...moved].flatMap(([sheet, count]) => (count < LEAST_ROWS ? [] : [sheet])));
  if (sheets.size === 0) return { rows, sheets, problems: [] };
  const problems = [...sheets].map(
    (sheet): ReviewProblem => ({
      code: 'ids-left-behind',
      place: sheet,
      message: `The words of ${moved.get(sheet)} rows stand in other rows than they were sent in, and the hidden ids did not go along, as when only some columns are sorted or cells are shifted. The rows were told by their words. Check that this is meant; sort, move and delete whole rows.`,
    }),
  );
  const first = new Map<string, string>();
  return {
    rows: rows.map(row => {
      if (row.rowId === undefined) return row;
      const own = known.get(row.rowId);
      if (sheets.has(row.sheet) && own && !saysAsSent(row, own)) return withoutId(row);
      const { copyOf: _first, ...rest } = row;
      const before = first.get(row.rowId);
      if (before === undefined) first.set(row.rowId, row.place);
      return before === undefined ? rest : { ...rest, copyOf: before };
    }),
    sheets,
    problems,
  };
}

/** How many rows of each sheet say what another row was sent with, while that one says it no more. */
function movedWords(known: ReadonlyMap<string, Row>, rows: readonly ReturnedRow[]): Map<string, number> {
  const strangers: ReturnedRow[] = [];
  const own = new Set<string>();
  for (const row of rows) {
    const sent = known.get(row.rowId ?? '');
    if (sent && saysAsSent(row, sent)) own.add(sent.id);
    else strangers.push(row);
  }
  const counts = new Map<string, number>();
  if (strangers.length < LEAST_ROWS) return counts;
  // Only what is said nowhere as it was sent can have been moved.
  const missing = [...known.values()].filter(({ id }) => !own.has(id));
  const byLevels = new Map<string, Map<string, string | undefined>>();
  for (const row of strangers) {
    const words = wordsOf(row);
    if (!known.has(row.rowId ?? '') || words.length < LEAST_LETTERS) continue;
    const levels = [...row.statements.keys()];
    const name = JSON.stringify(levels);
    const index = byLevels.get(name) ?? indexOf(missing, levels);
    byLevels.set(name, index);
    const id = index.get(words);
    if (id !== undefined) counts.set(row.sheet, (counts.get(row.sheet) ?? 0) + 1);
  }
  return counts;
}

/** The rows by what they were sent with; undefined where several say the same. */
function indexOf(rows: readonly Row[], levels: readonly string[]): Map<string, string | undefined> {
  const index = new Map<string, string | undefined>();
  for (const { id, statements } of rows) {
    const words = wordsAt(statements, levels);
    index.set(words, index.has(words) ? undefined : id);
  }
  return index;
}

function wordsOf({ statements }: ReturnedRow): string {
  return wordsAt(statements, statements.keys());
}

/** Most rows do, word for word, which is told without putting their words together. */
function saysAsSent({ statements }: ReturnedRow, sent: Row): boolean {
  for (const [level, text] of statements) {
    const before = sent.statements.get(level) ?? '';
    if (text !== before && normaliseStatement(text) !== normaliseStatement(before)) return false;
  }
  return true;
}

/** What the hidden columns say is of another row. */
function withoutId(row: ReturnedRow): ReturnedRow {
  const { rowId: _row, topicId: _topic, kind: _kind, areaId: _area, copyOf: _copy, ...rest } = row;
  return rest;
}
