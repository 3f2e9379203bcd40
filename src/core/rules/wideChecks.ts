import type { Loaded } from '../model/load.ts';
import { checkInSlices, commonOf } from './checks.ts';
import { each } from './each.ts';
import type { Found } from './finished.ts';
import type { RuleSet } from './ruleSet.ts';
import { type RunOptions, versionsOf } from './runOptions.ts';
import { type Reading, readingsOf } from './text/readings.ts';
import { liveRows } from './walk.ts';

/** The rules that look at the whole framework, over one state of a file. */
export class WideChecks {
  readonly found: Found[] = [];
  readonly #work: Generator<void, void>;

  constructor(loaded: Loaded, options: RunOptions, rules: RuleSet['framework']) {
    this.#work = this.#check(loaded, options, rules);
  }

  /**
   * Goes on with what is left.
   * @param pause asked after each piece of work; true: stop for now
   * @returns whether all is done
   */
  proceed(pause: () => boolean): boolean {
    while (!this.#work.next().done) if (pause()) return false;
    return true;
  }

  *#check(loaded: Loaded, options: RunOptions, rules: RuleSet['framework']): Generator<void, void> {
    if (rules.length === 0) return;
    const { framework, whole: isWhole } = loaded;
    const rows = liveRows(framework);
    const statements: Reading[] = [];
    yield* each(rows, ({ row }) => {
      for (const reading of readingsOf(row)) statements.push(reading);
    });
    const siblings = versionsOf(framework, options);
    const context = { framework, isWhole, siblings, rows, statements };
    for (const rule of rules) {
      yield* checkInSlices(rule, { node: framework }, loaded, this.found, report =>
        rule.check({ ...commonOf(loaded, options, rule), report, ...context }),
      );
      yield;
    }
  }
}
