import { type Loaded, type Step, tokenOf } from '../model/load.ts';
import { sourceOf } from '../model/source.ts';
import type { Sliced } from '../slices.ts';
import { endOf, startOf } from '../yaml/nodes.ts';
import { ruleOf } from './allRules.ts';
import { commonOf, runCheck } from './checks.ts';
import { type Entry, findingsOf, inTextOrder, type Shown, shownOf, withIdle } from './entries.ts';
import type { Finding } from './finding.ts';
import type { Found } from './finished.ts';
import { touches } from './place.ts';
import { RowChecks } from './rowChecks.ts';
import type { Severity } from './rule.ts';
import { canRun, type RuleSet, ruleSetOf } from './ruleSet.ts';
import { type RunOptions, sameButSpelling } from './runOptions.ts';
import { type Suppression, type Suppressions, suppressionsIn } from './suppressions.ts';
import { readingsOf } from './text/readings.ts';
import { type TopicBook, TopicBooks } from './topicBooks.ts';
import { WideChecks } from './wideChecks.ts';

/**
 * The rules over one state of a file, in as many steps as the caller likes. What a run found in a row or topic
 * is remembered for as long as that has not changed, also by later runs.
 */
export interface Run {
  /**
   * Checks the rows that a range of the text touches, and others that are new if they are few, by the rules that
   * look at no more than a row.
   */
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
 * The same in slices. If the text changes between two of them, what comes out is of no use: its places are those of
 * no text.
 */
export function* gatheringFindings(loaded: Loaded, options: RunOptions = DEFAULTS): Sliced<Finding[]> {
  const known = runs.get(loaded);
  // A run under way is somebody else's, who goes on with it when the text changes.
  const run = known?.isWith(options) && known.isDone ? known : new Checking(loaded, options, undefined);
  while (!run.proceed(() => true)) yield;
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
  const isRunning = runs.get(loaded)?.isWith(options ?? DEFAULTS);
  const run = runOver(loaded, options ?? DEFAULTS);
  if (!isRunning) run.proceed();
  return run.findingsIn(start, end);
}

/** The run over a state of a file that is under way, or one that has still to begin. */
function runOver(loaded: Loaded, options: RunOptions): Checking {
  const running = runs.get(loaded);
  return running?.isWith(options) ? running : new Checking(loaded, options, undefined);
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

/** More rows than this that an edit did not touch wait for their turn. */
const MOST_OTHERS = 50;
const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'info'];

class Checking implements Run {
  readonly #loaded: Loaded;
  readonly #options: RunOptions;
  readonly #rules: RuleSet;
  readonly #rows: RowChecks;
  readonly #topics: TopicBooks;
  /** The topics that have still to be looked at, or rows of them. */
  readonly #waiting: Set<TopicBook>;
  readonly #suppressions: Suppressions;
  #nextRow = 0;
  /** What has still to be looked for in the whole framework; undefined: nothing. */
  #wide: WideChecks | undefined;
  /** All findings, once nothing is left to be found. */
  #all: Finding[] | undefined;

  constructor(loaded: Loaded, options: RunOptions, previous: Checking | undefined) {
    runs.set(loaded, this);
    this.#loaded = loaded;
    this.#options = options;
    this.#rules = ruleSetOf(options, loaded.framework.details.language);
    const steps = previous ? previous.#stepsTo(loaded, options) : undefined;
    const before = steps ? previous : undefined;
    this.#rows = new RowChecks(loaded, options, this.#rules, before ? before.#rows : undefined);
    // What looks at everything need not look again where nothing has changed.
    const isKnown = before !== undefined && steps?.length === 0 && before.#wide === undefined;
    this.#wide = isKnown ? undefined : new WideChecks(loaded, options, this.#rules.framework);
    if (before && steps) {
      this.#topics = before.#topics;
      this.#waiting = before.#waiting;
      this.#suppressions = this.#follow(before, steps);
    } else {
      this.#topics = new TopicBooks(loaded.framework);
      this.#waiting = new Set(this.#topics.live);
      this.#suppressions = suppressionsIn(loaded);
      if (previous) this.#topics.takeOver(previous.#topics);
    }
  }

