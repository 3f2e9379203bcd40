import type { Area, Framework, Plain, Row, Section, Topic } from '../../src/core/model/types.ts';

/**
 * A version of a made-up framework, the next one, and what was done to get there: as a maintainer would, with
 * realistic words. The same seed gives the same history.
 */
export interface History {
  readonly before: Framework;
  readonly after: Framework;
  /** What was done, by kind: the row (for `reworded`: and the level) that it was done to, in the ids of `after`. */
  readonly done: Readonly<Record<string, readonly string[]>>;
}

type Random = () => number;
type Edit<T> = { -readonly [P in keyof T]: T[P] };
type EditedRow = Edit<Omit<Row, 'statements'>> & { statements: Map<string, string> };
type EditedTopic = Edit<Omit<Topic, 'rows'>> & { rows: EditedRow[] };

const VERBS =
  'Install|Configure|Maintain|Monitor|Document|Diagnose|Replace|Update|Record|Plan|Review|Test|Explain|Demonstrate|Prepare|Assess|Support|Advise on|Implement|Evaluate|Coordinate|Design|Report on|Escalate|Check|Audit|Understand|Describe|Follow instructions to set up|Contribute to|Lead on|Analyse|Prioritise|Schedule|Deliver|Manage'.split(
    '|',
  );
const QUALIFIERS =
  'basic|common|complex|routine|most|a range of|specialist|shared|critical|new|existing|simple|advanced|all|selected'.split(
    '|',
  );
const OBJECTS =
  'hardware devices|client applications|network switches|user accounts|backup schedules|wireless networks|support requests|asset registers|software licences|printers and copiers|security patches|learning platforms|staff laptops|server logs|access rights|service level reports|cabling|disposal procedures|risk assessments|training sessions|purchase orders|fire safety checks|lesson plans|care records|medication charts|kitchen equipment|allergen information|incident reports|data protection requests|mobile devices|meeting rooms|classroom displays|virtual machines|cloud storage|monitoring dashboards|change requests|contracts with suppliers|budget forecasts|induction packs|knowledge base articles|emergency plans|mentoring meetings|feedback from users|web pages|databases|payment terminals|telephone systems|door entry systems|cameras|test environments'.split(
    '|',
  );
const CONTEXTS =
  'in line with policy|for new starters|across the whole organisation|within agreed timescales|under supervision|at more than one site|before the start of term|for people with additional needs|with the help of a senior colleague|after a change|during the summer break|following the manufacturer’s guidance|to meet legal requirements|for the finance team|as part of a team|when the usual contact is away|so that users can work safely|without interrupting the service|in a classroom|on a ward|in a busy kitchen|for visitors|to a high standard|using the ticketing system|with minimal disruption|to recover from failures|for remote workers|on shared equipment|at peak times|in consultation with managers'.split(
    '|',
  );
const EXAMPLES =
  'reset a password|replace a keyboard|patch a socket|restore a folder|print a label|clear a paper jam|create a group|wipe a laptop|move a mailbox|renew a certificate|test an alarm|order a toner|close a ticket|draw a floor plan|write a short guide|compare two quotations|photograph the damage|ring the supplier|book a room|lock a screen'.split(
    '|',
  );
const SYNONYMS: Readonly<Record<string, string>> = {
  Install: 'Set up',
  Maintain: 'Look after',
  Monitor: 'Keep an eye on',
  Document: 'Write down',
  Diagnose: 'Find faults in',
  Update: 'Bring up to date',
  Review: 'Go over',
  Explain: 'Describe',
  Prepare: 'Draw up',
  Assess: 'Evaluate',
  Implement: 'Put in place',
  Check: 'Verify',
  Understand: 'Know about',
  Manage: 'Oversee',
  Design: 'Develop',
  common: 'frequent',
  complex: 'demanding',
  routine: 'regular',
  simple: 'straightforward',
  organisation: 'institution',
  users: 'colleagues',
  devices: 'equipment',
  policy: 'agreed procedures',
  guidance: 'instructions',
};
const TITLES =
  'Devices|Networks|Accounts|Service support|Changes|Assets|Documentation|Safety|Budgets|People|Continuity|Backups|Security|Requests|Procurement|Teaching|Care|Catering|Communication|Data|Projects|Quality|Suppliers|Planning'.split(
    '|',
  );
const LEVELS = ['0.5', '1st', '2nd', '3rd'];
const extra = new Map<string, Plain>();

/** A history of so many rows with the shares of rows that are reworded, moved, added, withdrawn, split and merged. */
export function history(
  seed: number,
  rows = 2000,
  shares = {
    reworded: 0.05,
    moved: 0.02,
    added: 0.02,
    withdrawn: 0.02,
    removed: 0.01,
    split: 0.01,
    merged: 0.01,
  },
): History {
  return new Maker(seed, rows).make(shares);
}

