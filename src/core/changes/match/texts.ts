import type { RowAt } from '../../model/index.ts';
import { wordsAt, wordsIn } from '../likeness.ts';

/** What the matching looks at in a row. */
export interface RowText {
  readonly at: RowAt;
  /** The same for rows that say the same, word for word, at the same levels; `''` if it says nothing. */
  readonly exact: string;
  /** The numbers of its words, sorted, each as often as it stands there. */
  readonly words: Int32Array;
  /** The same with the level that each stands at. */
  readonly places: Int32Array;
  /** What its words weigh together. */
  readonly weight: number;
  /** Pairs of words that follow one another: few rows share one, so they find what may be alike. */
  readonly pairs: readonly number[];
}

/** More words than any text of 20,000 rows has. */
const MOST_WORDS = 2 ** 24;

/**
 * The words of the rows of two frameworks as numbers. A rare word weighs more than one that stands everywhere.
 */
export class Texts {
  readonly before: readonly RowText[];
  readonly after: readonly RowText[];
  readonly #numbers = new Numbers();
  readonly #weights: Float64Array;

  /**
   * @param before the rows of the older framework
   * @param after those of the newer one
   * @param levelNow the id that a level of the older framework has in the newer one
   */
  constructor(before: readonly RowAt[], after: readonly RowAt[], levelNow: (id: string) => string) {
    const levels = new Numbers();
    const levelOf = (id: string) => levels.of(id);
    const raw = [
      ...before.map(at => this.#read(at, id => levelOf(levelNow(id)), levelNow)),
      ...after.map(at => this.#read(at, levelOf, id => id)),
    ];
    this.#weights = this.#weigh(raw);
    const texts = raw.map(text => ({ ...text, weight: this.weigh(text.words) }));
    this.before = texts.slice(0, before.length);
    this.after = texts.slice(before.length);
  }

  /** How alike two rows are, 0 to 1: Dice's measure over weighted words, what stands at the same level counting more. */
  likeness(a: RowText, b: RowText): number {
    if (a.exact !== '' && a.exact === b.exact) return 1;
    const all = a.weight + b.weight;
    if (all === 0) return 0;
    return (1.4 * this.common(a.words, b.words) + 0.6 * this.common(a.places, b.places)) / all;
  }

  /** How much of the shorter one of two rows stands in the other, 0 to 1. */
  containment(a: RowText, b: RowText): number {
    const least = Math.min(a.weight, b.weight);
    return least === 0 ? 0 : this.common(a.words, b.words) / least;
  }

  /** What words weigh together. */
  weigh(words: Int32Array): number {
    let sum = 0;
    for (const word of words) sum += this.weightOf(word);
    return sum;
  }

  weightOf(word: number): number {
    return this.#weights[word % MOST_WORDS]!;
  }

  /** What the words that both have weigh. */
  common(a: Int32Array, b: Int32Array): number {
    let sum = 0;
    for (let i = 0, j = 0; i < a.length && j < b.length; ) {
      const [left, right] = [a[i]!, b[j]!];
      if (left === right) {
        sum += this.weightOf(left);
        i++;
        j++;
      } else if (left < right) i++;
      else j++;
    }
    return sum;
  }

  #read(at: RowAt, levelOf: (id: string) => number, levelNow: (id: string) => string): RowText {
    const words: number[] = [];
    const places: number[] = [];
    const pairs: number[] = [];
    const statements = new Map<string, string>();
    for (const [level, text] of at.row.statements) {
      statements.set(levelNow(level), text);
      const place = levelOf(level) * MOST_WORDS;
      let last = -1;
      for (const word of wordsIn(text)) {
        const number = this.#numbers.of(word);
        words.push(number);
        places.push(place + number);
        if (last !== -1) pairs.push(last * MOST_WORDS + number);
        last = number;
      }
    }
    return {
      at,
      exact: wordsAt(statements, statements.keys()),
      words: Int32Array.from(words).sort(),
      places: Int32Array.from(places).sort(),
      weight: 0,
      pairs,
    };
  }

  #weigh(texts: readonly RowText[]): Float64Array {
    const rows = new Float64Array(this.#numbers.size);
    for (const { words } of texts) {
      let last = -1;
      for (const word of words) {
        if (word !== last) rows[word]!++;
        last = word;
      }
    }
    return rows.map(count => Math.log(1 + texts.length / count));
  }
}

/** A number for each different text, from 0. */
class Numbers {
  readonly #known = new Map<string, number>();

  get size(): number {
    return this.#known.size;
  }

  of(text: string): number {
    let number = this.#known.get(text);
    if (number === undefined) {
      number = this.#known.size;
      this.#known.set(text, number);
    }
    return number;
  }
}