  /** How the state of this run became another one; undefined if more may have changed than rows. */
  #stepsTo(loaded: Loaded, options: RunOptions): readonly Step[] | undefined {
    if (!sameButSpelling(options, this.#options)) return undefined;
    const token = tokenOf(this.#loaded);
    if (token === tokenOf(loaded)) return [];
    const first = loaded.steps.findIndex(({ from }) => from === token);
    return first < 0 ? undefined : loaded.steps.slice(first);
  }

  /** Marks what has to be looked at again. Returns the suppressions as they are now. */
  #follow(before: Checking, steps: readonly Step[]): Suppressions {
    for (const { after } of steps) {
      const book = this.#topics.follow(after);
      if (book && this.#topics.live.has(book)) this.#waiting.add(book);
    }
    const holds = steps.every(({ after }) => before.#suppressions.holdAfter(after));
    const isSame = this.#rules === before.#rules;
    if (!holds || !isSame) for (const book of this.#topics.all) book.shown = undefined;
    if (!isSame) for (const book of this.#topics.live) this.#waiting.add(book);
    return holds ? before.#suppressions : suppressionsIn(this.#loaded);
  }

  /** Whether nothing is left to be found. */
  get isDone(): boolean {
    return this.#waiting.size === 0 && this.#wide === undefined;
  }

  checkRows(start: number, end: number): void {
    let others = 0;
    for (const book of this.#waiting)
      for (const row of book.rows) {
        if (this.#rows.knows(row)) continue;
        const source = sourceOf(row);
        // The neighbours of what was edited may have been read anew as well.
        if (!(source && touches(source, start, end)) && ++others > MOST_OTHERS) continue;
        this.#rows.check(row);
        book.shown = undefined;
      }
  }

  proceed(pause: () => boolean = () => false): boolean {
    for (const book of this.#waiting) {
      while (this.#nextRow < book.rows.length) {
        this.#rows.check(book.rows[this.#nextRow++]!);
        if (pause()) return false;
      }
      this.#nextRow = 0;
      book.found = this.#checkTopic(book);
      book.shown = undefined;
      this.#waiting.delete(book);
      if (pause()) return this.isDone;
    }
    if (this.#wide) {
      if (!this.#wide.proceed(pause)) return false;
      this.#topics.distribute(this.#wide.found);
      this.#wide = undefined;
    }
    return true;
  }

  /** Whether it is a run with these options. */
  isWith(options: RunOptions): boolean {
    return this.#options === options;
  }

  findingsIn(start: number, end: number): Finding[] {
    const entries: Entry[] = [];
    for (const { bySeverity } of this.#shownByPart())
      for (const severity of WORST_FIRST)
        for (const entry of bySeverity[severity]) {
          const { spot } = entry.source;
          if (startOf(spot) <= end && start <= endOf(spot)) entries.push(entry);
        }
    return findingsOf(this.#loaded, entries.sort(inTextOrder));
  }

  findings(): Finding[] {
    if (this.#all) return this.#all;
    const { findings } = this.#pick(Number.POSITIVE_INFINITY, entries => entries.sort(inTextOrder));
    if (this.isDone) this.#all = findings;
    return findings;
  }

  worst(most: number): { findings: Finding[]; total: number } {
    return this.#pick(most, entries => entries);
  }

  /**
   * The worst findings, no more than some.
   * @param ordered puts them in another order
   */
  #pick(most: number, ordered: (entries: Entry[]) => Entry[]): { findings: Finding[]; total: number } {
    const picked: Record<Severity, Entry[]> = { error: [], warning: [], info: [] };
    const outside = this.#outside();
    let total = 0;
    const add = ({ bySeverity }: Shown) => {
      for (const severity of WORST_FIRST) {
        const entries = bySeverity[severity];
        total += entries.length;
        const those = picked[severity];
        for (let at = 0; at < entries.length && those.length < most; at++) those.push(entries[at]!);
      }
    };
    for (const book of this.#topics.all) add(this.#shown(book));
    const entries: Entry[] = [];
    for (const severity of WORST_FIRST) {
      // What stands in no row may come before all that do.
      const those = inOrder(outside.bySeverity[severity], picked[severity]);
      total += outside.bySeverity[severity].length;
      for (let at = 0; at < those.length && entries.length < most; at++) entries.push(those[at]!);
    }
    return { findings: findingsOf(this.#loaded, ordered(entries)), total };
  }

  *#shownByPart(): Generator<Shown> {
    yield this.#outside();
    for (const book of this.#topics.all) yield this.#shown(book);
  }

  #shown(book: TopicBook): Shown {
    if (!book.shown) {
      const problems = this.#loaded.problemsIn(book.topic);
      const inRows = book.rows.flatMap(row => this.#rows.foundIn(row));
      const found = [...inRows, ...(book.found ?? []), ...book.wide];
      book.shown = shownOf(problems, found, this.#options.rules, this.#suppressions);
    }
    return book.shown;
  }

  /** What was found elsewhere than in rows and topics, and the suppressions that silence nothing. */
  #outside(): Shown {
    const problems = this.#loaded.problemsIn(undefined);
    const shown = shownOf(problems, this.#topics.apart, this.#options.rules, this.#suppressions);
    if (!this.isDone || this.#suppressions.all.length === 0) return shown;
    const used = new Set(shown.used);
    for (const book of this.#topics.all) for (const one of this.#shown(book).used) used.add(one);
    const idle = this.#suppressions.all.filter(one => !used.has(one) && this.#isIdle(one));
    return withIdle(shown, idle, this.#options.rules);
  }

  /** Whether a suppression that silenced nothing might have: its rule was run. */
  #isIdle({ rule = '' }: Suppression): boolean {
    const meta = ruleOf(rule)?.meta;
    return meta === undefined || canRun(meta, this.#options, this.#loaded.framework.details.language);
  }

  #checkTopic({ section, topic, rows }: TopicBook): Found[] {
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
}

/** Both in text order, where each is. */
function inOrder(some: readonly Entry[], others: readonly Entry[]): readonly Entry[] {
  return some.length === 0 ? others : [...some, ...others].sort(inTextOrder);
}
