// What a reviewer means by the state in which a workbook is left, as somebody reads it who sees which row is which.
import { eachRow, indexFramework } from '../../../src/core/model/index.ts';
import { normaliseLine, normaliseStatement } from '../../../src/core/model/statement.ts';
import type { Framework, Topic } from '../../../src/core/model/types.ts';
import { coveredOf, type Desk, type DeskRow, type DeskSheet, type Form } from './desk.ts';

export interface Meant {
  /** Row id → what it is to be. */
  readonly rows: ReadonlyMap<string, MeantRow>;
  readonly added: readonly MeantNew[];
  /** Topic id → its new title. */
  readonly titles: ReadonlyMap<string, string>;
  /** Area id → its new title, or `unclear`. */
  readonly areaTitles: ReadonlyMap<string, string | typeof UNCLEAR>;
}

/** In front of the title of a topic that a new row begins, which has no id yet. */
const BEGUN = 'begun:';

/** Whether a topic is the one that is meant. */
export function isMeant(topic: Topic | undefined, meant: string, base: Framework): boolean {
  if (!meant.startsWith(BEGUN)) return topic?.id === meant;
  const isNew = topic !== undefined && indexFramework(base).topic(topic.id) === undefined;
  return isNew && key(topic.title) === key(meant.slice(BEGUN.length));
}

export const UNCLEAR = Symbol('unclear');

export interface MeantRow {
  /** `unclear`: it is there more than once with different words, or its topic cannot be told by its cells. */
  readonly is: 'kept' | 'deleted' | 'emptied' | 'unclear';
  readonly topic: string;
  readonly statements: ReadonlyMap<string, string>;
}

export interface MeantNew {
  readonly row: DeskRow;
  readonly sheet: DeskSheet;
  /** Absent: its cells do not say which. */
  readonly topic?: string;
  readonly statements: ReadonlyMap<string, string>;
  /** The row of the framework that it was inserted below. */
  readonly below?: string;
  /** Whether it may be another on a sheet that was copied. */
  readonly isDoubtful?: boolean;
}

const key = (text: string | undefined) =>
  normaliseLine(text ?? '')
    .replace(/[\s\u00A0]+/g, ' ')
    .toLowerCase();

/** @param form CSV holds the texts alone: no error in a cell, and none that is merged */
export function meantBy(base: Framework, desk: Desk, form: Form): Meant {
  const physical = new Map<string, { row: DeskRow; sheet: DeskSheet }[]>();
  for (const sheet of desk.sheets)
    for (const row of sheet.rows)
      if (row.sentAs !== undefined)
        physical.set(row.sentAs, [...(physical.get(row.sentAs) ?? []), { row, sheet }]);
  const titles = retitled(base, physical);
  const topics = new Topics(base, titles);
  for (const sheet of desk.sheets)
    for (const row of sheet.rows)
      if (row.sentAs === undefined && statementsOf(row, sheet, new Map(), form).size > 0)
        topics.begin(sheet.area, row);
  const rows = new Map<string, MeantRow>();
  for (const { area, topic, row } of eachRow(base)) {
    if (area.withdrawn || topic.withdrawn || row.withdrawn) continue;
    const as = (is: MeantRow['is'], more?: Partial<MeantRow>) =>
      rows.set(row.id, { is, topic: topic.id, statements: row.statements, ...more });
    const found = physical.get(row.id) ?? [];
    if (found.length === 0) {
      // Of what was not sent nothing was said.
      const levels = [...row.statements.keys()];
      const wasSent = levels.length === 0 || levels.some(level => desk.heads.has(`=${level}`));
      const isGone = wasSent && desk.sheets.some(sheet => sheet.area === area.id);
      as(isGone ? 'deleted' : 'kept');
      continue;
    }
    const read = found.map(each => {
      const statements = statementsOf(each.row, each.sheet, row.statements, form);
      return { statements, topic: topics.find(each.sheet.area, each.row, topic) };
    });
    const isSame = (at: number) =>
      sameWords(read[at]!.statements, row.statements) && read[at]!.topic === topic.id;
    if (read.every((_, at) => isSame(at))) as('kept');
    else if (read.length > 1 || read[0]!.topic === undefined) as('unclear');
    else if (read[0]!.statements.size === 0 && row.statements.size > 0) as('emptied');
    else as('kept', { topic: read[0]!.topic!, statements: read[0]!.statements });
  }
  const added = desk.sheets.flatMap(sheet => addedOn(sheet, topics, rows, physical, form));
  return { rows, titles, areaTitles: retitledAreas(base, desk, form), added: once(added) };
}

