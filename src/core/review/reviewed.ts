import { append } from '../append.ts';
import { newRowId, type Tried } from '../model/ids.ts';
import { eachRow } from '../model/index.ts';
import { ID_PATTERN } from '../model/schema.ts';
import { normaliseStatement } from '../model/statement.ts';
import type { BlankMeaning, Framework, Row, Topic } from '../model/types.ts';
import type { ReturnedRow, Review, ReviewProblem } from '../sheet/returned.ts';
import type { Sliced } from '../slices.ts';
import { absentInTables } from './absentInTables.ts';
import { Asking } from './asking.ts';
import { type Fate, fatesOf } from './copies.ts';
import { type Located, TopicFinder } from './locateRow.ts';
import { matchRows } from './matchRows.ts';
import { NewTopics } from './newTopics.ts';
import type { Answers, Question } from './question.ts';
import { type Repeated, Repeats } from './repeats.ts';
import { type DoubtfulTitle, retitledAreas, topicTitles } from './retitled.ts';
import { asNew, asOnlyOne, statementsOf, wordsOf } from './returnedTexts.ts';
import { askOrder } from './rowOrder.ts';
import { WorkingRows } from './workingRows.ts';

/** The framework as a reviewer wants it, going by the base that was sent. */
export interface Reviewed {
  readonly framework: Framework;
  /** Place of a returned row → the id of the row that it is, or becomes; not of one that nothing is made of. */
  readonly rowIds: ReadonlyMap<string, string>;
  readonly questions: readonly Question[];
  readonly problems: readonly ReviewProblem[];
}

/** What becomes of a row that goes: it is removed, or keeps its text as withdrawn since the version that this gives. */
export type Deletion = (row: string) => {
  readonly withdrawnSince?: string;
  /** Whether the file itself has it no more. */
  readonly isGone?: boolean;
};

/**
 * Applies to the base what a reviewer did in the workbook, in slices. What is missing is asked about, never taken as a
 * delete; order alone is one question a sheet, since a sort and a move look alike.
 * @param deletion how a row is deleted, if a question is answered so
 * @param isOneOfSeveral whether others sent something back, too, who may be asked the same
 */
export function* reviewing(
  base: Framework,
  review: Review,
  reviewer: string,
  answers: Answers,
  deletion: Deletion,
  isOneOfSeveral = false,
): Sliced<Reviewed> {
  yield;
  return yield* new Reviewing(base, review, new Asking(reviewer, answers, isOneOfSeveral), deletion).read();
}

/** So many rows are looked at before others may have a turn. */
const AT_A_TIME = 512;

/** The row above on the same sheet: where a new row goes that does not say more. */
interface Above {
  /** Absent: it is none of the topic's rows. */
  readonly id?: string;
  readonly topic: Topic;
}

class Reviewing {
  readonly #base: Framework;
  #review: Review;
  readonly #asking: Asking;
  readonly #deletion: Deletion;
  readonly #finder: TopicFinder;
  #unmatched: ReadonlySet<ReturnedRow> = new Set();
  readonly #rows: WorkingRows;
  readonly #newTopics: NewTopics;
  #titles: ReadonlyMap<string, string> = new Map();
  #areaTitles: ReadonlyMap<string, string> = new Map();
  readonly #topicOf = new Map<string, Topic>();
  /** The areas of the base's topics that have rows. */
  readonly #areaOf = new Map<Topic, string>();
  readonly #known = new Map<string, Row>();
  /** Ids of rows that went to another topic. */
  readonly #moved = new Set<string>();
  #takenIds: Set<string> | undefined;
  readonly #triedIds: Tried = new Map();
  readonly #repeats = new Repeats();
  /** Places of rows of whose topic it was asked already. */
  readonly #askedTopic = new Set<string>();
  readonly #rowIds = new Map<string, string>();
  readonly #problems: ReviewProblem[] = [];