type Shares = Parameters<typeof history>[2] & object;

class Maker {
  readonly #random: Random;
  readonly #topics: EditedTopic[] = [];
  readonly #areas: Area[];
  readonly #done: Record<string, string[]> = {
    reworded: [],
    moved: [],
    added: [],
    withdrawn: [],
    removed: [],
    split: [],
    merged: [],
  };
  #made = 0;

  constructor(seed: number, rows: number) {
    this.#random = generator(seed);
    const areas: Area[] = [];
    for (let left = rows, at = 0; left > 0; at++) {
      const sections: Section[] = ['functions', 'knowledge'].map(kind => ({ kind, topics: [], extra }));
      for (const section of sections) {
        const topics = section.topics as Topic[];
        for (let count = 3 + this.#below(5); count > 0 && left > 0; count--) {
          const size = Math.min(left, 3 + this.#below(12));
          left -= size;
          const topic = this.#topic(`t${this.#topics.length + 1}`, size);
          this.#topics.push(topic);
          topics.push(topic);
        }
      }
      areas.push({ id: `area-${at + 1}`, title: `${this.#pick(TITLES)} ${at + 1}`, sections, extra });
    }
    this.#areas = areas;
    this.#repeatSome();
  }

  make(shares: Shares): History {
    const before = this.#framework('1.0');
    const living = () => this.#topics.flatMap(topic => topic.rows).filter(row => !row.withdrawn);
    const all = living();
    const take = (share: number) => this.#some(all, Math.round(share * all.length));
    const apart = new Set<EditedRow>();
    const count = (share: number) => Math.round(share * all.length);
    for (const row of this.#some(all.filter(isOfTwo), count(shares.split))) this.#split(row, apart);
    const short = all.filter(row => row.statements.size === 1);
    for (const row of this.#some(short, count(shares.merged))) this.#merge(row, apart);
    for (const row of take(shares.reworded)) if (!apart.has(row)) this.#reword(row);
    for (const row of take(shares.moved)) if (!apart.has(row)) this.#move(row);
    for (let count = Math.round(shares.added * all.length); count > 0; count--) this.#add();
    for (const row of take(shares.withdrawn)) {
      if (apart.has(row) || row.withdrawn) continue;
      row.withdrawn = { since: '1.1' };
      this.#done.withdrawn!.push(row.id);
    }
    const touched = new Set(Object.values(this.#done).flatMap(each => each.map(one => one.split(' ')[0])));
    for (const row of take(shares.removed)) {
      if (apart.has(row) || touched.has(row.id)) continue;
      const { rows } = this.#homeOf(row);
      rows.splice(rows.indexOf(row), 1);
      this.#done.removed!.push(row.id);
    }
    return { before, after: this.#framework('1.1'), done: this.#done };
  }

  #framework(version: string): Framework {
    const copy = (row: EditedRow): Row => ({ ...row, statements: new Map(row.statements) });
    return {
      details: { id: 'f', title: 'A framework', version, status: 'draft', extra },
      levels: LEVELS.map(id => ({ id, title: `${id} line`, extra })),
      sectionKinds: ['functions', 'knowledge'].map(id => ({ id, title: `The ${id}`, extra })),
      glossary: new Map(),
      areas: this.#areas.map(area => ({
        ...area,
        sections: area.sections.map(section => ({
          ...section,
          topics: section.topics.map(topic => ({ ...topic, rows: (topic.rows as EditedRow[]).map(copy) })),
        })),
      })),
      extra,
    };
  }

  #topic(id: string, size: number): EditedTopic {
    const rows = Array.from({ length: size }, () => this.#row());
    const title = `${this.#pick(TITLES)} and ${this.#pick(OBJECTS)}`;
    return { id, title, rows, extra };
  }

  #row(): EditedRow {
    this.#made++;
    const filled = LEVELS.filter(() => this.#random() < 0.6);
    const levels = filled.length > 0 ? filled : [this.#pick(LEVELS)];
    const statements = new Map(levels.map(level => [level, this.#statement()]));
    return { id: `row-${this.#made}`, statements, blank: new Map(), notes: new Map(), extra };
  }

  #statement(): string {
    const sentence = this.#sentence();
    return this.#random() < 0.2 ? `${sentence} ${this.#sentence()}` : sentence;
  }

  #sentence(): string {
    const qualifier = this.#random() < 0.5 ? `${this.#pick(QUALIFIERS)} ` : '';
    const context = this.#random() < 0.7 ? ` ${this.#pick(CONTEXTS)}` : '';
    const example = this.#random() < 0.35 ? ` e.g. ${this.#pick(EXAMPLES)}` : '';
    return `${this.#pick(VERBS)} ${qualifier}${this.#pick(OBJECTS)}${context}${example}.`;
  }

  /** One row in fifty says word for word what another one says, as the rows of real frameworks do. */
  #repeatSome(): void {
    const rows = this.#topics.flatMap(topic => topic.rows);
    for (const row of this.#some(rows, Math.floor(rows.length / 50)))
      row.statements = new Map(this.#pick(rows).statements);
  }

  #reword(row: EditedRow): void {
    const level = this.#pick([...row.statements.keys()]);
    const before = row.statements.get(level)!;
    let after = before;
    for (let edits = 1 + this.#below(2); edits > 0 || after === before; edits--) after = this.#edited(after);
    row.statements.set(level, after);
    this.#done.reworded!.push(`${row.id} ${level}`);
  }

  #edited(text: string): string {
    const body = text.replace(/\.$/, '');
    switch (this.#below(7)) {
      case 0: // A synonym.
        return text.replace(
          new RegExp(`\\b(${Object.keys(SYNONYMS).join('|')})\\b`),
          word => SYNONYMS[word] ?? word,
        );
      case 1: // A clause more.
        return `${body}, ${this.#pick(CONTEXTS)}.`;
      case 2: // A clause less.
        return `${body.replace(/ (?:e\.g\.|in line|for|within|under|at|before|with|to) .*$/, '')}.`;
      case 3: // Another example.
        return `${body.replace(/ e\.g\. .*$/, '')} e.g. ${this.#pick(EXAMPLES)}.`;
      case 4: // Another verb.
        return text.replace(/^\S+/, () => this.#pick(VERBS));
      case 5: // A duty more.
        return `${body} and ${this.#pick(VERBS).toLowerCase()} ${this.#pick(OBJECTS)}.`;
      default: // A qualifier that goes or comes.
        return text.replace(
          new RegExp(`^(\\S+) (?:(?:${QUALIFIERS.join('|')}) )?`),
          (_, verb: string) => `${verb} ${this.#pick(QUALIFIERS)} `,
        );
    }
  }

  #move(row: EditedRow): void {
    const home = this.#homeOf(row);
    const target = this.#pick(this.#topics.filter(topic => topic !== home));
    home.rows.splice(home.rows.indexOf(row), 1);
    target.rows.splice(this.#below(target.rows.length + 1), 0, row);
    this.#done.moved!.push(row.id);
  }

  #add(): void {
    const { rows } = this.#pick(this.#topics);
    const row = this.#row();
    rows.splice(this.#below(rows.length + 1), 0, row);
    this.#done.added!.push(row.id);
  }

  /** Cuts a statement of two sentences in two. */
  #split(row: EditedRow, apart: Set<EditedRow>): void {
    const [level, text] = [...row.statements].find(([, each]) => sentencesOf(each).length === 2)!;
    const both = sentencesOf(text);
    const part = this.#row();
    part.statements = new Map([[level, both[1]!]]);
    row.statements.set(level, both[0]!);
    const { rows } = this.#homeOf(row);
    rows.splice(rows.indexOf(row) + 1, 0, part);
    apart.add(row).add(part);
    this.#done.split!.push(part.id);
    this.#done.reworded!.push(`${row.id} ${level}`);
  }

  /** Puts the words of a row of one statement at the end of a neighbour, and withdraws it. */
  #merge(row: EditedRow, apart: Set<EditedRow>): void {
    const { rows } = this.#homeOf(row);
    const other = rows.find(each => each !== row && !apart.has(each) && !each.withdrawn);
    const [entry] = row.statements;
    const own = entry && other?.statements.get(entry[0]);
    if (apart.has(row) || !other || !entry || own === undefined) return;
    other.statements.set(entry[0], `${own} ${entry[1]}`);
    row.withdrawn = { since: '1.1', replacedBy: [other.id] };
    apart.add(row).add(other);
    this.#done.merged!.push(row.id);
    this.#done.reworded!.push(`${other.id} ${entry[0]}`);
  }

  #homeOf(row: EditedRow): EditedTopic {
    return this.#topics.find(topic => topic.rows.includes(row))!;
  }

  #some<T>(list: readonly T[], count: number): T[] {
    const chosen = new Set<T>();
    while (chosen.size < Math.min(count, list.length)) chosen.add(this.#pick(list));
    return [...chosen];
  }

  #pick<T>(list: readonly T[]): T {
    return list[this.#below(list.length)]!;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=\.) (?=[A-Z])/);
}

function isOfTwo(row: EditedRow): boolean {
  return [...row.statements.values()].some(text => sentencesOf(text).length === 2);
}

/** Mulberry32: numbers from 0 to 1, always the same for a seed. */
function generator(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
