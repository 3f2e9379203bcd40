import { append } from '../append.ts';
import { newRowId, type Tried } from '../model/ids.ts';
import { eachRow } from '../model/index.ts';
import { ID_PATTERN } from '../model/schema.ts';
import { normaliseStatement } from '../model/statement.ts';
import type { BlankMeaning, Framework, Row, Topic } from '../model/types.ts';
import type { ReturnedRow, Review, ReviewProblem } from '../sheet/returned.ts';
import type { Sliced } from '../slices.ts';
import { absentInTables } from './absentInTables.ts';
import { type Fate, fatesOf } from './copies.ts';
import { type Located, TopicFinder } from './locateRow.ts';
import { matchRows } from './matchRows.ts';
import { NewTopics } from './newTopics.ts';
import { type Answers, answerTo, type Question } from './question.ts';
import { type Repeated, Repeats } from './repeats.ts';
import { type DoubtfulTitle, retitledAreas, topicTitles } from './retitled.ts';
import { asNew, asOnlyOne, shorten, statementsOf, textOf, wholeOf, wordsOf } from './returnedTexts.ts';
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
  return yield* new Reviewing(base, review, reviewer, answers, deletion, isOneOfSeveral).read();
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
  readonly #reviewer: string;
  readonly #answers: Answers;
  readonly #deletion: Deletion;
  readonly #isOneOfSeveral: boolean;
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
  readonly #questions: Question[] = [];
  readonly #problems: ReviewProblem[] = [];

  constructor(
    base: Framework,
    review: Review,
    reviewer: string,
    answers: Answers,
    deletion: Deletion,
    isOneOfSeveral: boolean,
  ) {
    this.#isOneOfSeveral = isOneOfSeveral;
    this.#base = base;
    this.#review = review;
    this.#reviewer = reviewer;
    this.#answers = answers;
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
    for (const [first, question] of this.#repeats.questions())
      this.#ask({ id: this.#repeatId(first), ...question });
    yield;
    const sheets = this.#sheetsOfAreas();
    const tables = absentInTables(this.#base, came, new Set(this.#rowIds.values()), sheets);
    append(this.#problems, tables.problems);
    for (const id of new Set([...matched.absent, ...tables.absent])) this.#absentRow(id, sheets);
    yield;
    this.#askOrder();
    yield;
    return {
      framework: this.#rows.framework(this.#titles, this.#areaTitles),
      rowIds: this.#rowIds,
      questions: this.#questions,
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
        this.#askCopy(id, row, original, options);
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
    const answer = this.#ask({
      id: this.#own(`unmatched:${returned.place}`),
      kind: 'unmatched-row',
      place: returned.place,
      ...wholeOf(returned),
      message: `The ids of this sheet are lost, and this row is like none that was sent ("${shorten(textOf(returned))}"). Take it as a new row, or ignore it?`,
      options: ['new-row', 'ignore'],
    });
    return answer === 'new-row';
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
      const question = this.#ask({
        id: this.#shared(`emptied:${id}`),
        kind: 'emptied-row',
        place: returned.place,
        row: id,
        message: `All statements of row ${id} were emptied. Delete the row, or keep it as it was?`,
        options: ['keep', 'delete'],
      });
      if (question === 'delete') this.#delete(home, row);
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
    return this.#answers.get(this.#repeatId(first)) !== 'new-row';
  }

  /** Whether a new row whose topic cannot be told says all that another such row says; of that one it is asked. */
  #repeatsUnplaced(returned: ReturnedRow): boolean {
    const { sheet, areaTitle, sectionTitle, topicTitle, statements } = returned;
    const words = JSON.stringify([sheet, areaTitle, sectionTitle, topicTitle, wordsOf(statements)]);
    const first = this.#repeats.of(words);
    if (!first) this.#repeats.add(words, returned);
    return first !== undefined && this.#isRepeat(returned, first);
  }

  /** The id of the question about all that repeat a row. */
  #repeatId({ place }: ReturnedRow): string {
    return this.#own(`repeated:${place}`);
  }

  /** Asks what some rows of a topic mean by another title. @returns the topic with its new title, if that is meant */
  #askTitle({ topic, title, rows, of, isOwn }: DoubtfulTitle): readonly (readonly [string, string])[] {
    const [first] = rows;
    for (const { place } of rows) this.#askedTopic.add(place);
    const name = topic.title ?? topic.id;
    const which = rows.length === 1 ? 'One' : String(rows.length);
    const say = rows.length === 1 ? 'says' : 'say';
    const answer = this.#ask({
      id: this.#own(`topic-title:${topic.id}=${title}`),
      kind: 'topic-title',
      place: first!.place,
      message: `${which} of the ${of} rows of the topic "${name}" ${say} "${title}"${isOwn ? '' : ', and there is no such topic'}. ${isOwn ? 'Is that its title now, or does it keep its own?' : 'Is that its title now, is it a new topic for what says so, or is all to stay as it was?'}`,
      options: ['keep', 'retitle', ...(isOwn ? [] : ['new-topic'])],
      labels: [
        `Keep "${name}"`,
        `The title is "${title}" now`,
        ...(isOwn ? [] : [`A new topic "${title}" for ${rows.length === 1 ? 'this row' : 'these rows'}`]),
      ],
    });
    if (answer === 'new-topic') this.#newTopics.addTo(this.#finder.kindOf(topic)!, first!, topic);
    return answer === 'retitle' ? [[topic.id, title]] : [];
  }

  /** Asks to which topic a new row belongs that does not say it. */
  #askTopic(returned: ReturnedRow, found: Located, near: Topic | undefined): Topic | undefined {
    const { why, options } = this.#newTopics.unplaced(returned, found);
    const answer = this.#ask({
      id: this.#own(`topic:${returned.place}`),
      kind: 'unplaced-row',
      place: returned.place,
      ...wholeOf(returned),
      message: `It cannot be told to which topic this new row belongs ("${shorten(textOf(returned))}"): ${why}. Say where it belongs, or ignore it.`,
      options: [...options.keys()],
      labels: [...options.values()],
    });
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

  #askCopy(
    id: string,
    returned: ReturnedRow,
    original: ReturnedRow,
    options: readonly Fate[],
  ): string | undefined {
    const isContested = options.includes('original');
    const says = `Row ${id} came back more than once. This one says "${shorten(textOf(returned))}"`;
    return this.#ask({
      id: this.#own(`copy:${returned.place}`),
      kind: 'copied-row',
      place: returned.place,
      row: id,
      ...wholeOf(returned, ...(isContested ? [original] : [])),
      message: isContested
        ? `${says}, the one at ${original.place} "${shorten(textOf(original))}", and neither is as it was sent. Is this one the row and the other new, is this one a new row, or is it to be ignored?`
        : `${says}; ${original.place} is as it was sent. Take this one as a new row, or ignore it?`,
      options,
    });
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
    const answer = this.#ask({
      id: this.#shared(`delete:${id}`),
      kind: 'deleted-row',
      place: sheets.get(this.#areaOf.get(topic) ?? '') ?? 'the workbook',
      row: id,
      message: `Row ${id} did not come back ("${shorten(shown[0]?.[1] ?? '')}"). ${rest.size > 0 ? 'What it says at levels that were not in the workbook stays. Delete what was sent of it, or keep it?' : 'Delete it, or keep it?'}`,
      options: ['keep', 'delete'],
    });
    if (answer !== 'delete') return;
    if (rest.size > 0) this.#rows.replace(topic, row, { ...row, statements: rest });
    else this.#delete(topic, row);
  }

  #delete(topic: Topic, row: Row): void {
    const { withdrawnSince } = this.#deletion(row.id);
    if (withdrawnSince === undefined) this.#rows.take(topic, row.id);
    else this.#rows.replace(topic, row, { ...row, withdrawn: { since: withdrawnSince } });
  }

  /** One question a sheet whose rows stand in another order than they were sent in. */
  #askOrder(): void {
    const onSheet = new Map<string, ReturnedRow[]>(this.#review.sheets.map(({ name }) => [name, []]));
    for (const row of this.#review.rows) onSheet.get(row.sheet)?.push(row);
    for (const sheet of this.#review.sheets) {
      const order = new Map<string, string[]>();
      for (const row of onSheet.get(sheet.name)!) {
        if (row.rowId === undefined) continue;
        const topic = this.#topicOf.get(row.rowId);
        const ids = topic && order.get(topic.id);
        if (ids) ids.push(row.rowId);
        else if (topic) order.set(topic.id, [row.rowId]);
      }
      const moved = [...order].filter(([topic, ids]) => {
        // A row that came from another topic stands where it stands for that reason.
        const stayed = ids.filter(id => !this.#moved.has(id));
        const came = new Set(stayed);
        const now = this.#rows.idsIn(topic).filter(id => came.has(id));
        return now.some((id, index) => id !== stayed[index]);
      });
      if (moved.length === 0) continue;
      const answer = this.#ask({
        id: this.#own(`order:${this.#orderName(sheet)}`),
        kind: 'order',
        place: sheet.name,
        message: `The rows of ${sheet.name} came back in another order. Keep the order of the framework (the sheet was sorted), or take the new one?`,
        options: ['keep', 'take'],
        default: 'keep',
      });
      if (answer === 'take') for (const [topic, ids] of moved) this.#rows.reorder(topic, ids);
    }
  }

  /** A sheet's area, or its name where several sheets are of one area. */
  #orderName({ areaId, name }: Review['sheets'][number]): string {
    const isOnly = this.#review.sheets.filter(sheet => sheet.areaId === areaId).length === 1;
    return areaId !== undefined && isOnly ? areaId : name;
  }

  /** The id of a question that is about what this reviewer alone did. */
  #own(id: string): string {
    return `${id} (${this.#reviewer})`;
  }

  /** The id of a question about a row of the base, which others may be asked about, too. */
  #shared(id: string): string {
    return this.#isOneOfSeveral ? this.#own(id) : id;
  }

  #ask(question: Omit<Question, 'reviewer' | 'answer'>): string | undefined {
    const answer = this.#answers.get(question.id);
    const asked = { ...question, reviewer: this.#reviewer };
    this.#questions.push(
      answer !== undefined && question.options.includes(answer) ? { ...asked, answer } : asked,
    );
    return answerTo(question, this.#answers);
  }
}
