import { ALIKE, bagOf, likeness, type WordBag, wordsAt } from '../changes/likeness.ts';
import { eachRow, type RowAt } from '../model/index.ts';
import type { Framework } from '../model/types.ts';
import type { ReturnedRow, Review, ReviewProblem } from '../sheet/returned.ts';
import { idsByFormer } from './formerIds.ts';
import { withoutWrongIds } from './leftBehind.ts';
import type { TopicFinder } from './locateRow.ts';

/** What came back, with each row that is a row of the base under the id that it has there. */
export interface MatchedRows {
  /** Rows without a known id are new, or stand in `unmatched`. */
  readonly rows: readonly ReturnedRow[];
  /** Rows like none that was sent, on sheets that have lost their ids: new ones, or known ones in new words. */
  readonly unmatched: ReadonlySet<ReturnedRow>;
  /** Rows of the base that were sent and are not among the rows. */
  readonly absent: readonly string[];
  readonly problems: readonly ReviewProblem[];
}

/**
 * Finds out which rows of the base the returned rows are: by their ids and former ids, else word for word among
 * the rows that are missing, else, on a sheet that has lost its ids, by the likeness of their words within a topic.
 */
export function matchRows(base: Framework, review: Review, finder: TopicFinder): MatchedRows {
  const { rows, sheets, problems } = withoutWrongIds(base, review);
  const matched = new Matching(base, { ...review, rows }, finder, sheets).read();
  return { ...matched, problems: [...problems, ...matched.problems] };
}

class Matching {
  readonly #review: Review;
  readonly #finder: TopicFinder;
  /** Sheets on which some rows have lost their ids. */
  readonly #leftBehind: ReadonlySet<string>;
  readonly #known = new Map<string, RowAt>();
  /** Row id → the levels at which it came back. Lines of a table in CSV hold one level each. */
  readonly #found = new Map<string, Set<string>>();
  readonly #matched = new Map<ReturnedRow, string>();
  readonly #problems: ReviewProblem[] = [];
  /** Row id and levels → the words there. */
  readonly #bags = new Map<string, WordBag>();
  readonly #exact = new Map<string, Map<string, string[]>>();

