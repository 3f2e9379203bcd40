import { newRowId } from '../model/ids.ts';
import { eachRow } from '../model/index.ts';
import { normaliseStatement } from '../model/statement.ts';
import type { Framework, Row, Topic } from '../model/types.ts';
import type { ReturnedRow, Review, ReviewProblem } from '../sheet/returned.ts';
import { TopicFinder } from './locateRow.ts';
import { type Answers, answerTo, type Question } from './question.ts';
import { retitledAreas, retitledTopics } from './retitled.ts';

/** The framework as a reviewer wants it, going by the base that was sent. */
export interface Reviewed {
  readonly framework: Framework;
  readonly questions: readonly Question[];
  readonly problems: readonly ReviewProblem[];
}

/** What becomes of a row that goes: it is removed, or keeps its text as withdrawn since the version that this gives. */
export type Deletion = (row: string) => { readonly withdrawnSince?: string };

/**
 * Applies to the base what a reviewer did in the workbook. What is missing is asked about, never taken as a
 * delete; order alone is one question a sheet, since a sort and a move look alike.
 * @param deletion how a row is deleted, if a question is answered so
 */
export function reviewed(
  base: Framework,
  review: Review,
  reviewer: string,
  answers: Answers,
  deletion: Deletion,
): Reviewed {
  return new Reviewing(base, review, reviewer, answers, deletion).read();
}

class Reviewing {
  readonly #base: Framework;
  readonly #review: Review;
  readonly #reviewer: string;
  readonly #answers: Answers;
  readonly #deletion: Deletion;
  readonly #finder: TopicFinder;
  /** Topic id → its rows, as they are to be. */
  readonly #rows = new Map<string, Row[]>();
  #titles: ReadonlyMap<string, string> = new Map();
  #areaTitles: ReadonlyMap<string, string> = new Map();
  readonly #topicOf = new Map<string, Topic>();
  readonly #known = new Map<string, Row>();
  readonly #taken = new Set<string>();
  readonly #questions: Question[] = [];
  readonly #problems: ReviewProblem[] = [];

  constructor(base: Framework, review: Review, reviewer: string, answers: Answers, deletion: Deletion) {
    this.#base = base;
    this.#review = review;
    this.#reviewer = reviewer;
    this.#answers = answers;
    this.#deletion = deletion;
    this.#finder = new TopicFinder(base, review);
    for (const { topic, row } of eachRow(base)) {
      this.#topicOf.set(row.id, topic);
      this.#known.set(row.id, row);
      for (const id of [row.id, ...(row.formerIds ?? [])]) this.#taken.add(id);
    }
    for (const area of base.areas)
      for (const section of area.sections)
        for (const topic of section.topics) this.#rows.set(topic.id, [...topic.rows]);
  }

  read(): Reviewed {
    this.#titles = retitledTopics(this.#review, this.#finder, this.#topicOf);
    this.#areaTitles = retitledAreas(this.#base, this.#review, problem => this.#problems.push(problem));
    const lost = this.#matchLostIds();
    let sheet: string | undefined;
    let above: { readonly id: string; readonly topic: Topic } | undefined;
    for (const row of this.#review.rows) {
      if (row.sheet !== sheet) above = undefined;
      sheet = row.sheet;
      const id = row.rowId ?? lost.get(row);
      const known = id !== undefined && this.#known.has(id);
      if (row.copyOf !== undefined) {
        if (known && this.#copy(row, this.#known.get(id)!) === 'new-row')
          above = this.#newRow(row, above) ?? above;
      } else if (known) above = this.#knownRow(row, id, above);
      else above = this.#newRow(row, above) ?? above;
    }
    const found = new Set(lost.values());
    for (const { row } of this.#review.absentRows) if (!found.has(row)) this.#absentRow(row);
    this.#askOrder();
    return { framework: this.#framework(), questions: this.#questions, problems: this.#problems };
  }

  #knownRow(returned: ReturnedRow, id: string, above: { id: string; topic: Topic } | undefined) {
    const row = this.#known.get(id)!;
    const home = this.#topicOf.get(id)!;
    const topic = this.#target(returned, home, above?.topic);
    const edited = this.#edited(row, returned);
    if (edited.statements.size === 0 && row.statements.size > 0) {
      const question = this.#ask({
        id: `emptied:${id}`,
        kind: 'emptied-row',
        place: returned.place,
        row: id,
        message: `All statements of row ${id} were emptied. Delete the row, or keep it as it was?`,
        options: ['keep', 'delete'],
      });
      if (question === 'delete') this.#delete(home, row);
      return { id, topic: home };
    }
    this.#replace(home, row, edited);
    if (topic !== home) {
      this.#take(home, id);
      this.#insert(topic, edited, above?.topic === topic ? above.id : undefined);
      this.#topicOf.set(id, topic);
    }
    return { id, topic };
  }