/** A sheet that was copied holds its new rows once more. */
function once(added: readonly MeantNew[]): MeantNew[] {
  const isSame = (one: MeantNew, other: MeantNew) =>
    one.sheet !== other.sheet && sameWords(one.statements, other.statements);
  return added
    .map((each, at) => {
      const before = added.slice(0, at).filter(other => isSame(each, other));
      const isTwin = before.some(({ topic }) => topic !== undefined && topic === each.topic);
      const isDoubtful = before.some(({ topic }) => topic === undefined || each.topic === undefined);
      return { ...each, isTwin, ...(isDoubtful && { isDoubtful }) };
    })
    .filter(({ isTwin }) => !isTwin);
}

function addedOn(
  sheet: DeskSheet,
  topics: Topics,
  rows: ReadonlyMap<string, MeantRow>,
  physical: ReadonlyMap<string, readonly unknown[]>,
  form: Form,
): MeantNew[] {
  const added: MeantNew[] = [];
  let above: { id?: string; topic: string | undefined } | undefined;
  for (const row of sheet.rows) {
    if (row.sentAs !== undefined) {
      const meant = rows.get(row.sentAs)!;
      const isSure = meant.is === 'kept' && physical.get(row.sentAs)!.length === 1;
      const topic = topics.find(sheet.area, row, topics.of(row.sentAs));
      above = isSure ? { id: row.sentAs, topic: meant.topic } : { topic };
      continue;
    }
    // The line of a topic without rows says nothing until somebody writes a statement into it.
    const statements = statementsOf(row, sheet, new Map(), form);
    if (statements.size === 0) continue;
    const isBare = !row.texts.get('section') && !row.texts.get('topic');
    const topic =
      isBare && !row.texts.has('topicId') ? above?.topic : topics.find(sheet.area, row, undefined);
    const below = topic !== undefined && above?.topic === topic ? above.id : undefined;
    added.push({ row, sheet, statements, ...(topic !== undefined && { topic }), ...(below && { below }) });
    above = { topic };
  }
  return added;
}

function statementsOf(
  row: DeskRow,
  sheet: DeskSheet,
  before: ReadonlyMap<string, string>,
  form: Form,
): Map<string, string> {
  const statements = new Map(before);
  const covered = coveredOf(sheet, row);
  for (const column of sheet.columns) {
    if (!column.startsWith('=')) continue;
    const isHeld = column === covered || (row.looks.get(column)?.kind === 'error' && row.texts.get(column));
    if (isHeld && form === 'xlsx') continue;
    const text = column === covered ? '' : normaliseStatement(row.texts.get(column) ?? '');
    if (text === '') statements.delete(column.slice(1));
    else statements.set(column.slice(1), text);
  }
  return statements;
}

export function sameWords(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  const words = (text: string | undefined) => normaliseStatement(text ?? '');
  return [...new Set([...a.keys(), ...b.keys()])].every(level => words(a.get(level)) === words(b.get(level)));
}

/** Topics by the area of a sheet and by what is written in a row. */
class Topics {
  readonly #base: Framework;
  readonly #titles: ReadonlyMap<string, string>;
  /** Area, section and title of the topics that new rows begin. */
  readonly #begun = new Map<string, string>();

  constructor(base: Framework, titles: ReadonlyMap<string, string>) {
    this.#base = base;
    this.#titles = titles;
  }

