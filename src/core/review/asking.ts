import type { ReturnedRow, ReturnedSheet } from '../sheet/returned.ts';
import type { Fate } from './copies.ts';
import type { Unplaced } from './newTopics.ts';
import { type Answers, answerTo, type Question } from './question.ts';
import type { RepeatQuestion } from './repeats.ts';
import type { DoubtfulTitle } from './retitled.ts';
import { shorten, textOf, wholeOf } from './returnedTexts.ts';

/** What only a person can decide about what one reviewer sent back, and the answers that there are. */
export class Asking {
  readonly #reviewer: string;
  readonly #answers: Answers;
  readonly #isOneOfSeveral: boolean;
  readonly #asked: Question[] = [];

  /** @param isOneOfSeveral whether others sent something back, too, who may be asked the same */
  constructor(reviewer: string, answers: Answers, isOneOfSeveral: boolean) {
    this.#reviewer = reviewer;
    this.#answers = answers;
    this.#isOneOfSeveral = isOneOfSeveral;
  }

  /** All that was asked, with the answers. */
  get questions(): readonly Question[] {
    return this.#asked;
  }

  /** A row of a sheet that has lost its ids, like none that was sent. */
  unmatched(returned: ReturnedRow): 'new-row' | 'ignore' | undefined {
    return this.#ask({
      id: this.#own(`unmatched:${returned.place}`),
      kind: 'unmatched-row',
      place: returned.place,
      ...wholeOf(returned),
      message: `The ids of this sheet are lost, and this row is like none that was sent ("${shorten(textOf(returned))}"). Take it as a new row, or ignore it?`,
      options: ['new-row', 'ignore'],
    });
  }

  /** A row of the base that says nothing any more. */
  emptied(row: string, place: string): 'keep' | 'delete' | undefined {
    return this.#ask({
      id: this.#shared(`emptied:${row}`),
      kind: 'emptied-row',
      place,
      row,
      message: `All statements of row ${row} were emptied. Delete the row, or keep it as it was?`,
      options: ['keep', 'delete'],
    });
  }

  /**
   * A row of the base that did not come back.
   * @param said the first of what was sent of it
   * @param saysMore whether it says something at levels that were not sent
   */
  deleted(row: string, place: string, said: string, saysMore: boolean): 'keep' | 'delete' | undefined {
    const which = saysMore
      ? 'What it says at levels that were not in the workbook stays. Delete what was sent of it, or keep it?'
      : 'Delete it, or keep it?';
    return this.#ask({
      id: this.#shared(`delete:${row}`),
      kind: 'deleted-row',
      place,
      row,
      message: `Row ${row} did not come back ("${shorten(said)}"). ${which}`,
      options: ['keep', 'delete'],
    });
  }

  /** A row with the id of another. @param options what it may be */
  copied(
    row: string,
    returned: ReturnedRow,
    original: ReturnedRow,
    options: readonly Fate[],
  ): Fate | undefined {
    const isContested = options.includes('original');
    const says = `Row ${row} came back more than once. This one says "${shorten(textOf(returned))}"`;
    return this.#ask({
      id: this.#own(`copy:${returned.place}`),
      kind: 'copied-row',
      place: returned.place,
      row,
      ...wholeOf(returned, ...(isContested ? [original] : [])),
      message: isContested
        ? `${says}, the one at ${original.place} "${shorten(textOf(original))}", and neither is as it was sent. Is this one the row and the other new, is this one a new row, or is it to be ignored?`
        : `${says}; ${original.place} is as it was sent. Take this one as a new row, or ignore it?`,
      options,
    });
  }

  /** A new row that does not say to which topic it belongs. @returns one of the options */
  topicOf(returned: ReturnedRow, { why, options }: Unplaced): string | undefined {
    return this.#ask({
      id: this.#own(`topic:${returned.place}`),
      kind: 'unplaced-row',
      place: returned.place,
      ...wholeOf(returned),
      message: `It cannot be told to which topic this new row belongs ("${shorten(textOf(returned))}"): ${why}. Say where it belongs, or ignore it.`,
      options: [...options.keys()],
      labels: [...options.values()],
    });
  }

  /** What some rows of a topic mean by another title. */
  topicTitle({ topic, title, rows, of, isOwn }: DoubtfulTitle): 'keep' | 'retitle' | 'new-topic' | undefined {
    const name = topic.title ?? topic.id;
    const [which, say, these] =
      rows.length === 1 ? ['One', 'says', 'this row'] : [String(rows.length), 'say', 'these rows'];
    const what = isOwn
      ? 'Is that its title now, or does it keep its own?'
      : 'Is that its title now, is it a new topic for what says so, or is all to stay as it was?';
    return this.#ask({
      id: this.#own(`topic-title:${topic.id}=${title}`),
      kind: 'topic-title',
      place: rows[0]!.place,
      message: `${which} of the ${of} rows of the topic "${name}" ${say} "${title}"${isOwn ? '' : ', and there is no such topic'}. ${what}`,
      options: isOwn ? ['keep', 'retitle'] : ['keep', 'retitle', 'new-topic'],
      labels: [
        `Keep "${name}"`,
        `The title is "${title}" now`,
        ...(isOwn ? [] : [`A new topic "${title}" for ${these}`]),
      ],
    });
  }

  /** New rows that say what another one says. @param first that one */
  repeated(first: ReturnedRow, question: RepeatQuestion): void {
    this.#ask({ id: this.#repeatId(first), ...question });
  }

  /** What was answered to that, which may be needed before all of them are known. */
  answerToRepeated(first: ReturnedRow): string | undefined {
    return this.#answers.get(this.#repeatId(first));
  }

  /** A sheet whose rows stand in another order. @param name what tells it from the others */
  order(sheet: ReturnedSheet, name: string): 'keep' | 'take' | undefined {
    return this.#ask({
      id: this.#own(`order:${name}`),
      kind: 'order',
      place: sheet.name,
      message: `The rows of ${sheet.name} came back in another order. Keep the order of the framework (the sheet was sorted), or take the new one?`,
      options: ['keep', 'take'],
      default: 'keep',
    });
  }

  #repeatId({ place }: ReturnedRow): string {
    return this.#own(`repeated:${place}`);
  }

  /** The id of a question that is about what this reviewer alone did. */
  #own(id: string): string {
    return `${id} (${this.#reviewer})`;
  }

  /** The id of a question about a row of the base, which others may be asked about, too. */
  #shared(id: string): string {
    return this.#isOneOfSeveral ? this.#own(id) : id;
  }

  #ask<Option extends string>(
    question: Omit<Question, 'reviewer' | 'answer' | 'options'> & { readonly options: readonly Option[] },
  ): Option | undefined {
    const answer = this.#answers.get(question.id);
    const asked = { ...question, reviewer: this.#reviewer };
    this.#asked.push(
      question.options.some(option => option === answer) ? { ...asked, answer: answer! } : asked,
    );
    // One of the options.
    return answerTo(question, this.#answers) as Option | undefined;
  }
}
