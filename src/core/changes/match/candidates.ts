import type { Sliced } from '../../slices.ts';
import type { RowText, Texts } from './texts.ts';

/** A word or pair of words that more rows than this have tells little. */
const MOST_SHARING = 60;
/** So many of a row's rarest words and pairs are looked up. */
const MOST_LOOKED_UP = 32;
/** So many rows are looked at more closely for one. */
const MOST_CANDIDATES = 12;

/** Finds, among some rows, those that may be like another by the rare words and pairs of words they share. */
export function* candidatesAmong(texts: Texts, rows: readonly RowText[]): Sliced<Candidates> {
  const byWord = yield* postings(rows, row => row.words);
  const byPair = yield* postings(rows, row => row.pairs);
  return new Candidates(texts, rows.length, byWord, byPair);
}

class Candidates {
  readonly #texts: Texts;
  readonly #rows: number;
  /** Word or pair → the positions of the rows that have it. */
  readonly #byWord: Postings;
  readonly #byPair: Postings;

  constructor(texts: Texts, rows: number, byWord: Postings, byPair: Postings) {
    this.#texts = texts;
    this.#rows = rows;
    this.#byWord = byWord;
    this.#byPair = byPair;
  }

  /** The positions of the rows that are likely to be like this one, the likeliest first. */
  for(row: RowText): number[] {
    const lists: { positions: readonly number[]; weight: number }[] = [];
    const look = (from: Postings, key: number, weigh: (sharing: number) => number) => {
      const positions = from.get(key);
      if (positions && positions.length <= MOST_SHARING)
        lists.push({ positions, weight: weigh(positions.length) });
    };
    for (const word of new Set(row.words)) look(this.#byWord, word, () => this.#texts.weightOf(word));
    for (const pair of new Set(row.pairs))
      look(this.#byPair, pair, sharing => Math.log(1 + this.#rows / sharing));
    if (lists.length > MOST_LOOKED_UP) lists.sort((a, b) => a.positions.length - b.positions.length);
    const scores = new Map<number, number>();
    for (const { positions, weight } of lists.slice(0, MOST_LOOKED_UP))
      for (const position of positions) scores.set(position, (scores.get(position) ?? 0) + weight);
    return [...scores]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, MOST_CANDIDATES)
      .map(([position]) => position);
  }
}

type Postings = ReadonlyMap<number, readonly number[]>;

function* postings(rows: readonly RowText[], keysOf: (row: RowText) => Iterable<number>): Sliced<Postings> {
  const found = new Map<number, number[]>();
  for (const [position, row] of rows.entries()) {
    for (const key of keysOf(row)) {
      const positions = found.get(key);
      if (!positions) found.set(key, [position]);
      else if (positions.at(-1) !== position) positions.push(position);
    }
    yield;
  }
  return found;
}
