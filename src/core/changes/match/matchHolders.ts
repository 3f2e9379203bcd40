import { bagOf, likeness } from '../likeness.ts';
import { assign, type Edge } from './assign.ts';

/** A level, a kind of section, a topic or an area as the matching sees it. */
export interface Holder {
  readonly id: string;
  readonly title: string;
  /** What it stands in, in the ids of the newer version where that is known; the same for all that stand side by side. */
  readonly parent: string;
  /** How many things it holds that may be found in another one. */
  readonly size: number;
}

/** Two holders that were found to be one. */
export interface HolderPair {
  readonly before: string;
  readonly after: string;
  readonly confidence: number;
}

/** What they hold counts most, then how they are called, then where they stand. */
const OF_CONTENT = 0.6;
const OF_TITLE = 0.3;
const OF_PLACE = 0.1;
/** Half of what they hold, or the same title. */
const LEAST = 0.29;

/**
 * Finds out which holders are one by what they hold and how they are called, as the best assignment of all.
 * @param shared how many things two holders have in common, by their positions; pairs without any may be left out
 */
export function matchHolders(
  before: readonly Holder[],
  after: readonly Holder[],
  shared: ReadonlyMap<number, ReadonlyMap<number, number>>,
): HolderPair[] {
  const byTitle = new Map<string, number[]>();
  after.forEach(({ title }, at) => {
    const same = byTitle.get(plain(title));
    if (same) same.push(at);
    else byTitle.set(plain(title), [at]);
  });
  const edges: Edge[] = [];
  before.forEach((holder, left) => {
    const held = shared.get(left);
    const called = byTitle.get(plain(holder.title)) ?? [];
    // Where many are called the same, those that stand in the same place are looked at.
    const likely = called.length <= 20 ? called : called.filter(at => after[at]!.parent === holder.parent);
    for (const right of new Set([...(held?.keys() ?? []), ...likely.slice(0, 20)])) {
      const other = after[right]!;
      const both = holder.size + other.size;
      const content = both === 0 ? 0 : (2 * (held?.get(right) ?? 0)) / both;
      const place = holder.parent === other.parent ? OF_PLACE : 0;
      const worth = OF_CONTENT * content + OF_TITLE * titleLikeness(holder.title, other.title) + place;
      if (worth >= LEAST) edges.push({ left, right, weight: worth });
    }
  });
  const found = assign(before.length, after.length, edges);
  return edges
    .filter(({ left, right }) => found[left] === right)
    .map(({ left, right, weight }) => ({
      before: before[left]!.id,
      after: after[right]!.id,
      confidence: Math.min(1, weight / (OF_CONTENT + OF_TITLE)),
    }));
}

/** Titles that agree in this are the same to a reader. */
function plain(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function titleLikeness(a: string, b: string): number {
  if (plain(a) === plain(b)) return a === '' ? 0.5 : 1;
  const bag = (title: string) => bagOf(new Map([['', title]]), ['']);
  return 0.7 * likeness(bag(a), bag(b));
}
