import { expect, test } from 'vitest';
import { compare, comparing } from '../../src/core/changes/compare.ts';
import type { Sliced } from '../../src/core/changes/slices.ts';
import { comparisonView, layingOut } from '../../src/core/comparisonView/build.ts';
import { loadFramework } from '../../src/core/model/load.ts';
import { releaseOf, releasing } from '../../src/core/release/releaseOf.ts';
import { parseYaml } from '../../src/core/yaml/document.ts';
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
