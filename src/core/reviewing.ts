/**
 * The third face of the core: what is needed to send a framework out as a workbook and to take back what
 * reviewers made of it. It is a bundle of its own, loaded on first use.
 */
export { acceptedChanges, changesView, layingOutChanges } from './changesView/build.ts';
export { sameVersions } from './changesView/sameVersions.ts';
export type { WhoWants } from './changesView/wanted.ts';
export { withPrivateOf } from './model/private.ts';
export { type ImportPlan, importingReviews, importReviews } from './review/importReviews.ts';
export type { OpenConflict } from './review/openConflict.ts';
export { type Answers, answerTo, type Question } from './review/question.ts';
export { checkingReceipt, receipt } from './review/receipt.ts';
export { reviewersOf } from './review/reviewersOf.ts';
export {
  type Round,
  type RoundItem,
  type RoundReviewer,
  type RoundVersion,
  readingRound,
  reviewRound,
} from './review/round.ts';
export { layingOutRound, layoutRound } from './review/roundBook.ts';
export { ImportError, type ImportOptions, type Returned, stampToFind } from './review/sides.ts';
export { frameworkIn } from './review/standing.ts';
export { lookingForWork, reviewersWork } from './review/work.ts';
export { toCsv } from './sheet/csv.ts';
export { layingOutWorkbook, layoutWorkbook } from './sheet/layout.ts';
export { looksLikeWorkbook } from './sheet/looksLikeWorkbook.ts';
export { packedBase, stampOf } from './sheet/meta.ts';
export { notCarried } from './sheet/notCarried.ts';
export { readCsv } from './sheet/readCsv.ts';
export type { Review, ReviewProblem } from './sheet/returned.ts';
export { readingReview, readReview } from './sheet/review.ts';
export { type Unwritable, unwritable } from './sheet/unwritable.ts';
export { WorkbookError } from './sheet/workbookError.ts';
