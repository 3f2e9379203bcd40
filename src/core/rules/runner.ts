import type { Loaded } from '../model/load.ts';
import { sourceOf } from '../model/source.ts';
import type { Framework, Row } from '../model/types.ts';
import type { Chunk, Spot } from '../yaml/nodes.ts';
import { RULES } from './allRules.ts';
import type { Finding } from './finding.ts';
import { type Found, finished } from './finished.ts';
import { placeOf, touches } from './place.ts';
import type {
  CheckingRule,
  OptionValues,
  Report,
  Rule,
  Scope,
  Severity,
  Sibling,
  Spelling,
  Where,
} from './rule.ts';
import { liveRows, liveTopics, type PlacedTopic } from './walk.ts';

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
}

const known = new WeakMap<Loaded, { readonly options: RunOptions | undefined; readonly all: Finding[] }>();

/** All that is wrong with a file: the loader's problems and what the rules find, in text order. */
export function findings(loaded: Loaded, options?: RunOptions): Finding[] {
  const before = known.get(loaded);
  if (before && before.options === options) return before.all;
  const run = startRun(loaded, options);
  run.proceed();
  const all = run.findings();
  known.set(loaded, { options, all });
  return all;
}

/**
 * Begins to check a file; does nothing yet.
 * @param loaded must stay the newest state of its document for as long as the run is used
 * @param previous the run over the state before
 */
export function startRun(loaded: Loaded, options: RunOptions = {}, previous?: Run): Run {
  return new Checking(loaded, options, previous instanceof Checking ? previous : undefined);
}

/** The other versions of a framework among the files beside it. */
export function versionsOf({ details }: Framework, { siblings = [] }: RunOptions): readonly Sibling[] {
  return siblings.filter(
    ({ framework: other }) => other.details.id === details.id && other.details.version !== '',
  );
}

interface Remembered {
  readonly facts: string;
  /** For a topic: the rows that were looked at. */
  readonly rows?: readonly Row[];
  readonly byRule: Map<Rule, readonly Found[]>;
}

const NO_OPTIONS: OptionValues = {};

const remembered = new WeakMap<object, Remembered>();

/**
 * In UTF-16 units. Longer than this is no statement that a person wrote for an assessor, and rules of
 * wording would take long over it: they pass it over.
 */
const LONGEST = 5_000;

function isReadable([, text]: readonly [string, string]): boolean {
  return text.length <= LONGEST;
}

class Checking implements Run {
  readonly #loaded: Loaded;
  readonly #options: RunOptions;
  readonly #rules: readonly Rule[];
  readonly #facts: string;
  readonly #rows: readonly Row[];
  readonly #topics: readonly PlacedTopic[];
  readonly #placed: ReturnType<typeof liveRows>;
  #nextRow = 0;
  #nextTopic = 0;
  #nextRule = 0;
  readonly #wide: Found[] = [];
  #previousWide: readonly Found[];

