import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptInOrder, longestRun } from '../../../src/core/changes/longestRun.ts';

/** The length of the longest rising part, by trying every one that ends at each number. */
function longest(numbers: readonly number[]): number {
  const lengths: number[] = [];
  numbers.forEach((number, at) => {
    lengths.push(1 + Math.max(0, ...lengths.filter((_, before) => before < at && numbers[before]! < number)));
  });
  return Math.max(0, ...lengths);
}

describe('what keeps its place', () => {
  it('is a rising part of the numbers, and no longer one exists', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(60), { maxLength: 20 }), numbers => {
        const run = longestRun(numbers);
        const kept = numbers.filter(number => run.has(number));
        expect(kept).toEqual([...kept].sort((a, b) => a - b));
        expect(kept).toHaveLength(longest(numbers));
      }),
      { numRuns: 300 },
    );
  });

  it('is all but the one that went elsewhere, new and lost ids left aside', () => {
    expect([...keptInOrder(['a', 'b', 'c', 'd'], ['new', 'b', 'c', 'a'])].sort()).toEqual(['b', 'c']);
    expect([...keptInOrder(['a', 'b'], ['a', 'b'])]).toEqual(['a', 'b']);
  });
});
