import { atOnce, type Sliced } from '../../slices.ts';

/** A pair that may be made, and what it is worth: more than 0. */
export interface Edge {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
}

/**
 * The assignment of the greatest total weight: each left at most one right, each right at most one left, and
 * nobody has to be paired. Shortest augmenting paths with potentials (Jonker and Volgenant 1987, in the form for
 * sparse problems), where each left may also stay alone at no cost.
 * @param lefts how many lefts there are; they are numbered from 0, as are the rights
 * @returns the right of each left; -1: it stays alone
 */
export function assign(lefts: number, rights: number, edges: readonly Edge[]): Int32Array {
  return atOnce(assigning(lefts, rights, edges));
}

/** The same in slices. */
export function assigning(lefts: number, rights: number, edges: readonly Edge[]): Sliced<Int32Array> {
  return new Assignment(lefts, rights, edges).solve();
}

/** Weights are whole numbers of this part, so that sums are exact: a rounding error could lead a search in a circle. */
const FINENESS = 1e6;

class Assignment {
  readonly #edges: readonly (readonly Edge[])[];
  readonly #rightOf: Int32Array;
  readonly #leftOf: Int32Array;
  readonly #leftPrice: Float64Array;
  readonly #rightPrice: Float64Array;
  /** Of the present search: the distance to each right, and the left it was reached from. */
  readonly #distance: Float64Array;
  readonly #reachedFrom: Int32Array;

  constructor(lefts: number, rights: number, edges: readonly Edge[]) {
    const byLeft: Edge[][] = Array.from({ length: lefts }, () => []);
    for (const edge of edges)
      byLeft[edge.left]!.push({ ...edge, weight: Math.max(1, Math.round(edge.weight * FINENESS)) });
    this.#edges = byLeft;
    this.#rightOf = new Int32Array(lefts).fill(-1);
    this.#leftOf = new Int32Array(rights).fill(-1);
    this.#leftPrice = new Float64Array(lefts);
    this.#rightPrice = new Float64Array(rights);
    this.#distance = new Float64Array(rights).fill(Number.POSITIVE_INFINITY);
    this.#reachedFrom = new Int32Array(rights).fill(-1);
  }

  *solve(): Sliced<Int32Array> {
    for (let left = 0; left < this.#edges.length; left++) {
      if (this.#edges[left]!.length === 0) continue;
      this.#place(left);
      yield;
    }
    return this.#rightOf;
  }

  /** Finds a place for one more left; others may change theirs or lose it, whatever is worth most together. */
  #place(start: number): void {
    let lowest = 0;
    for (const { right, weight } of this.#edges[start]!)
      lowest = Math.min(lowest, -weight - this.#rightPrice[right]!);
    this.#leftPrice[start] = lowest;

    const heap = new Heap();
    const touched: number[] = [];
    /** The lefts that the search came by, each with its distance. */
    const lefts: [left: number, distance: number][] = [];
    // The cheapest way to end by leaving some left alone.
    let alone = { left: -1, distance: Number.POSITIVE_INFINITY };
    const visit = (left: number, distance: number) => {
      lefts.push([left, distance]);
      const ending = distance - this.#leftPrice[left]!;
      if (ending < alone.distance) alone = { left, distance: ending };
      for (const { right, weight } of this.#edges[left]!) {
        const there = distance - weight - this.#leftPrice[left]! - this.#rightPrice[right]!;
        if (there >= this.#distance[right]!) continue;
        if (this.#distance[right] === Number.POSITIVE_INFINITY) touched.push(right);
        this.#distance[right] = there;
        this.#reachedFrom[right] = left;
        heap.push(there, right);
      }
    };
    visit(start, 0);
    const done: number[] = [];
    let end = -1;
    for (let next = heap.pop(); next; next = heap.pop()) {
      const [distance, right] = next;
      if (distance > this.#distance[right]!) continue;
      if (distance >= alone.distance) break;
      if (this.#leftOf[right] === -1) {
        end = right;
        break;
      }
      done.push(right);
      visit(this.#leftOf[right]!, distance);
    }
    const reached = end === -1 ? alone.distance : this.#distance[end]!;
    for (const [left, distance] of lefts)
      if (distance < reached) this.#leftPrice[left]! += reached - distance;
    for (const right of done) this.#rightPrice[right]! -= reached - this.#distance[right]!;
    this.#change(start, end === -1 ? alone.left : -1, end);
    for (const right of touched) this.#distance[right] = Number.POSITIVE_INFINITY;
  }

  /** Walks back from the end of the path to its start and gives every left on it its new right. */
  #change(start: number, loser: number, end: number): void {
    let right = end;
    if (loser !== -1) {
      right = this.#rightOf[loser]!;
      this.#rightOf[loser] = -1;
      if (loser === start) return;
    }
    for (;;) {
      const left = this.#reachedFrom[right]!;
      const previous = this.#rightOf[left]!;
      this.#rightOf[left] = right;
      this.#leftOf[right] = left;
      if (left === start) return;
      right = previous;
    }
  }
}

/** A binary heap: the least number first. */
class Heap {
  readonly #items: [number, number][] = [];

  push(key: number, value: number): void {
    const items = this.#items;
    let at = items.length;
    items.push([key, value]);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (items[parent]![0] <= key) break;
      items[at] = items[parent]!;
      at = parent;
    }
    items[at] = [key, value];
  }

  pop(): [number, number] | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (!top || !last || items.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && items[child + 1]![0] < items[child]![0]) child++;
      if (items[child]![0] >= last[0]) break;
      items[at] = items[child]!;
      at = child;
    }
    items[at] = last;
    return top;
  }
}
