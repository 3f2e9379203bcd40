import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/core/changes/applyChanges.ts';
import { diff } from '../../src/core/changes/diff.ts';
import { invert } from '../../src/core/changes/invert.ts';
import { sameMeaning } from '../../src/core/model/equal.ts';
import type { Framework } from '../../src/core/model/types.ts';
import { families, frameworks } from '../helpers/arbitraries.ts';

function expectSame(actual: Framework, wanted: Framework): void {
  // The comparison is the law; the rest is for reading what differs.
  if (!sameMeaning(actual, wanted)) expect(actual).toEqual(wanted);
  expect(sameMeaning(actual, wanted)).toBe(true);
}

function expectLeadsTo(a: Framework, b: Framework): void {
  const changes = diff(a, b);
  const applied = applyChanges(a, changes);
  expect(applied.refused).toEqual([]);
  expectSame(applied.framework, b);
  const undone = applyChanges(b, invert(changes));
  expect(undone.refused).toEqual([]);
  expectSame(undone.framework, a);
}

describe('the laws of diff, apply and inverse', () => {
  it('finds no change between a framework and itself, or a copy of it', () => {
    fc.assert(
      fc.property(families(1, 0), ([a, copy]) => {
        expect(diff(a, a)).toEqual([]);
        expect(diff(a, copy!)).toEqual([]);
        expect(sameMeaning(a, copy!)).toBe(true);
      }),
    );
  });

  it('leads from a framework to its descendant, and back by the inverse', () => {
    fc.assert(fc.property(families(1), ([a, b]) => expectLeadsTo(a, b!)));
  });

  it('leads from any framework to any other, and back by the inverse', () => {
    fc.assert(fc.property(frameworks, frameworks, (a, b) => expectLeadsTo(a, b)));
  });
});
