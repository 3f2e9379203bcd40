import { loadFramework } from '../model/load.ts';
import type { RawBook } from '../sheet/raw.ts';
import type { Review } from '../sheet/returned.ts';
import { readingReview } from '../sheet/review.ts';
import { atOnce, type Sliced } from '../slices.ts';
import { parseYaml } from '../yaml/document.ts';
import { importingReviews } from './importReviews.ts';

/**
 * Why an export must not replace a workbook: a reviewer has worked in it, or may have.
 * @param book the workbook as it was read; undefined if it cannot be read
 * @returns what to say behind its name, or undefined if nothing would be lost
 */
export function reviewersWork(book: RawBook | undefined): string | undefined {
  return atOnce(lookingForWork(book));
}

/** The same in slices. */
export function* lookingForWork(book: RawBook | undefined): Sliced<string | undefined> {
  if (!book)
    return 'cannot be read (it is damaged or has a password), so nobody can tell whether a reviewer has worked in it: choose another name, or move it away.';
  const work = yield* workIn(book);
  if (work === 0) return undefined;
  return work === 'unknown'
    ? 'looks like a workbook that was sent to a reviewer, but it cannot be told any more what was done in it: import it with the version that was sent, or choose another name.'
    : `holds ${work} ${work === 1 ? 'change or comment' : 'changes and comments'} of a reviewer, which would be lost: import it first, or choose another name.`;
}

/** How much was done in a workbook since it was sent; 0 for one that is not ours. */
function* workIn(book: RawBook): Sliced<number | 'unknown'> {
  try {
    const review = yield* readingReview(book);
    if (review.base === undefined) return looksSent(review) ? 'unknown' : 0;
    const base = loadFramework(parseYaml(review.base));
    const { changes, questions, problems } = yield* importingReviews(base, [
      { name: 'the reviewer', review },
    ]);
    return changes.length + questions.length + problems.length;
  } catch {
    // Only what is ours gets as far as this: it is of a newer version, or what was sent has errors.
    return 'unknown';
  }
}

/** Whether a workbook without the version that was sent has other signs of having been sent. */
function looksSent({ stamp, sent, sheets }: Review): boolean {
  return stamp !== undefined || sent !== undefined || sheets.length > 0;
}