  /** The topic that a known row's cells name; its own if they name none that there is. */
  #target(returned: ReturnedRow, home: Topic, near: Topic | undefined): Topic {
    const { topic, says } = this.#finder.locate(returned, near);
    if (topic) return topic;
    const retitled = this.#titles.get(home.id);
    const sameTitle = retitled !== undefined && retitled === (returned.topicTitle ?? '').trim();
    const area = this.#finder.areaOf(returned);
    if (!sameTitle || (area !== undefined && area !== returned.areaId))
      if (returned.topicTitle !== undefined || returned.sectionTitle !== undefined)
        this.#problems.push({
          code: 'unknown-topic',
          place: returned.place,
          message: `There is no topic "${says}" on this sheet, so the row stays where it was. To move it, write the section and topic as they stand at other rows; a new topic is added in the framework file.`,
        });
    return home;
  }

  /** A row without an id that says word for word what a missing row said is that row. */
  #matchLostIds(): Map<ReturnedRow, string> {
    const missing = new Map<string, string>();
    for (const { row } of this.#review.absentRows) {
      const known = this.#known.get(row);
      if (known && known.statements.size > 0) missing.set(wordsOf(known.statements), row);
    }
    const lost = new Map<ReturnedRow, string>();
    for (const row of this.#review.rows) {
      if (row.rowId !== undefined) continue;
      const words = wordsOf(row.statements);
      const id = missing.get(words);
      if (id === undefined) continue;
      missing.delete(words);
      lost.set(row, id);
    }
    return lost;
  }

  #edited(row: Row, returned: ReturnedRow): Row {
    const statements = new Map(row.statements);
    const blank = new Map(row.blank);
    let changed = false;
    for (const [level, text] of returned.statements) {
      const after = normaliseStatement(text);
      if (after === normaliseStatement(row.statements.get(level) ?? '')) continue;
      changed = true;
      if (after === '') statements.delete(level);
      else {
        statements.set(level, after);
        blank.delete(level);
      }
    }
    return changed ? { ...row, statements, blank } : row;
  }

  #newRow(returned: ReturnedRow, above: { id: string; topic: Topic } | undefined) {
    const statements = new Map(
      [...returned.statements]
        .map(([level, text]) => [level, normaliseStatement(text)] as const)
        .filter(([, text]) => text !== ''),
    );
    if (statements.size === 0) return undefined;
    const { topic, says } = this.#finder.locate(
      { ...returned, rowId: undefined } as unknown as ReturnedRow,
      above?.topic,
    );
    if (!topic) {
      this.#problems.push({
        code: 'new-row-without-topic',
        place: returned.place,
        message: `It is not clear to which topic this new row belongs${says ? ` ("${says}")` : ''}, so it was left out. Write its section and topic as they stand at other rows.`,
      });
      return undefined;
    }
    // A row that was made from these very words is this one: it was imported before.
    const made = newRowId(topic, { statements }, new Set());
    const before = this.#known.get(made);
    if (before && wordsOf(before.statements) === wordsOf(statements)) return { id: made, topic };
    const id = newRowId(topic, { statements }, this.#taken);
    this.#taken.add(id);
    const row: Row = { id, statements, blank: new Map(), notes: new Map(), extra: new Map() };
    this.#insert(topic, row, above?.topic === topic ? above.id : undefined);
    return { id, topic };
  }

  #copy(returned: ReturnedRow, original: Row): string | undefined {
    if (this.#edited(original, returned) === original) return undefined;
    return this.#ask({
      id: `copy:${returned.place}`,
      kind: 'copied-row',
      place: returned.place,
      row: original.id,
      message: `This row is a copy of row ${original.id} (${returned.copyOf}) with other words. Take it as a new row, or ignore it?`,
      options: ['new-row', 'ignore'],
    });
  }

  #absentRow(id: string): void {
    const row = this.#known.get(id);
    const topic = this.#topicOf.get(id);
    if (!row || !topic) return;
    const sent = this.#review.absentRows.find(each => each.row === id);
    const answer = this.#ask({
      id: `delete:${id}`,
      kind: 'deleted-row',
      place: this.#review.sheets.find(sheet => sheet.areaId === sent?.area)?.name ?? 'the workbook',
      row: id,
      message: `Row ${id} did not come back ("${shorten([...row.statements.values()][0] ?? '')}"). Delete it, or keep it?`,
      options: ['keep', 'delete'],
    });
    if (answer === 'delete') this.#delete(topic, row);
  }

  #delete(topic: Topic, row: Row): void {
    const { withdrawnSince } = this.#deletion(row.id);
    if (withdrawnSince === undefined) this.#take(topic, row.id);
    else this.#replace(topic, row, { ...row, withdrawn: { since: withdrawnSince } });
  }

  /** One question a sheet whose rows stand in another order than they were sent in. */
  #askOrder(): void {
    for (const sheet of this.#review.sheets) {
      const order = new Map<string, string[]>();
      for (const row of this.#review.rows) {
        if (row.sheet !== sheet.name || row.rowId === undefined || row.copyOf !== undefined) continue;
        const topic = this.#topicOf.get(row.rowId);
        if (topic) order.set(topic.id, [...(order.get(topic.id) ?? []), row.rowId]);
      }
      const moved = [...order].filter(([topic, ids]) => {
        const now = this.#rows
          .get(topic)!
          .map(row => row.id)
          .filter(id => ids.includes(id));
        return now.some((id, index) => id !== ids[index]);
      });
      if (moved.length === 0) continue;
      const answer = this.#ask({
        id: `order:${sheet.areaId ?? sheet.name}`,
        kind: 'order',
        place: sheet.name,
        message: `The rows of ${sheet.name} came back in another order. Keep the order of the framework (the sheet was sorted), or take the new one?`,
        options: ['keep', 'take'],
        default: 'keep',
      });
      if (answer === 'take') for (const [topic, ids] of moved) this.#reorder(topic, ids);
    }
  }

  /** Brings the rows that came back into a new order; the others stay behind the row that they stood behind. */
  #reorder(topic: string, ids: readonly string[]): void {
    const rows = this.#rows.get(topic)!;
    const byId = new Map(rows.map(row => [row.id, row]));
    let next = 0;
    this.#rows.set(
      topic,
      rows.map(row => (ids.includes(row.id) ? byId.get(ids[next++]!)! : row)),
    );
  }

  #ask(question: Omit<Question, 'reviewer' | 'answer'>): string | undefined {
    const answer = this.#answers.get(question.id);
    const asked = { ...question, reviewer: this.#reviewer };
    this.#questions.push(
      answer !== undefined && question.options.includes(answer) ? { ...asked, answer } : asked,
    );
    return answerTo(question, this.#answers);
  }

  #replace(topic: Topic, row: Row, by: Row): void {
    if (row === by) return;
    const rows = this.#rows.get(topic.id)!;
    rows[rows.indexOf(row)] = by;
  }

  #take(topic: Topic, id: string): void {
    this.#rows.set(
      topic.id,
      this.#rows.get(topic.id)!.filter(row => row.id !== id),
    );
  }

  #insert(topic: Topic, row: Row, above: string | undefined): void {
    const rows = this.#rows.get(topic.id)!;
    const at = above === undefined ? rows.length : rows.findIndex(each => each.id === above) + 1;
    rows.splice(at, 0, row);
  }

  #framework(): Framework {
    const areas = this.#base.areas.map(area => {
      const sections = area.sections.map(section => {
        const topics = section.topics.map(topic => {
          const rows = this.#rows.get(topic.id)!;
          const title = this.#titles.get(topic.id);
          const same =
            rows.length === topic.rows.length && rows.every((row, index) => row === topic.rows[index]);
          return same && title === undefined
            ? topic
            : { ...topic, ...(title !== undefined && { title }), rows };
        });
        return topics.every((topic, index) => topic === section.topics[index])
          ? section
          : { ...section, topics };
      });
      const title = this.#areaTitles.get(area.id);
      const same = sections.every((section, index) => section === area.sections[index]);
      return same && title === undefined
        ? area
        : { ...area, ...(title !== undefined && { title }), sections };
    });
    return { ...this.#base, areas };
  }
}

/** All statements of a row as one text, for finding a row by its words. */
function wordsOf(statements: ReadonlyMap<string, string>): string {
  const filled = [...statements]
    .map(([level, text]) => [level, normaliseStatement(text)])
    .filter(([, text]) => text);
  return JSON.stringify(filled.sort(([a], [b]) => (a! < b! ? -1 : 1)));
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
