import type { Change } from '../changes/change.ts';
import { diffing } from '../changes/diff.ts';
import { merging } from '../changes/merge.ts';
import type { WhoWants } from '../changesView/wanted.ts';
import type { Loaded } from '../model/load.ts';
import type { Framework } from '../model/types.ts';
import type { ReviewProblem } from '../sheet/returned.ts';
import { atOnce, type Sliced } from '../slices.ts';
import { describingSides } from './conflictSides.ts';
import type { ReviewNote } from './notes.ts';
import type { OpenConflict } from './openConflict.ts';
import { answerTo, type Question } from './question.ts';
import { resolving } from './resolve.ts';
import { reviewNotes } from './reviewNotes.ts';
import { type ImportOptions, type Returned, readingSides, TODAY } from './sides.ts';
import { tellingWhoWants } from './whoWants.ts';

export interface ImportPlan {
  /** From today's framework to the one with all that is agreed or answered. */
  readonly changes: readonly Change[];
  readonly framework: Framework;
  readonly conflicts: readonly OpenConflict[];
  readonly questions: readonly Question[];
  readonly problems: readonly ReviewProblem[];
  /** What the reviewers said in comments; kept beside the file, in no framework. */
  readonly notes: readonly ReviewNote[];
  /** Whether nothing is left to be decided. */
  readonly settled: boolean;
  /** Only where several reviewers returned something. */
  readonly who?: WhoWants;
}

/**
 * What returned workbooks would change in today's framework: a merge of the base that was sent, what came
 * back and today's text.
 * @param today the framework file as it is now; it must be whole
 * @param returned in any order: the result is the same
 * @throws ImportError if the base cannot be told, is damaged, or is of another framework
 */
export function importReviews(
  today: Loaded,
  returned: readonly Returned[],
  options: ImportOptions = {},
): ImportPlan {
  return atOnce(importingReviews(today, returned, options));
}

/** The same in slices; today's file must stay what it is until they are done. */
export function* importingReviews(
  today: Loaded,
  returned: readonly Returned[],
  options: ImportOptions = {},
): Sliced<ImportPlan> {
  const answers = options.answers ?? new Map();
  const { base, sides } = yield* readingSides(today, returned, options);
  const several = sides.length > 1;
  const problems: ReviewProblem[] = [];
  const questions: Question[] = [];
  for (const { name, review, read } of sides) {
    // The place in a CSV file bears the name of the file.
    const isMarked = several && review.form !== 'csv';
    const mark = (place: string) => (isMarked ? `${name}: ${place}` : place);
    for (const question of read.questions) questions.push({ ...question, place: mark(question.place) });
    for (const problem of [...review.problems, ...read.problems])
      problems.push({ ...problem, place: mark(problem.place) });
    for (const each of [...review.comments, ...review.rows.flatMap(row => row.comments)])
      problems.push({
        code: 'comment',
        place: mark(each.place),
        message: `${each.author ? `${each.author} comments` : 'A comment says'}: ${each.text}`,
      });
  }
  const all = [
    { name: TODAY, framework: today.framework },
    ...sides.map(({ name, read }) => ({ name, framework: read.framework })),
  ];
  const { framework, conflicts: found } = yield* resolving(yield* merging(base, all), all, answers);
  const conflicts = yield* describingSides(base, all, found);
  yield;
  const changes = yield* diffing(today.framework, framework);
  yield;
  const settled =
    conflicts.every(conflict => conflict.answer !== undefined) &&
    questions.every(question => answerTo(question, answers) !== undefined);
  const notes = reviewNotes(
    framework,
    sides.map(({ name, review, read }) => ({ reviewer: name, review, rowIds: read.rowIds })),
  );
  const who = several ? yield* tellingWhoWants(base, sides, framework, changes) : undefined;
  return { changes, framework, conflicts, questions, problems, notes, settled, ...(who && { who }) };
}
