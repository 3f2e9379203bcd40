import type { Framework } from '../model/types.ts';
import type { OptionValues, Rule, Severity, Sibling, Spelling } from './rule.ts';

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

/** The other versions of a framework among the files beside it. */
export function versionsOf({ details }: Framework, { siblings = [] }: RunOptions): readonly Sibling[] {
  return siblings.filter(
    ({ framework: other }) => other.details.id === details.id && other.details.version !== '',
  );
}

/** Whether nothing differs but the dictionary. */
export function sameButSpelling(one: RunOptions, other: RunOptions): boolean {
  return (
    one.rules === other.rules &&
    one.options === other.options &&
    one.siblings === other.siblings &&
    one.among === other.among
  );
}