  constructor(base: Framework, review: Review, asking: Asking, deletion: Deletion) {
    this.#base = base;
    this.#review = review;
    this.#asking = asking;
    this.#deletion = deletion;
    this.#finder = new TopicFinder(base, review);
    this.#rows = new WorkingRows(base);
    this.#newTopics = new NewTopics(base, this.#finder, this.#rows);
    for (const { area, topic, row } of eachRow(base)) {
      this.#areaOf.set(topic, area.id);
      this.#topicOf.set(row.id, topic);
      this.#known.set(row.id, row);
    }
  }

  *read(): Sliced<Reviewed> {
    yield;
    const matched = matchRows(this.#base, this.#review, this.#finder);
    append(this.#problems, matched.problems);
    this.#unmatched = matched.unmatched;
    yield;
    const fateOf = this.#fates(matched.rows);
    yield;
    const rows = matched.rows.filter(row => fateOf(row) !== 'ignore');
    const came = this.#review;
    const originals = rows.filter(row => fateOf(row) !== 'new-row');
    this.#review = { ...this.#review, rows: originals.map(asOnlyOne) };
    yield;
    // A copy that still says the old title speaks against a new one.
    const all = { ...this.#review, rows: matched.rows.map(asOnlyOne) };
    const { retitled, doubtful } = topicTitles(all, this.#finder, this.#topicOf);
    this.#titles = new Map([...retitled, ...doubtful.flatMap(each => this.#askTitle(each))]);
    this.#finder.retitled(this.#titles);
    this.#areaTitles = retitledAreas(this.#base, this.#review, problem => this.#problems.push(problem));
    yield;
    this.#addTopics(
      rows.filter(row => !this.#unmatched.has(row)),
      fateOf,
    );
    yield;
    const below = this.#rowsBelow(rows, fateOf);
    let sheet: string | undefined;
    let above: Above | undefined;
    for (const [at, row] of matched.rows.entries()) {
      if (at % AT_A_TIME === 0) yield;
      if (row.sheet !== sheet) above = undefined;
      sheet = row.sheet;
      const fate = fateOf(row);
      if (fate === 'ignore') {
        above = this.#copiedRow(row, above);
        continue;
      }
      if (fate === 'original') {
        this.#rowIds.set(row.place, row.rowId!);
        above = this.#knownRow(row, row.rowId!, above);
        continue;
      }
      const made = this.#isNew(row) ? this.#newRow(row, above, below.get(row)) : undefined;
      if (!made) continue;
      this.#rowIds.set(row.place, made.id);
      above = made;
    }
    for (const [first, question] of this.#repeats.questions()) this.#asking.repeated(first, question);
    yield;
    const sheets = this.#sheetsOfAreas();
    const tables = absentInTables(this.#base, came, new Set(this.#rowIds.values()), sheets);
    append(this.#problems, tables.problems);
    for (const id of new Set([...matched.absent, ...tables.absent])) this.#absentRow(id, sheets);
    yield;
    askOrder(this.#review, {
      rows: this.#rows,
      topicOf: this.#topicOf,
      moved: this.#moved,
      ask: (sheet, name) => this.#asking.order(sheet, name),
    });
    yield;
    return {
      framework: this.#rows.framework(this.#titles, this.#areaTitles),
      rowIds: this.#rowIds,
      questions: this.#asking.questions,
      problems: this.#problems,
    };
  }

  /** What becomes of each row that has the id of a row of the base. */
  #fates(rows: readonly ReturnedRow[]): (row: ReturnedRow) => Fate | undefined {
    const known = ({ rowId }: ReturnedRow) => rowId !== undefined && this.#known.has(rowId);
    const first = new Map<string, ReturnedRow>();
    const copied = new Map<string, ReturnedRow[]>();
    for (const row of rows) {
      if (!known(row)) continue;
      const id = row.rowId!;
      const other = first.get(id);
      if (!other) first.set(id, row);
      else if (!copied.get(id)?.push(row)) copied.set(id, [other, row]);
    }
    const fates = new Map<ReturnedRow, Fate>();
    for (const id of copied.size > 0 ? first.keys() : []) {
      const group = copied.get(id);
      if (!group) continue;
      const isChanged = (row: ReturnedRow) => this.#isChanged(id, row);
      const ask = (row: ReturnedRow, original: ReturnedRow, options: readonly Fate[]) =>
        this.#asking.copied(id, row, original, options);
      for (const [row, fate] of fatesOf(group, isChanged, ask)) fates.set(row, fate);
    }
    return row => fates.get(row) ?? (known(row) ? 'original' : undefined);
  }

  #isChanged(id: string, returned: ReturnedRow): boolean {
    const row = this.#known.get(id)!;
    const saysWhere = returned.topicTitle !== undefined || returned.sectionTitle !== undefined;
    const isElsewhere = saysWhere && this.#finder.locate(returned, undefined).topic !== this.#topicOf.get(id);
    return isElsewhere || this.#edited(row, returned) !== row;
  }

  /** Adds the topics that new rows name, before it is looked which rows go there. */
  #addTopics(rows: readonly ReturnedRow[], fateOf: (row: ReturnedRow) => Fate | undefined): void {
    let above: ReturnedRow | undefined;
    for (const row of rows) {
      if (row.sheet !== above?.sheet) above = undefined;
      const before = above;
      above = row;
      if (fateOf(row) === 'original' || statementsOf(row).size === 0) continue;
      const found = this.#finder.locate(asNew(row), undefined);
      if (found.topic || found.among) continue;
      const home = this.#topicOf.get(before?.rowId ?? '');
      const near = home ?? (before && this.#finder.locate(asNew(before), undefined).topic);
      this.#newTopics.add(row, near);
    }
  }

  /** A row that is none of the base → the id of the nearest one of the base below it on its sheet. */
  #rowsBelow(
    rows: readonly ReturnedRow[],
    fateOf: (row: ReturnedRow) => Fate | undefined,
  ): Map<ReturnedRow, string> {
    const found = new Map<ReturnedRow, string>();
    let below: ReturnedRow | undefined;
    for (let at = rows.length - 1; at >= 0; at--) {
      const row = rows[at]!;
      if (fateOf(row) === 'original') below = row;
      else if (below?.sheet === row.sheet) found.set(row, below.rowId!);
    }
    return found;
  }

  /** Whether a row is to be added: on a sheet that has lost its ids only a person can tell. */
  #isNew(returned: ReturnedRow): boolean {
    if (!this.#unmatched.has(returned)) return true;
    const words = wordsOf(returned.statements);
    if (words === '') return false;
    return this.#asking.unmatched(returned) === 'new-row';
  }

  #knownRow(returned: ReturnedRow, id: string, above: Above | undefined) {
    const row = this.#known.get(id)!;
    const home = this.#topicOf.get(id)!;
    const topic = this.#target(returned, home, above?.topic);
    const edited = this.#edited(row, returned);
    if (returned.sectionTitle === '' && returned.topicTitle)
      this.#problems.push({
        code: 'section-missing',
        place: returned.place,
        message: `The section of row ${id} was emptied. It was kept: a row stands in a section.`,
      });
    if (edited.statements.size === 0 && row.statements.size > 0) {
      if (this.#asking.emptied(id, returned.place) === 'delete') this.#delete(home, row);
      return { id, topic: home };
    }
    this.#rows.replace(home, row, edited);
    if (topic !== home) {
      this.#rows.take(home, id);
      this.#rows.insert(topic, edited, above?.topic === topic ? above.id : undefined);
      this.#topicOf.set(id, topic);
      this.#moved.add(id);
    }
    return { id, topic };
  }

  /** A copy that nothing is made of still says where the rows below it belong. */
  #copiedRow(returned: ReturnedRow, above: Above | undefined): Above {
    const home = this.#topicOf.get(returned.rowId!)!;
    const { topic } = this.#finder.locate(returned, above?.topic);
    return topic === undefined || topic === home ? { id: returned.rowId!, topic: home } : { topic };
  }

