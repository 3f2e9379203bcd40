import type { Topic } from '../../model/types.ts';
import type { Sliced } from '../../slices.ts';
import { assigning, type Edge } from './assign.ts';
import { candidatesAmong } from './candidates.ts';
import type { RowText, Texts } from './texts.ts';

/** Two rows that were found to be one. */
export interface RowPair {
  readonly before: RowText;
  readonly after: RowText;
  /** How sure that is, 0 to 1. */
  readonly confidence: number;
}

/** Which topics are one, as far as that is known by now. */
export interface SameTopics {
  readonly afterOf: ReadonlyMap<Topic, Topic>;
  readonly beforeOf: ReadonlyMap<Topic, Topic>;
}

/** What the place adds to the likeness of two rows: the same topic, and each neighbour that is the same. */
const SAME_TOPIC = 0.08;
const SAME_NEIGHBOUR = 0.07;
/** What it adds in the same topic that one of them says nothing that the other does not. */
const SHORTENED = 0.15;
const CONTAINED = 0.9;
/** However well the place fits, rows less alike than this are two. */
const LEAST_ALIKE = 0.2;
/** Rows of one topic are all compared, if these are not more. */
const WHOLE_TOPIC = 40;

/**
 * Finds out which rows are one in two versions, where ids do not tell. Same words come first: rows that say the
 * same are interchangeable, and are paired so that as few as possible move. The others go by likeness, as the
 * assignment of the greatest total among those that share rare words, stand in the same topic or have the same
 * neighbours.
 */
export class RowMatching {
  readonly #texts: Texts;
  readonly #least: number;
  /** The rows of either version that have found their other self, by id in the first place. */
  readonly #afterOf = new Map<RowText, RowText>();
  readonly #beforeOf = new Map<RowText, RowText>();
  /** The rows of which their ids tell nothing. */
  readonly #open: { readonly before: readonly RowText[]; readonly after: readonly RowText[] };
  /** Where the rows of each topic of the older version begin. */
  readonly #begins = new Map<Topic, number>();
  readonly pairs: RowPair[] = [];