  constructor(base: Framework, review: Review, finder: TopicFinder, leftBehind: ReadonlySet<string>) {
    this.#review = review;
    this.#finder = finder;
    this.#leftBehind = leftBehind;
    for (const at of eachRow(base)) this.#known.set(at.row.id, at);
    const ids = idsByFormer([...this.#known.values()].map(({ row }) => row));
    const levels = new Set(base.levels.map(level => level.id));
    for (const row of review.rows) {
      if (row.rowId === undefined) continue;
      const id = this.#known.has(row.rowId) ? row.rowId : ids.get(row.rowId);
      if (id === undefined) continue;
      this.#matched.set(row, id);
      this.#found.set(id, levels);
    }
  }

  read(): MatchedRows {
    const absent = new Set(this.#review.absentRows.map(each => each.row));
    const lost = this.#lostSheets();
    const open: ReturnedRow[] = [];
    for (const row of this.#review.rows) {
      if (this.#matched.has(row)) continue;
      const pool = row.rowId === undefined ? lost.get(row.sheet) : undefined;
      if (!this.#matchWords(row, id => absent.has(id) || (pool?.has(id) ?? false)) && pool) open.push(row);
    }
    // A table with no id at all may hold nothing but new rows.
    const certain = new Set([...this.#matched.keys()].map(row => row.sheet));
    const hasIds = new Map(this.#review.sheets.map(sheet => [sheet.name, sheet.hasIds]));
    const unknown = open.filter(row => !hasIds.get(row.sheet) || certain.has(row.sheet));
    for (const sheet of new Set(unknown.map(row => row.sheet)))
      this.#matchLikeness(
        unknown.filter(row => row.sheet === sheet),
        lost.get(sheet)!,
      );
    this.#reportUnsent();
    return this.#result(new Set(unknown.filter(row => !this.#matched.has(row))), absent, lost);
  }

  /** Says what was made of rows with ids that were not in the workbook as it was sent. */
  #reportUnsent(): void {
    const sent = this.#review.sent?.areas.flatMap(({ topics }) => topics.flatMap(({ rows }) => rows));
    if (!sent) return;
    const known = new Set(sent);
    const said = new Set<string>();
    for (const row of this.#review.rows) {
      const { rowId, place } = row;
      if (rowId === undefined || known.has(rowId) || said.has(rowId)) continue;
      said.add(rowId);
      const id = this.#matched.get(row);
      const what =
        id === undefined
          ? 'No row has it, or had it before, so the row was taken for a new one.'
          : id === rowId
            ? 'A row of the framework has it, so the row was taken for that one.'
            : `The row was taken for row ${id}, which ${this.#known.get(id)!.row.formerIds?.includes(rowId) ? 'had this id before' : 'did not come back and says the same'}.`;
      this.#problems.push({
        code: 'unknown-id',
        place,
        message: `The hidden id ${rowId} was not in the workbook that was sent. ${what}`,
      });
    }
  }

  /** Sheets on which no row has an id, or some have lost it, each with the rows that may stand there. */
  #lostSheets(): Map<string, ReadonlySet<string>> {
    const withIds = new Set(this.#review.rows.flatMap(row => (row.rowId === undefined ? [] : row.sheet)));
    const lost = new Map<string, ReadonlySet<string>>();
    for (const { name, areaId } of this.#review.sheets) {
      if (withIds.has(name) && !this.#leftBehind.has(name)) continue;
      const sent = this.#review.sent?.areas;
      const areas = sent?.filter(area => (areaId === undefined ? area.sheet === name : area.id === areaId));
      const all = areas && areas.length > 0 ? areas : sent;
      const ids = all
        ? all.flatMap(area => area.topics.flatMap(topic => topic.rows))
        : [...this.#known.values()]
            .filter(({ area, topic, row }) => !area.withdrawn && !topic.withdrawn && !row.withdrawn)
            .filter(({ area }) => areaId === undefined || area.id === areaId)
            .map(({ row }) => row.id);
      lost.set(name, new Set(ids.filter(id => this.#known.has(id) && !this.#found.has(id))));
    }
    return lost;
  }

  /** Matches a row with the one in the pool that says the same, if need be with that of its topic. */
  #matchWords(row: ReturnedRow, inPool: (id: string) => boolean): boolean {
    const levels = [...row.statements.keys()].sort();
    const words = wordsAt(row.statements, levels);
    if (words === '') return false;
    const fitting = (this.#indexOf(levels).get(words) ?? []).filter(
      id => inPool(id) && this.#isFree(id, row),
    );
    const id = fitting.find(each => this.#isInTopic(row, each)) ?? fitting[0];
    if (id === undefined) return false;
    this.#match(row, id);
    return true;
  }

  #indexOf(levels: readonly string[]): Map<string, string[]> {
    const name = JSON.stringify(levels);
    let index = this.#exact.get(name);
    if (index) return index;
    index = new Map();
    for (const [id, { row }] of this.#known) {
      const words = wordsAt(row.statements, levels);
      const same = index.get(words);
      if (same) same.push(id);
      else index.set(words, [id]);
    }
    this.#exact.set(name, index);
    return index;
  }

  /** The best likenesses go first, so that the order of the rows makes no difference. */
  #matchLikeness(rows: readonly ReturnedRow[], pool: ReadonlySet<string>): void {
    const pairs: { row: ReturnedRow; id: string; alike: number }[] = [];
    const topics = new Map<string, string[]>();
    for (const id of pool) {
      const topic = this.#known.get(id)!.topic.id;
      const own = topics.get(topic);
      if (own) own.push(id);
      else topics.set(topic, [id]);
    }
    for (const row of rows) {
      const levels = [...row.statements.keys()];
      const words = bagOf(row.statements, levels);
      for (const ids of topics.values()) {
        if (!this.#isInTopic(row, ids[0]!)) continue;
        for (const id of ids) {
          if (!this.#isFree(id, row)) continue;
          const alike = likeness(words, this.#bagOf(id, levels));
          if (alike >= ALIKE) pairs.push({ row, id, alike });
        }
      }
    }
    pairs.sort((a, b) => b.alike - a.alike);
    for (const { row, id, alike } of pairs) {
      if (this.#matched.has(row) || !this.#isFree(id, row)) continue;
      this.#match(row, id);
      this.#problems.push({
        code: 'matched-by-likeness',
        place: row.place,
        message: `The row has lost its id and was taken for row ${id}, whose words are ${Math.round(alike * 100)} % the same. If it is another row, add it in the framework file.`,
      });
    }
  }

  #bagOf(id: string, levels: readonly string[]): WordBag {
    const name = JSON.stringify([id, levels]);
    const known = this.#bags.get(name);
    if (known) return known;
    const bag = bagOf(this.#known.get(id)!.row.statements, levels);
    this.#bags.set(name, bag);
    return bag;
  }

  #isInTopic(row: ReturnedRow, id: string): boolean {
    const { topic, section } = this.#known.get(id)!;
    return this.#finder.says(row, section.kind, topic);
  }

  #isFree(id: string, row: ReturnedRow): boolean {
    const levels = this.#found.get(id);
    return !levels || ![...row.statements.keys()].some(level => levels.has(level));
  }

  #match(row: ReturnedRow, id: string): void {
    this.#matched.set(row, id);
    this.#found.set(id, new Set([...(this.#found.get(id) ?? []), ...row.statements.keys()]));
  }

  #result(
    unknown: ReadonlySet<ReturnedRow>,
    absent: ReadonlySet<string>,
    lost: ReadonlyMap<string, ReadonlySet<string>>,
  ): MatchedRows {
    const rows: ReturnedRow[] = [];
    const unmatched = new Set<ReturnedRow>();
    const at = new Map<string, number>();
    const areas = this.#areasOfSheets();
    for (const row of this.#review.rows) {
      const id = this.#matched.get(row);
      if (id === undefined) {
        const areaId = row.areaId ?? areas.get(row.sheet);
        const placed = unknown.has(row) && areaId !== undefined ? { ...row, areaId } : row;
        if (unknown.has(row)) unmatched.add(placed);
        rows.push(placed);
        continue;
      }
      const same = row.rowId === undefined ? at.get(id) : undefined;
      if (same === undefined) {
        at.set(id, rows.length);
        rows.push(row.rowId === id ? row : this.#under(id, row));
      } else {
        const first = rows[same]!;
        rows[same] = { ...first, statements: new Map([...first.statements, ...row.statements]) };
      }
    }
    // What has no sheet any more was not deleted.
    const sent = this.#review.sent ? [...lost.values()].flatMap(ids => [...ids]) : [];
    const gone = new Set(this.#review.absentAreas);
    const missed = sent.filter(id => !gone.has(this.#known.get(id)!.area.id));
    return {
      rows,
      unmatched,
      absent: [...new Set([...absent, ...missed])].filter(id => !this.#found.has(id)),
      problems: this.#problems,
    };
  }

  /** A row with the id of the row that it is, and with all that its hidden cells would say. */
  #under(id: string, row: ReturnedRow): ReturnedRow {
    if (row.rowId !== undefined) return { ...row, rowId: id };
    const { area, section, topic } = this.#known.get(id)!;
    return { ...row, rowId: id, topicId: topic.id, kind: section.kind, areaId: area.id };
  }

  /** A sheet that does not say which area it is, by the rows that were found on it. */
  #areasOfSheets(): Map<string, string> {
    const areas = new Map<string, string>();
    for (const [row, id] of this.#matched)
      if (!areas.has(row.sheet)) areas.set(row.sheet, this.#known.get(id)!.area.id);
    return areas;
  }
}