  /** The topic that a known row's cells name; its own if they name none that there is. */
  #target(returned: ReturnedRow, home: Topic, near: Topic | undefined): Topic {
    const { topic, says, among } = this.#finder.locate(returned, near);
    if (topic) return topic;
    if (this.#askedTopic.has(returned.place)) return home;
    if (returned.topicTitle !== undefined || returned.sectionTitle !== undefined)
      this.#problems.push({
        code: 'unknown-topic',
        place: returned.place,
        message: among
          ? `There is more than one topic "${says}" on this sheet, so the row stays where it was. Move it in the framework file.`
          : `There is no topic "${says}" on this sheet, so the row stays where it was. To move it, write the section and topic as they stand at other rows; a topic is added where a new row names it.`,
      });
    return home;
  }

  #edited(row: Row, returned: ReturnedRow): Row {
    let edited: { statements: Map<string, string>; blank: Map<string, BlankMeaning> } | undefined;
    for (const [level, text] of returned.statements) {
      if (text === row.statements.get(level)) continue;
      const after = normaliseStatement(text);
      if (after === normaliseStatement(row.statements.get(level) ?? '')) continue;
      edited ??= { statements: new Map(row.statements), blank: new Map(row.blank) };
      if (after === '') edited.statements.delete(level);
      else {
        edited.statements.set(level, after);
        edited.blank.delete(level);
      }
    }
    return edited ? { ...row, ...edited } : row;
  }

  #newRow(returned: ReturnedRow, above: Above | undefined, below: string | undefined) {
    const statements = statementsOf(returned);
    if (statements.size === 0) return undefined;
    const found = this.#finder.locate(asNew(returned), above?.topic);
    const told = found.topic ?? (found.among ? undefined : this.#newTopics.add(returned, above?.topic));
    if (!told && this.#repeatsUnplaced(returned)) return undefined;
    const topic = told ?? this.#askTopic(returned, found, above?.topic);
    if (!topic) return undefined;
    // A row that was made from these very words is this one: it was imported before.
    const made = newRowId(topic, { statements }, new Set());
    const before = this.#known.get(made);
    if (before && wordsOf(before.statements) === wordsOf(statements)) return { id: made, topic };
    // A sheet that was copied holds its new rows once more.
    const words = JSON.stringify([topic.id, wordsOf(statements)]);
    const twin = this.#repeats.of(words);
    if (twin && (twin.first.sheet !== returned.sheet || this.#isRepeat(returned, twin)))
      return { id: twin.id, topic };
    const id = this.#givenId(returned) ?? newRowId(topic, { statements }, this.#taken(), this.#triedIds);
    this.#taken().add(id);
    if (!twin) this.#repeats.add(words, returned, id);
    const row: Row = { id, statements, blank: new Map(), notes: new Map(), extra: new Map() };
    const isFirst = below !== undefined && above?.topic !== topic && this.#topicOf.get(below) === topic;
    this.#rows.insert(topic, row, above?.topic === topic ? above.id : undefined, isFirst ? below : undefined);
    return { id, topic };
  }

  /** Whether nothing is to be made of a new row that says what another one says; one with an id of its own is meant. */
  #isRepeat(returned: ReturnedRow, { first, others }: Repeated): boolean {
    if (returned.rowId !== undefined && !this.#taken().has(returned.rowId)) return false;
    others.push(returned);
    return this.#asking.answerToRepeated(first) !== 'new-row';
  }

  /** Whether a new row whose topic cannot be told says all that another such row says; of that one it is asked. */
  #repeatsUnplaced(returned: ReturnedRow): boolean {
    const { sheet, areaTitle, sectionTitle, topicTitle, statements } = returned;
    const words = JSON.stringify([sheet, areaTitle, sectionTitle, topicTitle, wordsOf(statements)]);
    const first = this.#repeats.of(words);
    if (!first) this.#repeats.add(words, returned);
    return first !== undefined && this.#isRepeat(returned, first);
  }

  /** What some rows of a topic mean by another title. @returns the topic with its new title, if that is meant */
  #askTitle(doubtful: DoubtfulTitle): readonly (readonly [string, string])[] {
    const { topic, title, rows } = doubtful;
    for (const { place } of rows) this.#askedTopic.add(place);
    const answer = this.#asking.topicTitle(doubtful);
    if (answer === 'new-topic') this.#newTopics.addTo(this.#finder.kindOf(topic)!, rows[0]!, topic);
    return answer === 'retitle' ? [[topic.id, title]] : [];
  }

  /** Asks to which topic a new row belongs that does not say it. */
  #askTopic(returned: ReturnedRow, found: Located, near: Topic | undefined): Topic | undefined {
    const answer = this.#asking.topicOf(returned, this.#newTopics.unplaced(returned, found));
    return this.#newTopics.chosen(answer, returned, near);
  }

  /** The id that somebody wrote for a new row, if it can be had. */
  #givenId({ rowId, place }: ReturnedRow): string | undefined {
    if (rowId === undefined || this.#known.has(rowId)) return undefined;
    const isFree = !this.#taken().has(rowId);
    if (isFree && ID_PATTERN.test(rowId)) return rowId;
    this.#problems.push({
      code: 'unknown-id',
      place,
      message: `The id "${rowId}" ${isFree ? 'is not well formed' : 'is, or was, that of another row'}, so this new row got one of its own. To choose it, write it in the framework file: letters, digits, dots and hyphens.`,
    });
    return undefined;
  }

  /** Ids that no new row can have. */
  #taken(): Set<string> {
    this.#takenIds ??= new Set(
      [...this.#known.values()].flatMap(({ id, formerIds = [] }) => [id, ...formerIds]),
    );
    return this.#takenIds;
  }

  /** Area id → the name of its sheet, by what the sheet says, else by a row that came back on it. */
  #sheetsOfAreas(): Map<string, string> {
    const sheets = new Map<string, string>();
    const add = (area: string | undefined, sheet: string) => {
      if (area !== undefined && !sheets.has(area)) sheets.set(area, sheet);
    };
    for (const { areaId, name } of this.#review.sheets) add(areaId, name);
    for (const { place, sheet } of this.#review.rows) {
      const topic = this.#topicOf.get(this.#rowIds.get(place) ?? '');
      if (topic) add(this.#areaOf.get(topic), sheet);
    }
    return sheets;
  }

  #absentRow(id: string, sheets: ReadonlyMap<string, string>): void {
    const row = this.#known.get(id);
    const topic = this.#topicOf.get(id);
    // What is gone already needs no answer.
    if (!row || !topic || this.#deletion(id).isGone) return;
    const part = this.#review.sent?.scope?.levels;
    const wasSent = (level: string) => part?.includes(level) ?? true;
    const shown = [...row.statements].filter(([level]) => wasSent(level));
    const rest = new Map([...row.statements].filter(([level]) => !wasSent(level)));
    if (shown.length === 0 && rest.size > 0) return;
    const place = sheets.get(this.#areaOf.get(topic) ?? '') ?? 'the workbook';
    const answer = this.#asking.deleted(id, place, shown[0]?.[1] ?? '', rest.size > 0);
    if (answer !== 'delete') return;
    if (rest.size > 0) this.#rows.replace(topic, row, { ...row, statements: rest });
    else this.#delete(topic, row);
  }

  #delete(topic: Topic, row: Row): void {
    const { withdrawnSince } = this.#deletion(row.id);
    if (withdrawnSince === undefined) this.#rows.take(topic, row.id);
    else this.#rows.replace(topic, row, { ...row, withdrawn: { since: withdrawnSince } });
  }
}