  /**
   * @param known the rows that are one by their ids
   * @param least how alike rows must be, their place included
   */
  constructor(texts: Texts, known: Iterable<readonly [RowText, RowText]>, least: number) {
    this.#texts = texts;
    this.#least = least;
    for (const [before, after] of known) this.#join(before, after);
    this.#open = {
      before: texts.before.filter(row => !this.#afterOf.has(row)),
      after: texts.after.filter(row => !this.#beforeOf.has(row)),
    };
    for (const { at, position } of texts.before)
      if (!this.#begins.has(at.topic)) this.#begins.set(at.topic, position);
  }

  afterOf(before: RowText): RowText | undefined {
    return this.#afterOf.get(before);
  }

  /** The rows of the older version that have not found their other self. */
  get gone(): RowText[] {
    return this.#open.before.filter(row => !this.#afterOf.has(row));
  }

  /** The rows of the newer version that have not found theirs. */
  get added(): RowText[] {
    return this.#open.after.filter(row => !this.#beforeOf.has(row));
  }

  /** Pairs rows that say the same and are the only ones that do. */
  matchUnique(): void {
    for (const [before, after] of this.#sameWords())
      if (before.length === 1 && after.length === 1 && before[0]!.exact !== '')
        this.#pair(before[0]!, after[0]!, 1);
  }

  /** Pairs rows that say the same: those of one topic in their order, then what is left in its order. */
  matchSame(topics: SameTopics): void {
    for (const [before, after] of this.#sameWords()) {
      const left = new Map<Topic | undefined, RowText[]>();
      for (const row of after) {
        const rows = left.get(row.at.topic);
        if (rows) rows.push(row);
        else left.set(row.at.topic, [row]);
      }
      const homeless: RowText[] = [];
      for (const row of before) {
        const other = left.get(topics.afterOf.get(row.at.topic))?.shift();
        if (other) this.#pair(row, other, 1);
        else homeless.push(row);
      }
      if (before[0]!.exact === '') continue;
      const rest = [...left.values()].flat();
      for (const [at, row] of homeless.slice(0, rest.length).entries()) this.#pair(row, rest[at]!, 1);
    }
  }

  /** Pairs rows by likeness: what is beyond doubt first, since it tells about the place of the others. */
  *matchAlike(topics: SameTopics): Sliced<void> {
    const before = this.gone;
    const after = this.added;
    if (before.length === 0 || after.length === 0) return;
    const candidates = yield* candidatesAmong(this.#texts, before);
    const likely: RowText[][] = [];
    for (const row of after) {
      likely.push(candidates.for(row).map(at => before[at]!));
      yield;
    }
    for (const least of [Math.max(0.8, this.#least), this.#least])
      yield* this.#matchFrom(least, topics, before, after, likely);
  }

  /** @param likely for each of the newer rows the older ones that share rare words with it */
  *#matchFrom(
    least: number,
    topics: SameTopics,
    before: readonly RowText[],
    after: readonly RowText[],
    likely: readonly (readonly RowText[])[],
  ): Sliced<void> {
    const position = new Map(before.map((row, at) => [row, at]));
    const alike: Alike[] = [];
    for (const [right, row] of after.entries()) {
      if (this.#beforeOf.has(row)) continue;
      yield;
      for (const other of new Set([...likely[right]!, ...this.#near(row, topics)])) {
        const left = position.get(other);
        if (left === undefined || this.#afterOf.has(other)) continue;
        const likeness = this.#texts.likeness(other, row);
        if (likeness < LEAST_ALIKE) continue;
        const worth = likeness + this.#place(other, row, topics);
        if (worth < least) continue;
        // Two doubtful pairs are not worth more than a good one.
        const weight = worth - least + 0.05;
        alike.push({ before: other, after: row, worth, edge: { left, right, weight } });
      }
    }
    const edges = alike.map(({ edge }) => edge);
    const found = yield* assigning(before.length, after.length, edges);
    const rivals = new Rivals(alike);
    for (const each of alike)
      if (found[each.edge.left] === each.edge.right)
        this.#pair(each.before, each.after, rivals.confidenceIn(each));
  }

  /** The open rows that stand where this one stands. */
  #near(row: RowText, topics: SameTopics): RowText[] {
    const { before, after } = this.#texts;
    const other = (from: RowText | undefined) => from && this.#beforeOf.get(from);
    const beside = [
      neighbour(before, other(neighbour(after, row, -1)), 1),
      neighbour(before, other(neighbour(after, row, 1)), -1),
    ].filter(each => each !== undefined);
    const topic = topics.beforeOf.get(row.at.topic);
    if (!topic || topic.rows.length > WHOLE_TOPIC) return beside;
    const begin = this.#begins.get(topic) ?? 0;
    return [...beside, ...before.slice(begin, begin + topic.rows.length)];
  }

  #place(before: RowText, after: RowText, topics: SameTopics): number {
    if (topics.afterOf.get(before.at.topic) !== after.at.topic) return 0;
    const isSame = (by: 1 | -1) => {
      const one = neighbour(this.#texts.before, before, by);
      const other = neighbour(this.#texts.after, after, by);
      return one === undefined || other === undefined ? one === other : this.#afterOf.get(one) === other;
    };
    return (
      SAME_TOPIC +
      (isSame(-1) ? SAME_NEIGHBOUR : 0) +
      (isSame(1) ? SAME_NEIGHBOUR : 0) +
      (this.#texts.containment(before, after) >= CONTAINED ? SHORTENED : 0)
    );
  }

  /** The open rows by what they say, where both versions have some. */
  #sameWords(): [before: RowText[], after: RowText[]][] {
    const same = new Map<string, [RowText[], RowText[]]>();
    for (const row of this.gone) {
      const group = same.get(row.exact);
      if (group) group[0].push(row);
      else same.set(row.exact, [[row], []]);
    }
    for (const row of this.added) same.get(row.exact)?.[1].push(row);
    return [...same.values()].filter(([, after]) => after.length > 0);
  }

  /**
   * Of a row that was cut in two, the upper piece goes on to be that row: changes the two where the other one was
   * found to be more alike.
   */
  preferUpper(part: RowText, whole: RowText): RowText {
    const after = this.#afterOf.get(whole);
    const at = this.pairs.findIndex(pair => pair.before === whole && pair.confidence < 1);
    if (!after || at === -1 || neighbour(this.#texts.after, after, -1) !== part) return part;
    this.#beforeOf.delete(after);
    this.#join(whole, part);
    this.pairs[at] = { ...this.pairs[at]!, after: part };
    return after;
  }

  #pair(before: RowText, after: RowText, confidence: number): void {
    this.#join(before, after);
    this.pairs.push({ before, after, confidence });
  }

  #join(before: RowText, after: RowText): void {
    this.#afterOf.set(before, after);
    this.#beforeOf.set(after, before);
  }
}

/** The row above or below a row in its topic. */
function neighbour(rows: readonly RowText[], row: RowText | undefined, by: 1 | -1): RowText | undefined {
  const other = row && rows[row.position + by];
  return other?.at.topic === row?.at.topic ? other : undefined;
}

/** Two rows that may be one. */
interface Alike {
  readonly before: RowText;
  readonly after: RowText;
  /** How alike they are, with what their place adds. */
  readonly worth: number;
  readonly edge: Edge;
}

/** A pair whose rival is less alike by this much has none to speak of. */
const CLEAR = 0.2;

/** The two most alike of every row, to say how sure a pair is. */
class Rivals {
  readonly #best = new Map<RowText, [first: number, second: number]>();

  constructor(all: readonly Alike[]) {
    for (const { before, after, worth } of all) for (const row of [before, after]) this.#add(row, worth);
  }

  /** How alike two rows are with their place; up to half of it goes where one of them has another as like. */
  confidenceIn({ before, after, worth }: Alike): number {
    const rival = Math.max(this.#rival(before, worth), this.#rival(after, worth));
    const doubt = Math.min(1, Math.max(0, 1 - (worth - rival) / CLEAR));
    return Math.min(0.99, worth) * (1 - doubt / 2);
  }

  #add(row: RowText, worth: number): void {
    const [first, second] = this.#best.get(row) ?? [0, 0];
    this.#best.set(row, worth > first ? [worth, first] : [first, Math.max(second, worth)]);
  }

  /** What the best of a row's other possible pairs is worth. */
  #rival(row: RowText, worth: number): number {
    const [first, second] = this.#best.get(row)!;
    return worth < first ? first : second;
  }
}
