import type { Loaded } from '../model/load.ts';
import { sourceOf } from '../model/source.ts';
import type { Row } from '../model/types.ts';
import type { Spot } from '../yaml/nodes.ts';
import type { Found } from './finished.ts';
import { isIn } from './language.ts';
import { placeOf } from './place.ts';
import type { CheckingRule, OptionValues, Report, Rule, StatementCheck, Where } from './rule.ts';
import type { RunOptions } from './runOptions.ts';
import { readingsOf } from './text/readings.ts';

/**
 * In UTF-16 units. Longer than this is no statement that a person wrote for an assessor, and rules of
 * wording would take long over it: they pass it over.
 */
const LONGEST = 5_000;

const NO_OPTIONS: OptionValues = {};

/** What every check of a rule may look at. */
export function commonOf(
  { framework: { levels, glossary, details } }: Loaded,
  { options, spelling }: RunOptions,
  rule: Rule,
) {
  const isEnglish = isIn(details.language, 'en');
  return { levels, glossary, isEnglish, spelling, options: options?.[rule.meta.id] ?? NO_OPTIONS };
}

/** A rule that looks at no more than a row, made ready to be asked about many. */
export class NarrowCheck {
  readonly rule: CheckingRule<'statement'> | CheckingRule<'row'>;
  readonly #loaded: Loaded;
  /** What the rule is given: one object for all rows, since there are many. */
  readonly #context: { -readonly [K in keyof StatementCheck]: StatementCheck[K] };
  #found: Found[] = [];

  constructor(rule: NarrowCheck['rule'], loaded: Loaded, options: RunOptions) {
    this.rule = rule;
    this.#loaded = loaded;
    this.#context = {
      ...commonOf(loaded, options, rule),
      row: undefined as unknown as Row,
      level: '',
      text: '',
      pieces: [],
      traits: 0,
      report: report => this.#found.push(foundBy(rule, this.#subject, report)),
    };
  }

  get #subject(): Where {
    const { row, level } = this.#context;
    return this.rule.meta.scope === 'row' ? { node: row } : { node: row, key: 'statements', level };
  }

  /** Adds what the rule finds in a row. A crash becomes a finding of its own; what was found before it is kept. */
  check(row: Row, found: Found[]): void {
    this.#found = found;
    this.#context.row = row;
    if (this.rule.meta.scope === 'row') this.#ask();
    else
      for (const { level, text, pieces, traits } of readingsOf(row)) {
        if (text.length > LONGEST) continue;
        this.#context.level = level;
        this.#context.text = text;
        this.#context.pieces = pieces;
        this.#context.traits = traits;
        this.#ask();
      }
  }

  #ask(): void {
    try {
      this.rule.check(this.#context);
    } catch (error) {
      this.#found.push(crashOf(this.rule, this.#subject, this.#loaded, error));
    }
  }
}

/** Runs one check. A crash becomes a finding that names the rule; what was found before it is kept. */
export function runCheck(
  rule: Rule,
  subject: Where,
  loaded: Loaded,
  check: (report: (report: Report) => void) => void,
): Found[] {
  const found: Found[] = [];
  try {
    check(report => found.push(foundBy(rule, subject, report)));
  } catch (error) {
    found.push(crashOf(rule, subject, loaded, error));
  }
  return found;
}

/** The same for a check that may let others have a turn in between; adds to what is `found`. */
export function* checkInSlices(
  rule: Rule,
  subject: Where,
  loaded: Loaded,
  found: Found[],
  check: (report: (report: Report) => void) => Generator<void, void> | void,
): Generator<void, void> {
  try {
    const work = check(report => found.push(foundBy(rule, subject, report)));
    if (work) yield* work;
  } catch (error) {
    found.push(crashOf(rule, subject, loaded, error));
  }
}

function crashOf(rule: Rule, subject: Where, loaded: Loaded, error: unknown): Found {
  return {
    rule,
    crash: error,
    message: `The rule \`${rule.meta.id}\` failed here (${error instanceof Error ? error.message : String(error)}). The other rules are not affected. Please report this.`,
    spot: placeOrTop(subject, loaded),
    where: subject,
    data: { rule: rule.meta.id },
    related: [],
  };
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
  return sourceOf(where.node) ? placeOf(where) : loaded.document.spotAt(0, 1);
}
