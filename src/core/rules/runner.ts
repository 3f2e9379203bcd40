import { type Loaded, type Step, tokenOf } from '../model/load.ts';
import { sourceOf } from '../model/source.ts';
import type { Framework, Row, Section, Topic } from '../model/types.ts';
import { rowsPairOf } from '../yaml/chunks.ts';
import { endOf, pairOf, startOf, type YamlPair } from '../yaml/nodes.ts';
import { ruleOf } from './allRules.ts';
import { commonOf, NarrowCheck, runCheck } from './checks.ts';
import { type Entry, findingsOf, inTextOrder, type Shown, shownOf, withIdle } from './entries.ts';
import type { Finding } from './finding.ts';
import type { Found } from './finished.ts';
import { touches } from './place.ts';
import type { CheckingRule, OptionValues, Rule, Severity, Sibling, Spelling } from './rule.ts';
import { type RuleSet, ruleSetOf } from './ruleSet.ts';
import { type Suppression, type Suppressions, suppressionsIn } from './suppressions.ts';
import { type Reading, readingsOf } from './text/readings.ts';
import { liveRows } from './walk.ts';

export interface RunOptions {
  /** Another severity for some rules, by id; `off`: the rule is not run. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** What is set for some rules, by the rule's id and the option's name. */
  readonly options?: Readonly<Record<string, OptionValues>>;
  /** The frameworks in the files beside; those of another framework do not count. */
  readonly siblings?: readonly Sibling[];
  /** The dictionary, for the rules that need one; without it they are not run. */
  readonly spelling?: Spelling;
  /** The rules to run; for tests. */
  readonly among?: readonly Rule[];
}

/**
 * The rules over one state of a file, in as many steps as the caller likes. What a run found in a row or topic
 * is remembered for as long as that has not changed, also by later runs.
 */
export interface Run {
  /** Checks the rows that a range of the text touches, by the rules that look at no more than a row. */
  checkRows(start: number, end: number): void;
  /**
   * Goes on with what is left.
   * @param pause asked after each piece of work; true: stop for now
   * @returns whether all is done
   */
  proceed(pause?: () => boolean): boolean;
  /**
   * What is known so far, in text order. Until all is done, what the wider rules found in the run before stands
   * in for what they will find now, where its text has not changed.
   */
  findings(): Finding[];
  /** As `findings`, but no more than some: the worst, and of those that are equally bad the first in the text. */
  worst(most: number): { readonly findings: Finding[]; readonly total: number };
}

/** The newest run over each state of a file. */
const runs = new WeakMap<Loaded, Checking>();

/** All that is wrong with a file: the loader's problems and what the rules find, in text order. */
export function findings(loaded: Loaded, options: RunOptions = DEFAULTS): Finding[] {
  const run = runOver(loaded, options);
  run.proceed();
  return run.findings();
}

/**
 * What is known to be wrong about a range of a file; if it is being checked, what is known so far.
 * @param start of those that have a character, or an end, in common with it
 */
export function findingsIn(
  loaded: Loaded,
  options: RunOptions | undefined,
  start: number,
  end: number,
): Finding[] {
  return runOver(loaded, options ?? DEFAULTS).findingsIn(start, end);
}

function runOver(loaded: Loaded, options: RunOptions): Checking {
  const running = runs.get(loaded);
  if (running?.isWith(options)) return running;
  const run = new Checking(loaded, options, undefined);
  run.proceed();
  return run;
}

const DEFAULTS: RunOptions = {};

/**
 * Begins to check a file; does nothing yet.
 * @param loaded must stay the newest state of its document for as long as the run is used
 * @param previous the run over the state before; it must not be used any more
 */
export function startRun(loaded: Loaded, options: RunOptions = DEFAULTS, previous?: Run): Run {
  return new Checking(loaded, options, previous instanceof Checking ? previous : undefined);
}

/** The other versions of a framework among the files beside it. */
export function versionsOf({ details }: Framework, { siblings = [] }: RunOptions): readonly Sibling[] {
  return siblings.filter(
    ({ framework: other }) => other.details.id === details.id && other.details.version !== '',
  );
}

