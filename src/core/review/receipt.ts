import { describeChange } from '../changes/describe.ts';
import { sameMeaning } from '../model/equal.ts';
import { type Loaded, loadingFramework } from '../model/load.ts';
import { withoutPrivate } from '../model/private.ts';
import type { Review } from '../sheet/returned.ts';
import { type LayoutOptions, tableAreas } from '../sheet/scope.ts';
import { atOnce, type Sliced } from '../slices.ts';
import { parsingYamlLike } from '../yaml/document.ts';
import { importingReviews } from './importReviews.ts';

/**
 * Checks a workbook that was just made, by reading it as if a reviewer had returned it untouched.
 * @param loaded what it was made from
 * @param review what reading it back gave
 * @param scope what it was made for; absent: the whole framework
 * @returns what would be lost or altered, a sentence each; empty if it says just what the framework says
 */
export function receipt(loaded: Loaded, review: Review, scope?: LayoutOptions['scope']): string[] {
  return atOnce(checkingReceipt(loaded, review, scope));
}

/** The same in slices; what it was made from must stay what it is until they are done. */
export function* checkingReceipt(
  loaded: Loaded,
  review: Review,
  scope?: LayoutOptions['scope'],
): Sliced<string[]> {
  const plan = yield* importingReviews(loaded, [{ name: 'the workbook', review }]);
  return [
    ...plan.changes.map(change => describeChange(change, loaded.framework, plan.framework)),
    ...plan.questions.map(question => question.message),
    ...plan.problems.map(problem => `${problem.place}: ${problem.message}`),
    ...(yield* notTravelling(loaded, review)),
    ...misplaced(loaded, review, scope),
  ];
}

/** The version that goes with the workbook must be what was sent, but for what is for the maintainers only. */
function* notTravelling({ document, framework }: Loaded, { base }: Review): Sliced<string[]> {
  const read = yield* loadingFramework(yield* parsingYamlLike(base ?? '', document));
  yield;
  return read.whole && sameMeaning(read.framework, withoutPrivate(framework))
    ? []
    : ['the version that was sent does not stand in it'];
}

/** The first row that does not stand where it should: all of them must be there, each once and in order. */
function misplaced({ framework }: Loaded, { rows }: Review, scope: LayoutOptions['scope']): string[] {
  const wanted = tableAreas(framework, scope).flatMap(table =>
    table.rows.flatMap(({ topic, row }) => (row ? `${table.area.id} › ${topic.id} › ${row.id}` : [])),
  );
  const there = rows.flatMap(({ areaId, topicId, rowId }) =>
    rowId === undefined ? [] : `${areaId} › ${topicId} › ${rowId}`,
  );
  for (let at = 0; at < Math.max(wanted.length, there.length); at++)
    if (wanted[at] !== there[at])
      return [`${there[at] ?? 'nothing'} stands where ${wanted[at] ?? 'nothing'} should`];
  return [];
}
