import { RULES } from './allRules.ts';
import type { CheckingRule, Rule } from './rule.ts';
import type { RunOptions } from './runOptions.ts';

/** The rules that are run with some options, by what they look at. */
export interface RuleSet {
  /** Those that look at no more than a row, in their order. */
  readonly narrow: readonly (CheckingRule<'statement'> | CheckingRule<'row'>)[];
  readonly topic: readonly CheckingRule<'topic'>[];
  readonly framework: readonly CheckingRule<'framework'>[];
}

const sets = new WeakMap<RunOptions, RuleSet>();

/** The rules that are run with some options; the same object for the same options. */
export function ruleSetOf(options: RunOptions): RuleSet {
  let set = sets.get(options);
  if (!set) {
    const rules = (options.among ?? RULES).filter(
      ({ meta }) => options.rules?.[meta.id] !== 'off' && (meta.needs === undefined || options[meta.needs]),
    );
    set = {
      narrow: rules.filter(rule => isFor(rule, 'statement') || isFor(rule, 'row')),
      topic: rules.filter(rule => isFor(rule, 'topic')),
      framework: rules.filter(rule => isFor(rule, 'framework')),
    };
    sets.set(options, set);
  }
  return set;
}

function isFor<S extends 'statement' | 'row' | 'topic' | 'framework'>(
  rule: Rule,
  scope: S,
): rule is CheckingRule<S> & Rule {
  return rule.meta.scope === scope;
}