/** What is known of the rows of a topic. */
interface TopicBook {
  readonly section: Section;
  readonly isLive: boolean;
  topic: Topic;
  /** What rules found that look at topics; undefined: they have not been asked yet. */
  found: readonly Found[] | undefined;
  /** What rules found that look at the whole framework. */
  wide: readonly Found[];
  /** All of it, without what is silenced; undefined: to be made again. */
  shown: Shown | undefined;
}

/** What rules found in a row, for as long as it is the same object. */
interface RowBook {
  readonly facts: string;
  /** The rules that were asked. */
  readonly rules: RuleSet['narrow'];
  readonly found: readonly Found[];
}

const rowBooks = new WeakMap<Row, RowBook>();

const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'info'];

class Checking implements Run {
  readonly #loaded: Loaded;
  readonly #options: RunOptions;
  readonly #rules: RuleSet;
  /** What every check may look at, in words. */
  readonly #facts: string;
  /** By the pair of their rows, in text order. */
  readonly #topics: Map<YamlPair | Topic, TopicBook>;
  /** Those whose rows or whose topic have still to be looked at. */
  readonly #waiting: Set<TopicBook>;
  readonly #suppressions: Suppressions;
  readonly #narrow: readonly NarrowCheck[];
  /** What rules found that look at the whole framework: what is now known, outside of rows. */
  #apart: readonly Found[] = [];
  #wide: Found[] = [];
  #nextRule = 0;
  #nextRow = 0;
  /** All findings, once nothing is left to be found. */
  #all: Finding[] | undefined;
  #live: { rows: ReturnType<typeof liveRows>; statements: readonly Reading[] } | undefined;