  constructor(loaded: Loaded, options: RunOptions, previous: Checking | undefined) {
    const { framework } = loaded;
    this.#loaded = loaded;
    this.#options = options;
    this.#rules = (options.among ?? RULES).filter(
      ({ meta }) => options.rules?.[meta.id] !== 'off' && (meta.needs === undefined || options[meta.needs]),
    );
    this.#facts = JSON.stringify([
      framework.levels,
      framework.sectionKinds,
      [...framework.glossary],
      options.options ?? {},
    ]);
    this.#placed = liveRows(framework);
    this.#rows = this.#placed.map(({ row }) => row);
    this.#topics = liveTopics(framework);
    const wide = previous ? previous.#wideFor(loaded, options) : undefined;
    if (wide) {
      this.#wide.push(...wide);
      this.#nextTopic = this.#topics.length;
      this.#nextRule = this.#rules.length;
    }
    this.#previousWide = previous ? (previous.#done ? previous.#wide : previous.#previousWide) : [];
  }

  get #done(): boolean {
    return this.#nextRule >= this.#rules.length;
  }

  /**
   * What was found beyond the rows, if it is all that would be found in this state and with these options: the
   * rules that need the dictionary look at rows only.
   */
  #wideFor(loaded: Loaded, { rules, options, siblings, among }: RunOptions): readonly Found[] | undefined {
    const mine = this.#options;
    const isSame =
      rules === mine.rules && options === mine.options && siblings === mine.siblings && among === mine.among;
    return this.#done && this.#loaded === loaded && isSame ? this.#wide : undefined;
  }

  checkRows(start: number, end: number): void {
    for (const row of this.#rows) {
      const source = sourceOf(row);
      if (source && touches(source, start, end)) this.#checkRow(row);
    }
  }

  proceed(pause: () => boolean = () => false): boolean {
    while (this.#nextRow < this.#rows.length) {
      this.#checkRow(this.#rows[this.#nextRow++]!);
      if (pause()) return false;
    }
    while (this.#nextTopic < this.#topics.length) {
      this.#wide.push(...this.#checkTopic(this.#topics[this.#nextTopic++]!));
      if (pause()) return false;
    }
    while (!this.#done) {
      const rule = this.#rules[this.#nextRule++]!;
      if (isFor(rule, 'framework')) {
        this.#wide.push(...this.#checkFramework(rule));
        if (!this.#done && pause()) return false;
      }
    }
    return true;
  }

  findings(): Finding[] {
    const narrow = this.#rows.flatMap(row => {
      const memory = this.#recall(row);
      return memory ? this.#rules.flatMap(rule => memory.byRule.get(rule) ?? []) : [];
    });
    let wide: readonly Found[] = this.#wide;
    if (!this.#done && this.#previousWide.length > 0) {
      const alive = new Set<Chunk>(this.#loaded.document.chunks);
      const isAlive = (spot: Spot) => alive.has(spot.chunk);
      wide = this.#previousWide.filter(
        ({ spot, related }) => isAlive(spot) && related.every(r => isAlive(r.spot)),
      );
    }
    return finished(this.#loaded, [...narrow, ...wide], this.#options, this.#done);
  }

  #recall(node: object, facts = this.#facts): Remembered | undefined {
    const memory = remembered.get(node);
    return memory?.facts === facts ? memory : undefined;
  }

  #checkRow(row: Row): void {
    const memory = this.#recall(row) ?? { facts: this.#facts, byRule: new Map() };
    remembered.set(row, memory);
    for (const rule of this.#rules) {
      if (memory.byRule.has(rule)) continue;
      if (isFor(rule, 'row'))
        memory.byRule.set(
          rule,
          this.#run(rule, { node: row }, report => rule.check({ ...this.#common(rule, report), row })),
        );
      else if (isFor(rule, 'statement'))
        memory.byRule.set(
          rule,
          [...row.statements]
            .filter(isReadable)
            .flatMap(([level, text]) =>
              this.#run(rule, { node: row, key: 'statements', level }, report =>
                rule.check({ ...this.#common(rule, report), row, level, text }),
              ),
            ),
        );
    }
  }

  #checkTopic({ section, topic }: PlacedTopic): Found[] {
    const source = sourceOf(topic) ?? topic;
    const kind = this.#loaded.framework.sectionKinds.find(({ id }) => id === section.kind);
    const facts = `${kind?.id ?? ''} ${this.#facts}`;
    const rows = topic.rows.filter(row => !row.withdrawn);
    const before = this.#recall(source, facts);
    const same =
      before?.rows?.length === rows.length && rows.every((row, index) => row === before.rows![index]);
    const memory = before && same ? before : { facts, rows, byRule: new Map<Rule, readonly Found[]>() };
    remembered.set(source, memory);
    return this.#rules.flatMap(rule => {
      if (!isFor(rule, 'topic')) return [];
      let found = memory.byRule.get(rule);
      if (!found) {
        found = this.#run(rule, { node: topic }, report =>
          rule.check({ ...this.#common(rule, report), topic, kind, rows }),
        );
        memory.byRule.set(rule, found);
      }
      return found;
    });
  }

  #checkFramework(rule: CheckingRule<'framework'>): Found[] {
    const { framework, whole: isWhole } = this.#loaded;
    const siblings = versionsOf(framework, this.#options);
    return this.#run(rule, { node: framework }, report =>
      rule.check({ ...this.#common(rule, report), framework, isWhole, siblings, rows: this.#placed }),
    );
  }

  #common(rule: Rule, report: (report: Report) => void) {
    const { levels, glossary } = this.#loaded.framework;
    const { options, spelling } = this.#options;
    return { levels, glossary, spelling, options: options?.[rule.meta.id] ?? NO_OPTIONS, report };
  }

  /** Runs one check. A crash becomes a finding that names the rule; what was found before it is kept. */
  #run(rule: Rule, subject: Where, check: (report: (report: Report) => void) => void): Found[] {
    const found: Found[] = [];
    try {
      check(report => found.push(foundBy(rule, subject, report)));
    } catch (error) {
      found.push({
        rule,
        crash: error,
        message: `The rule \`${rule.meta.id}\` failed here (${error instanceof Error ? error.message : String(error)}). The other rules are not affected. Please report this.`,
        spot: placeOrTop(subject, this.#loaded),
        where: subject,
        data: { rule: rule.meta.id },
        related: [],
      });
    }
    return found;
  }
}

function foundBy(rule: Rule, subject: Where, { message, at, span, related = [], data }: Report): Found {
  const where = at ?? (span ? { ...subject, span } : subject);
  return {
    rule,
    message,
    where,
    spot: placeOf(where),
    related: related.map(other => ({ spot: placeOf(other.at), message: other.message })),
    ...(data ? { data } : {}),
  };
}

function placeOrTop(where: Where, loaded: Loaded): Spot {
  if (sourceOf(where.node)) return placeOf(where);
  const chunk = loaded.document.chunks[0] ?? { start: 0, text: '' };
  return { chunk, from: 0, to: Math.min(1, chunk.text.length) };
}

function isFor<S extends Exclude<Scope, 'reading' | 'findings'>>(
  rule: Rule,
  scope: S,
): rule is CheckingRule<S> & Rule {
  return rule.meta.scope === scope;
}
