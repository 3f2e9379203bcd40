import { loadFramework } from '../model/load.ts';
import type { Review, ReviewProblem } from '../sheet/returned.ts';
import { WorkbookError } from '../sheet/workbookError.ts';
import { applyEdits } from '../text/edit.ts';
import { editsTo } from '../write/writer.ts';
import { parseYaml } from '../yaml/document.ts';
import { importReviews } from './importReviews.ts';
import type { Question } from './question.ts';

/** A framework as it stands in a workbook. */
export interface Standing {
  /** The version that was sent. */
  readonly base: string;
  /** As a framework file would have it. */
  readonly text: string;
  /** What was not understood. */
  readonly problems: readonly ReviewProblem[];
}

/**
 * The framework as it stands in a workbook: the version that was sent, with everything that was done to it. Rows
 * that are gone count as removed, and the order stays as it was sent.
 * @param name what messages call the workbook
 * @throws WorkbookError if the version that was sent is not in it, or has errors
 * @throws ImportError if it is damaged
 */
export function frameworkIn(review: Review, name: string): Standing {
  if (review.base === undefined)
    throw new WorkbookError(
      'damaged',
      `${name}: the version that this workbook was made from is not in it any more, so that it cannot be read as a framework: import it with the version that was sent.`,
    );
  const base = loadFramework(parseYaml(review.base));
  if (!base.whole)
    throw new WorkbookError(
      'damaged',
      `${name}: the version that this workbook was made from has errors: export it anew.`,
    );
  const returned = [{ name, review }];
  const { questions } = importReviews(base, returned);
  const answers = new Map(questions.flatMap(question => asItStands(question)));
  const { framework, problems } = importReviews(base, returned, { answers });
  const left = questions.filter(({ kind }) => kind === 'unplaced-row' || kind === 'topic-title');
  return {
    base: review.base,
    text: applyEdits(review.base, editsTo(base, framework)),
    problems: [...problems, ...left.map(({ kind, place, message }) => ({ code: kind, place, message }))],
  };
}

const ROWS: ReadonlySet<Question['kind']> = new Set(['copied-row', 'unmatched-row', 'repeated-row']);

/** A row that is gone is gone, one whose topic cannot be told is left out, a title that only some rows say is none, a copy with other words, one that is like no other or that repeats another is a row; a sorted sheet says nothing about the order. */
function asItStands({ id, kind }: Question): [string, string][] {
  if (kind === 'order') return [];
  if (kind === 'unplaced-row') return [[id, 'ignore']];
  if (kind === 'topic-title') return [[id, 'keep']];
  return [[id, ROWS.has(kind) ? 'new-row' : 'delete']];
}
