import { describeChange } from '../changes/describe.ts';
import type { Loaded } from '../model/load.ts';
import type { Review } from '../sheet/returned.ts';
import { importReviews } from './importReviews.ts';

/**
 * Checks a workbook that was just made, by reading it as if a reviewer had returned it untouched.
 * @param loaded what it was made from
 * @param review what reading it back gave
 * @returns what would be lost or altered, a sentence each; empty if it says just what the framework says
 */
export function receipt(loaded: Loaded, review: Review): string[] {
  const plan = importReviews(loaded, [{ name: 'the workbook', review }]);
  return [
    ...plan.changes.map(change => describeChange(change, loaded.framework, plan.framework)),
    ...plan.questions.map(question => question.message),
    ...plan.problems.map(problem => `${problem.place}: ${problem.message}`),
  ];
}
