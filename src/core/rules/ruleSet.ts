import { RULES } from './allRules.ts';
import { isIn } from './language.ts';
import type { CheckingRule, Rule, RuleMeta } from './rule.ts';
import type { RunOptions } from './runOptions.ts';

/** The rules that are run with some options, by what they look at. */
export interface RuleSet {
  /** Those that look at no more than a row, in their order. */
  readonly narrow: readonly (CheckingRule<'statement'> | CheckingRule<'row'>)[];
  readonly topic: readonly CheckingRule<'topic'>[];
  readonly framework: readonly CheckingRule<'framework'>[];
}

const sets = new WeakMap<RunOptions, Map<string | undefined, RuleSet>>();

/** The rules that are run with some options over a framework in a language; the same object for the same of both. */
export function ruleSetOf(options: RunOptions, language: string | undefined): RuleSet {
  const byLanguage = sets.get(options) ?? new Map<string | undefined, RuleSet>();
  sets.set(options, byLanguage);
  let set = byLanguage.get(language);
  if (!set) {
    const rules = (options.among ?? RULES).filter(
      ({ meta }) => options.rules?.[meta.id] !== 'off' && canRun(meta, options, language),
    );
    set = {
      narrow: rules.filter(rule => isFor(rule, 'statement') || isFor(rule, 'row')),
      topic: rules.filter(rule => isFor(rule, 'topic')),
      framework: rules.filter(rule => isFor(rule, 'framework')),
    };
    byLanguage.set(language, set);
  }
  return set;
}

/** Whether what a rule cannot do without is there. */
export function canRun(
  { needs, language: known }: RuleMeta,
  options: RunOptions,
  language: string | undefined,
) {
  return (
    (needs === undefined || options[needs] !== undefined) && (known === undefined || isIn(language, known))
  );
}

function isFor<S extends 'statement' | 'row' | 'topic' | 'framework'>(
  rule: Rule,
  scope: S,
): rule is CheckingRule<S> & Rule {
  return rule.meta.scope === scope;
}
