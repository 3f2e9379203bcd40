import type { Loaded } from '../model/load.ts';
import type { Framework, Row } from '../model/types.ts';
import { NarrowCheck } from './checks.ts';
import type { Found } from './finished.ts';
import type { RuleSet } from './ruleSet.ts';
import type { RunOptions } from './runOptions.ts';

/** What rules found in a row, for as long as it is the same object. */
interface RowBook {
  readonly facts: string;
  /** The rules that were asked. */
  readonly rules: RuleSet['narrow'];
  readonly found: readonly Found[];
}

const books = new WeakMap<Row, RowBook>();

const NOTHING: readonly Found[] = [];

/** The rules that look at no more than a row. What they find is remembered, for other runs as well. */
export class RowChecks {
  /** What all of them may look at beside the row, in words. */
  readonly #facts: string;
  readonly #rules: RuleSet['narrow'];
  readonly #checks: readonly NarrowCheck[];

  /** @param before those of a state of the file from which only rows differ */
  constructor(loaded: Loaded, options: RunOptions, { narrow }: RuleSet, before: RowChecks | undefined) {
    this.#facts = before ? before.#facts : factsOf(loaded.framework, options);
    this.#rules = narrow;
    this.#checks = narrow.map(rule => new NarrowCheck(rule, loaded, options));
  }

  /** Whether all rules have been asked about a row. */
  knows(row: Row): boolean {
    return this.#recall(row)?.rules === this.#rules;
  }

  /** Asks the rules that have not been asked about a row yet. */
  check(row: Row): void {
    const before = this.#recall(row);
    if (before?.rules === this.#rules) return;
    const found = before ? before.found.filter(({ rule }) => this.#rules.includes(rule as never)) : [];
    for (const check of this.#checks) if (!before?.rules.includes(check.rule)) check.check(row, found);
    books.set(row, { facts: this.#facts, rules: this.#rules, found });
  }

  /** What is known of a row. */
  foundIn(row: Row): readonly Found[] {
    return this.#recall(row)?.found ?? NOTHING;
  }

  #recall(row: Row): RowBook | undefined {
    const book = books.get(row);
    return book?.facts === this.#facts ? book : undefined;
  }
}

function factsOf(
  { levels, sectionKinds, glossary, details }: Framework,
  { options = {} }: RunOptions,
): string {
  return JSON.stringify([levels, sectionKinds, [...glossary], details.language, options]);
}
