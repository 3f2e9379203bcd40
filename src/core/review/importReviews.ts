import type { Change } from '../changes/change.ts';
import { diff } from '../changes/diff.ts';
import { merge } from '../changes/merge.ts';
import { type Loaded, loadFramework } from '../model/load.ts';
import { withPrivateOf } from '../model/private.ts';
import type { Framework } from '../model/types.ts';
import { stampOf } from '../sheet/meta.ts';
import type { Review, ReviewProblem } from '../sheet/returned.ts';
import { parseYaml } from '../yaml/document.ts';
import { type ReviewNote, reviewNotes, type Said } from './notes.ts';
import type { OpenConflict } from './openConflict.ts';
import { type Answers, answerTo, type Question } from './question.ts';
import { resolve } from './resolve.ts';
import { type Deletion, reviewed } from './reviewed.ts';

/** Why what came back cannot be imported at all: one sentence for people, with the remedy. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/** One reviewer's workbook, or files. */
export interface Returned {
  /** The file's name, or what `--as` says. */
  readonly name: string;
  readonly review: Review;
}

export interface ImportOptions {
  /** The text of the version that was sent, if it is given by hand. */
  readonly base?: string;
  readonly answers?: Answers;
  /** Ids of rows that were published once: such a row is withdrawn, not removed. Absent: all, if the file supersedes a version. */
  readonly published?: ReadonlySet<string>;
}

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
  if (!today.whole)
    throw new ImportError('The framework file has errors. Mend them first: `framework validate` lists them.');
  const answers = options.answers ?? new Map();
  const problems: ReviewProblem[] = [];
  const questions: Question[] = [];
  const said: Said[] = [];
  const base = baseOf(today, returned, options.base, problems);
  const sides = returned.map(({ name, review }) => {
    const deletion = deletionOf(today.framework, options.published);
    const read = reviewed(base, review, name, answers, deletion, returned.length > 1);
    questions.push(...read.questions);
    said.push({ reviewer: name, review, rowIds: read.rowIds });
    const mark = returned.length > 1 ? (place: string) => `${name}: ${place}` : (place: string) => place;
    for (const problem of [...review.problems, ...read.problems])
      problems.push({ ...problem, place: mark(problem.place) });
    for (const each of [...review.comments, ...review.rows.flatMap(row => row.comments)])
      problems.push({
        code: 'comment',
        place: mark(each.place),
        message: `${each.author ? `${each.author} comments` : 'A comment says'}: ${each.text}`,
      });
    return { name, framework: read.framework };
  });
  const all = [{ name: 'the file', framework: today.framework }, ...sides];
  const { framework, conflicts } = resolve(merge(base, all), all, answers);
  const changes = diff(today.framework, framework);
  const settled =
    conflicts.every(conflict => conflict.answer !== undefined) &&
    questions.every(question => answerTo(question, answers) !== undefined);
  const notes = reviewNotes(framework, said);
  return { changes, framework, conflicts, questions, problems, notes, settled };
}

/** A row that may have been published is withdrawn when it is deleted; any other is removed. */
function deletionOf({ details }: Framework, published: ReadonlySet<string> | undefined): Deletion {
  return row => {
    const withdraw = published ? published.has(row) : details.supersedes !== undefined;
    return withdraw ? { withdrawnSince: details.version } : {};
  };
}

function baseOf(
  today: Loaded,
  returned: readonly Returned[],
  given: string | undefined,
  problems: ReviewProblem[],
): Framework {
  const stamps = new Set(returned.flatMap(({ review }) => review.stamp ?? []));
  if (stamps.size > 1)
    throw new ImportError(
      'The workbooks go back to different versions. Import those of each version on their own.',
    );
  const [stamp] = stamps;
  if (given !== undefined && stamp !== undefined && stampOf(given) !== stamp)
    throw new ImportError(
      'The workbook was not made from the base that is given. Leave the base out, or give the one that was sent.',
    );
  const text = given ?? returned.find(({ review }) => review.base !== undefined)?.review.base;
  if (text === undefined) {
    if (stamp !== undefined && stamp !== stampOf(today.document.text))
      throw new ImportError(
        'The version that was sent is not in the workbook any more. Name it with --base.',
      );
    if (stamp === undefined)
      problems.push({
        code: 'no-base',
        place: 'the workbook',
        message:
          'It is not known which version was sent, so what came back is compared with the file as it is now.',
      });
    return today.framework;
  }
  const base = loadFramework(parseYaml(text));
  if (!base.whole)
    throw new ImportError('The version that was sent has errors, so changes to it cannot be told.');
  if (base.framework.details.id !== today.framework.details.id)
    throw new ImportError(
      `The workbook is of the framework "${base.framework.details.id}", the file holds "${today.framework.details.id}". Choose the file that it was made from.`,
    );
  // What did not travel with the workbook counts as unchanged.
  return stamp === undefined || stampOf(text) === stamp
    ? base.framework
    : withPrivateOf(base.framework, today.framework);
}
