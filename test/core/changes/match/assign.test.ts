import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign, type Edge } from '../../../../src/core/changes/match/assign.ts';

/** The greatest total by trying everything. */
function best(
  edges: readonly Edge[],
  lefts: number,
  left = 0,
  taken: ReadonlySet<number> = new Set(),
): number {
  if (left === lefts) return 0;
  const own = edges.filter(edge => edge.left === left && !taken.has(edge.right));
  return Math.max(
    best(edges, lefts, left + 1, taken),
    ...own.map(({ right, weight }) => weight + best(edges, lefts, left + 1, new Set([...taken, right]))),
  );
}

function total(found: Int32Array, edges: readonly Edge[]): number {
  let sum = 0;
  found.forEach((right, left) => {
    if (right === -1) return;
    const weights = edges.filter(edge => edge.left === left && edge.right === right).map(each => each.weight);
    sum += Math.max(...weights);
  });
  return sum;
}

describe('The best assignment', () => {
  it('is not what the best pairs first would give', () => {
    const edges = [
      { left: 0, right: 0, weight: 9 },
      { left: 0, right: 1, weight: 8 },
      { left: 1, right: 0, weight: 8 },
    ];
    expect([...assign(2, 2, edges)]).toEqual([1, 0]);
  });

  it('leaves alone whom pairing would cost more than it brings', () => {
    const edges = [
      { left: 0, right: 0, weight: 5 },
      { left: 1, right: 0, weight: 9 },
      { left: 0, right: 1, weight: 1 },
    ];
    expect([...assign(3, 2, edges)]).toEqual([1, 0, -1]);
  });

  it('comes to an end where many weights are nearly the same', () => {
    const size = 300;
    const edges = Array.from({ length: size * 8 }, (_, at) => ({
      left: at % size,
      right: (at * 7 + (at >> 3)) % size,
      weight: 0.1 + ((at * 7919) % 13) * 0.1 + ((at * 104729) % 7) * 0.3,
    }));
    const found = [...assign(size, size, edges)].filter(right => right !== -1);
    expect(new Set(found).size).toBe(found.length);
  });

  it('has the greatest total there is, and nobody twice', () => {
    const edge = fc.record({ left: fc.nat(5), right: fc.nat(5), weight: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 20 }), edges => {
        const found = assign(6, 6, edges);
        const rights = [...found].filter(right => right !== -1);
        expect(new Set(rights).size).toBe(rights.length);
        expect(total(found, edges)).toBe(best(edges, 6));
      }),
      { numRuns: 500 },
    );
  });
});