  /** A new row begins a topic if it says its section, and a title that there is not. */
  begin(area: string, row: DeskRow): void {
    const name = this.#nameOf(area, row);
    if (name === undefined || this.#called(area, row, undefined).length > 0) return;
    if (!this.#begun.has(name))
      this.#begun.set(name, `${BEGUN}${normaliseLine(row.texts.get('topic') ?? '')}`);
  }

  #nameOf(area: string, { texts }: DeskRow): string | undefined {
    const [section, topic] = [key(texts.get('section')), key(texts.get('topic'))];
    const kinds = this.#base.sectionKinds.filter(({ title }) => section !== '' && key(title) === section);
    return kinds.length === 1 && topic !== '' ? JSON.stringify([area, section, topic]) : undefined;
  }

  /** The topic that a row was sent in. */
  of(id: string): Topic | undefined {
    return indexFramework(this.#base).row(id)?.topic;
  }

  /** @returns undefined if none, or more than one other than its own, is called so */
  find(area: string, row: DeskRow, own: Topic | undefined): string | undefined {
    const fitting = this.#called(area, row, own);
    const begun = fitting.length === 0 ? this.#begun.get(this.#nameOf(area, row) ?? '') : undefined;
    if (begun !== undefined) return begun;
    if (own && fitting.includes(own)) return own.id;
    const kind = own && this.#kindOf(own);
    // Several kinds of section may be called the same: a row stays in its own.
    const near = fitting.filter(topic => this.#kindOf(topic) === kind);
    if (near.length > 0) return near.length === 1 ? near[0]!.id : undefined;
    return fitting.length === 1 ? fitting[0]!.id : undefined;
  }

  #kindOf(topic: Topic): string {
    return indexFramework(this.#base).topic(topic.id)!.section.kind;
  }

  #called(area: string, { texts }: DeskRow, own: Topic | undefined): Topic[] {
    const said = key(texts.get('section'));
    // Without a word about its section, a row stays in its own.
    const kind = own && this.#kindOf(own);
    const kinds = this.#base.sectionKinds.filter(({ id, title }) =>
      said === '' ? id === kind : key(title) === said,
    );
    const sections = this.#base.areas.find(({ id }) => id === area)?.sections ?? [];
    return sections
      .filter(({ kind }) => kinds.some(({ id }) => id === kind))
      .flatMap(({ topics }) => topics)
      .filter(topic => !topic.withdrawn)
      .filter(topic => key(this.#titles.get(topic.id) ?? topic.title) === key(texts.get('topic')));
  }
}

/** A title that is gone cannot be seen in CSV. */
function retitledAreas(
  { areas }: Framework,
  { sheets }: Desk,
  form: Form,
): Map<string, string | typeof UNCLEAR> {
  const titles = new Map<string, string | typeof UNCLEAR>();
  for (const { id, title = '' } of areas) {
    const own = sheets.filter(({ area }) => area === id).map(sheet => sheet.title ?? title);
    const said = new Set(form === 'xlsx' ? own : own.map(text => text || title));
    const [only] = said;
    if (said.size > 1) titles.set(id, UNCLEAR);
    else if (only && only !== title) titles.set(id, only);
  }
  return titles;
}

/** Topics whose rows, as far as they are on the sheet of their area, all say one new title that is free there. */
function retitled(
  base: Framework,
  physical: ReadonlyMap<string, readonly { row: DeskRow; sheet: DeskSheet }[]>,
): Map<string, string> {
  const titles = new Map<string, string>();
  const before = new Topics(base, new Map());
  for (const area of base.areas)
    for (const section of area.sections)
      for (const topic of section.topics) {
        const found = topic.rows.flatMap(row => physical.get(row.id) ?? []);
        // A row that has lost its id says nothing if it has no words either.
        const own = found.filter(
          ({ row, sheet }) =>
            sheet.area === area.id &&
            (sheet.columns.includes('row') ||
              sheet.columns.some(each => each.startsWith('=') && row.texts.get(each)?.trim())),
        );
        const said = new Set(own.map(each => normaliseLine(each.row.texts.get('topic') ?? '')));
        const [title] = said;
        if (said.size !== 1 || !title || title === (topic.title ?? '')) continue;
        if (own.every(each => before.find(area.id, each.row, undefined) === undefined))
          titles.set(topic.id, title);
      }
  return titles;
}