  constructor(loaded: Loaded, options: RunOptions, previous: Checking | undefined) {
    runs.set(loaded, this);
    this.#loaded = loaded;
    this.#options = options;
    this.#rules = ruleSetOf(options);
    const steps = previous ? previous.#stepsTo(loaded, options) : undefined;
    this.#facts = steps && previous ? previous.#facts : factsOf(loaded.framework, options);
    this.#narrow = this.#rules.narrow.map(rule => new NarrowCheck(rule, loaded, options));
    if (steps && previous) {
      this.#topics = previous.#topics;
      this.#waiting = previous.#waiting;
      this.#apart = previous.#apart;
      const topics = steps.map(step => this.#follow(step));
      const holds = topics.every(topic => topic === undefined || previous.#suppressions.holdAfter(topic));
      this.#suppressions = holds ? previous.#suppressions : suppressionsIn(loaded);
      const isSame = this.#rules === previous.#rules;
      if (!holds || !isSame) for (const book of this.#topics.values()) book.shown = undefined;
      if (!isSame) for (const book of this.#topics.values()) if (book.isLive) this.#waiting.add(book);
      // What looks at everything need not look again where nothing has changed.
      if (steps.length === 0 && previous.#nextRule >= previous.#rules.framework.length)
        this.#nextRule = this.#rules.framework.length;
    } else {
      this.#topics = booksOf(loaded.framework);
      this.#waiting = new Set([...this.#topics.values()].filter(book => book.isLive));
      this.#suppressions = suppressionsIn(loaded);
      if (previous) this.#takeOver(previous);
    }
  }

  /** How the state of this run became another one; undefined if more may have changed than rows. */
  #stepsTo(loaded: Loaded, options: RunOptions): readonly Step[] | undefined {
    const mine = this.#options;
    const isSame =
      options.rules === mine.rules &&
      options.options === mine.options &&
      options.siblings === mine.siblings &&
      options.among === mine.among;
    if (!isSame) return undefined;
    const token = tokenOf(this.#loaded);
    if (token === tokenOf(loaded)) return [];
    const first = loaded.steps.findIndex(({ from }) => from === token);
    return first < 0 ? undefined : loaded.steps.slice(first);
  }

  #follow({ after }: Step): Topic | undefined {
    const book = this.#topics.get(keyOf(after));
    if (!book) return undefined;
    book.topic = after;
    book.shown = undefined;
    if (book.isLive) this.#waiting.add(book);
    return after;
  }

  /** Until it is known anew, what was found in the state before stands, where its text is the same. */
  #takeOver(previous: Checking): void {
    const byId = new Map([...this.#topics.values()].map(book => [book.topic.id, book]));
    const wide = [...previous.#apart];
    for (const before of previous.#topics.values()) {
      wide.push(...before.wide);
      const book = byId.get(before.topic.id);
      if (book) book.found = before.found;
    }
    this.#distribute(wide);
  }

  get #isDone(): boolean {
    return this.#waiting.size === 0 && this.#nextRule >= this.#rules.framework.length;
  }

  checkRows(start: number, end: number): void {
    for (const book of this.#waiting)
      for (const row of liveRowsOf(book.topic)) {
        const source = sourceOf(row);
        if (!source || !touches(source, start, end)) continue;
        this.#checkRow(row);
        book.shown = undefined;
      }
  }

  proceed(pause: () => boolean = () => false): boolean {
    for (const book of this.#waiting) {
      const rows = liveRowsOf(book.topic);
      while (this.#nextRow < rows.length) {
        this.#checkRow(rows[this.#nextRow++]!);
        if (pause()) return false;
      }
      this.#nextRow = 0;
      book.found = this.#checkTopic(book, rows);
      book.shown = undefined;
      this.#waiting.delete(book);
      if (pause()) return this.#isDone;
    }
    while (this.#nextRule < this.#rules.framework.length) {
      this.#wide.push(...this.#checkFramework(this.#rules.framework[this.#nextRule++]!));
      if (this.#nextRule === this.#rules.framework.length) this.#distribute(this.#wide);
      else if (pause()) return false;
    }
    return true;
  }

  /** Whether it is a run with these options. */
  isWith(options: RunOptions): boolean {
    return this.#options === options;
  }

  findingsIn(start: number, end: number): Finding[] {
    const entries = [this.#outside(), ...this.#shownByTopic()].flatMap(({ bySeverity }) =>
      WORST_FIRST.flatMap(severity =>
        bySeverity[severity].filter(({ source: { spot } }) => startOf(spot) <= end && start <= endOf(spot)),
      ),
    );
    return findingsOf(this.#loaded, entries.sort(inTextOrder));
  }

  findings(): Finding[] {
    if (this.#all) return this.#all;
    const outside = this.#outside();
    const all = WORST_FIRST.flatMap(severity => this.#entries(outside, severity, Number.POSITIVE_INFINITY));
    const found = findingsOf(this.#loaded, all.sort(inTextOrder));
    if (this.#isDone) this.#all = found;
    return found;
  }

  worst(most: number): { findings: Finding[]; total: number } {
    const outside = this.#outside();
    let total = 0;
    for (const { bySeverity } of [outside, ...this.#shownByTopic()])
      for (const severity of WORST_FIRST) total += bySeverity[severity].length;
    const entries: Entry[] = [];
    for (const severity of WORST_FIRST)
      if (entries.length < most) entries.push(...this.#entries(outside, severity, most - entries.length));
    return { findings: findingsOf(this.#loaded, entries), total };
  }

  *#shownByTopic(): Generator<Shown> {
    for (const book of this.#topics.values()) yield this.#shown(book);
  }

  /** The first in the text of those that are as bad, and no more than some. */
  #entries(outside: Shown, severity: Severity, most: number): Entry[] {
    const entries: Entry[] = [];
    for (const { bySeverity } of this.#shownByTopic()) {
      for (const entry of bySeverity[severity]) entries.push(entry);
      if (entries.length >= most) break;
    }
    const others = outside.bySeverity[severity];
    if (others.length > 0) entries.push(...others);
    return (others.length > 0 ? entries.sort(inTextOrder) : entries).slice(0, most);
  }

  #shown(book: TopicBook): Shown {
    if (!book.shown) {
      const rows = book.isLive ? liveRowsOf(book.topic) : [];
      const inRows = rows.flatMap(row => this.#recall(row)?.found ?? []);
      const problems = this.#loaded.problemsIn(book.topic);
      const found = [...inRows, ...(book.found ?? []), ...book.wide];
      book.shown = shownOf(problems, found, this.#options.rules, this.#suppressions);
    }
    return book.shown;
  }

  /** What was found elsewhere than in rows and topics, and the suppressions that silence nothing. */
  #outside(): Shown {
    const problems = this.#loaded.problemsIn(undefined);
    const shown = shownOf(problems, this.#apart, this.#options.rules, this.#suppressions);
    if (!this.#isDone || this.#suppressions.all.length === 0) return shown;
    const used = new Set(shown.used);
    for (const each of this.#shownByTopic()) for (const one of each.used) used.add(one);
    const idle = this.#suppressions.all.filter(one => !used.has(one) && this.#isIdle(one));
    return withIdle(shown, idle, this.#options.rules);
  }

  /** Whether a suppression that silenced nothing might have: its rule was run. */
  #isIdle({ rule = '' }: Suppression): boolean {
    const needs = ruleOf(rule)?.meta.needs;
    return needs === undefined || this.#options[needs] !== undefined;
  }

  #recall(row: Row): RowBook | undefined {
    const book = rowBooks.get(row);
    return book?.facts === this.#facts ? book : undefined;
  }

  #checkRow(row: Row): void {
    const { narrow } = this.#rules;
    const before = this.#recall(row);
    if (before?.rules === narrow) return;
    const found = before ? before.found.filter(({ rule }) => narrow.includes(rule as never)) : [];
    for (const check of this.#narrow) if (!before?.rules.includes(check.rule)) check.check(row, found);
    rowBooks.set(row, { facts: this.#facts, rules: narrow, found });
  }

  #checkTopic({ section, topic }: TopicBook, rows: readonly Row[]): Found[] {
    const { sectionKinds } = this.#loaded.framework;
    const kind = sectionKinds.find(({ id }) => id === section.kind);
    const statements = rows.flatMap(row => readingsOf(row));
    const about = { topic, kind, sectionKinds, rows, statements };
    return this.#rules.topic.flatMap(rule =>
      runCheck(rule, { node: topic }, this.#loaded, report =>
        rule.check({ ...commonOf(this.#loaded, this.#options, rule), report, ...about }),
      ),
    );
  }

  #checkFramework(rule: CheckingRule<'framework'>): Found[] {
    const { framework, whole: isWhole } = this.#loaded;
    if (!this.#live) {
      const rows = liveRows(framework);
      this.#live = { rows, statements: rows.flatMap(({ row }) => readingsOf(row)) };
    }
    const siblings = versionsOf(framework, this.#options);
    const context = { framework, isWhole, siblings, ...this.#live };
    return runCheck(rule, { node: framework }, this.#loaded, report =>
      rule.check({ ...commonOf(this.#loaded, this.#options, rule), report, ...context }),
    );
  }

  /** Puts what was found by those that look at everything where it belongs. */
  #distribute(wide: readonly Found[]): void {
    const apart: Found[] = [];
    const byTopic = new Map<TopicBook, Found[]>();
    for (const found of wide) {
      const { chunk } = found.spot;
      if (chunk.gone) continue;
      const pair = rowsPairOf(chunk);
      const book = pair && this.#topics.get(pair);
      const list = book && byTopic.get(book);
      if (list) list.push(found);
      else if (book) byTopic.set(book, [found]);
      else apart.push(found);
    }
    this.#apart = apart;
    for (const book of this.#topics.values()) {
      const found = byTopic.get(book) ?? [];
      if (found.length + book.wide.length === 0) continue;
      book.wide = found;
      book.shown = undefined;
    }
  }
}

function factsOf({ levels, sectionKinds, glossary }: Framework, { options = {} }: RunOptions): string {
  return JSON.stringify([levels, sectionKinds, [...glossary], options]);
}

function booksOf({ areas }: Framework): Map<YamlPair | Topic, TopicBook> {
  const books = new Map<YamlPair | Topic, TopicBook>();
  for (const area of areas)
    for (const section of area.sections)
      for (const topic of section.topics) {
        const isLive = !area.withdrawn && !topic.withdrawn;
        books.set(keyOf(topic), { section, isLive, topic, found: undefined, wide: [], shown: undefined });
      }
  return books;
}

/** What a topic is known by while only its rows change. */
function keyOf(topic: Topic): YamlPair | Topic {
  const source = sourceOf(topic);
  return (source && pairOf(source, 'rows')) ?? topic;
}

function liveRowsOf({ rows }: Topic): readonly Row[] {
  return rows.some(row => row.withdrawn) ? rows.filter(row => !row.withdrawn) : rows;
}
