import { expect, test } from 'vitest';
import { compare, comparing } from '../../src/core/changes/compare.ts';
import { type ChangesInput, changesView, layingOutChanges } from '../../src/core/changesView/build.ts';
import { comparisonView, layingOut } from '../../src/core/comparisonView/build.ts';
import { loadFramework } from '../../src/core/model/load.ts';
import { releaseOf, releasing } from '../../src/core/release/releaseOf.ts';
import { importingReviews, importReviews } from '../../src/core/review/importReviews.ts';
import { checkingReceipt } from '../../src/core/review/receipt.ts';
import { readingRound, reviewRound } from '../../src/core/review/round.ts';
import { layingOutRound, layoutRound } from '../../src/core/review/roundBook.ts';
import { layoutWorkbook } from '../../src/core/sheet/layout.ts';
import { readReview } from '../../src/core/sheet/review.ts';
import type { Sliced } from '../../src/core/slices.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { applyingToText, applyToText } from '../../src/core/write/applyToText.ts';
import { readBack, readingBack } from '../../src/core/write/readingBack.ts';
import { parseYaml } from '../../src/core/yaml/document.ts';
import { asRead } from '../core/sheet/rawBook.ts';
import { bigFramework } from '../helpers/bigFramework.ts';

function inSlices<T>(work: Sliced<T>): { readonly result: T; readonly slices: number } {
  for (let slices = 1; ; slices++) {
    const step = work.next();
    if (step.done) return { result: step.value, slices };
  }
}

function frameworkOf(text: string) {
  return loadFramework(parseYaml(text)).framework;
}

test('versions are compared, weighed and laid out in slices, which come to the same as at one go', () => {
  const text = bigFramework(300);
  const older = frameworkOf(text);
  const newer = frameworkOf(text.replace(/( the \w+ \w+)\.$/gm, '$1, and record it.'));
  const compared = inSlices(comparing(older, newer));
  expect(compared.result).toEqual(compare(older, newer));
  const comparison = compared.result;

  const released = inSlices(releasing(comparison));
  const release = releaseOf(comparison);
  expect(released.result).toEqual(release);
  const changed = release.crosswalk.filter(({ judgement }) => judgement).length;
  expect(changed).toBeGreaterThan(100);
  expect(released.slices, 'one at least for each statement that is weighed').toBeGreaterThan(changed);

  const input = { title: '', from: 'a', to: 'b', comparison, release, canJudge: false };
  const laidOut = inSlices(layingOut(input));
  expect(laidOut.result).toEqual(comparisonView(input));
  const topics = newer.areas.flatMap(({ sections }) => sections.flatMap(({ topics: own }) => own));
  expect(topics.length).toBeGreaterThan(10);
  expect(laidOut.slices, 'one at least for each topic').toBeGreaterThan(topics.length);
});

test('a workbook that came back is understood, merged and shown in slices, which come to the same as at one go', () => {
  const text = bigFramework(300);
  const sent = loadFramework(parseYaml(text));
  const book = asRead(layoutWorkbook(sent.framework, { base: text }));
  let at = 0;
  const sheets = book.sheets.map(sheet => ({
    ...sheet,
    rows: sheet.rows.map(row => ({
      ...row,
      cells: row.cells.map(cell =>
        cell.text.endsWith('.') && at++ % 5 === 0 ? { ...cell, text: `${cell.text} As agreed.` } : cell,
      ),
    })),
  }));
  const returned = [{ name: 'Jo', review: readReview({ ...book, sheets }) }];
  const today = loadFramework(parseYaml(text.replace(/^( +1st: .*)\.$/gm, '$1, as decided.')));

  const round = inSlices(readingRound(today, returned));
  expect(round.result).toEqual(reviewRound(today, returned));
  const { items } = round.result;
  const summary = inSlices(layingOutRound(round.result, '2026-11-23'));
  expect(summary.result).toEqual(layoutRound(round.result, '2026-11-23'));
  expect(items.length).toBeGreaterThan(100);
  expect(summary.slices, 'one at least for 100 items').toBeGreaterThan(items.length / 100);

  const plan = inSlices(importingReviews(today, returned));
  expect(plan.result).toEqual(importReviews(today, returned));
  expect(plan.result.changes.length).toBeGreaterThan(100);
  expect(plan.result.conflicts.length).toBeGreaterThan(20);
  expect(plan.slices, 'one at least for each area that is read').toBeGreaterThan(
    today.framework.areas.length,
  );

  const input: ChangesInput = {
    mode: 'preview',
    title: '',
    from: { name: 'a', framework: today.framework },
    to: { name: 'b', framework: plan.result.framework },
    changes: plan.result.changes,
  };
  const shown = inSlices(layingOutChanges(input));
  expect(shown.result).toEqual(changesView(input));
  expect(shown.slices, 'one at least for 100 changes').toBeGreaterThan(plan.result.changes.length / 100);

  const applied = inSlices(applyingToText(today, plan.result.changes));
  expect(applied.result).toEqual(applyToText(today, plan.result.changes));
  expect(applied.result.refused).toEqual([]);
  expect(applied.slices, 'one at least for each change').toBeGreaterThan(plan.result.changes.length);
  const { edits, framework } = applied.result;
  const back = inSlices(readingBack(today, edits, framework));
  expect(back.result).toBe(applyEdits(today.document.text, edits));
  expect(back.slices, 'one at least for each area').toBeGreaterThan(framework.areas.length);
  expect(readBack(today, edits.slice(1), framework), 'an edit less means something else').toBeUndefined();

  const receipt = inSlices(checkingReceipt(sent, readReview(book)));
  expect(receipt.result).toEqual([]);
  expect(receipt.slices).toBeGreaterThan(today.framework.areas.length);
});
