import type { RowAt } from '../../model/index.ts';
import type { Row } from '../../model/types.ts';
import type { Sliced } from '../../slices.ts';
import { wordsAt, wordsIn } from '../likeness.ts';

/** More words than any text of 20,000 rows has. */
const MOST_WORDS = 2 ** 24;
/** So many rows, from all over both frameworks, tell how rare a word is. */
const SAMPLE = 1_000;

interface Words {
  readonly words: Int32Array;
  readonly places: Int32Array;
  readonly pairs: readonly number[];
}

/** What the matching looks at in a row. It is read when it is asked for: most rows are one with another by their ids. */
export class RowText {
  readonly at: RowAt;
  /** Among the rows of its framework, in document order. */
  readonly position: number;
  readonly #reader: Reader;
  #exact: string | undefined;
  #words: Words | undefined;
  #weight: number | undefined;

  constructor(at: RowAt, position: number, reader: Reader) {
    this.at = at;
    this.position = position;
    this.#reader = reader;
  }

  /** The same for rows that say the same, word for word, at the same levels; `''` if it says nothing. */
  get exact(): string {
    this.#exact ??= this.#reader.exact(this.at.row);
    return this.#exact;
  }

  /** The numbers of its words, sorted, each as often as it stands there. */
  get words(): Int32Array {
    return this.#read().words;
  }

  /** The same with the level that each stands at. */
  get places(): Int32Array {
    return this.#read().places;
  }

  /** Pairs of words that follow one another: few rows share one, so they find what may be alike. */
  get pairs(): readonly number[] {
    return this.#read().pairs;
  }

  /** What its words weigh together. */
  get weight(): number {
    this.#weight ??= this.#reader.weigh(this.words);
    return this.#weight;
  }

  #read(): Words {
    this.#words ??= this.#reader.read(this.at.row);
    return this.#words;
  }
}

/** How the rows of one framework are read. */
interface Reader {
  exact(row: Row): string;
  read(row: Row): Words;
  weigh(words: Int32Array): number;
}

/**
 * The words of the rows of two frameworks as numbers. A rare word weighs more than one that stands everywhere.
 */
export class Texts {
  readonly before: readonly RowText[];
  readonly after: readonly RowText[];
  readonly #levelNow: (id: string) => string;
  readonly #numbers = new Numbers();
  readonly #levels = new Numbers();
  #weights: Float64Array = new Float64Array();
  /** Of a word that no row has that tells how rare it is. */
  #rarest = 1;

  /**
   * @param before the rows of the older framework
   * @param after those of the newer one
   * @param levelNow the id that a level of the older framework has in the newer one
   */
  constructor(before: readonly RowAt[], after: readonly RowAt[], levelNow: (id: string) => string) {
    this.#levelNow = levelNow;
    const [old, now] = [this.#reader(levelNow), this.#reader(id => id)];
    this.before = before.map((at, position) => new RowText(at, position, old));
    this.after = after.map((at, position) => new RowText(at, position, now));
  }

  /**
   * Finds out how rare each word is, among the rows that are looked at closely and some from all over. To be done
   * before anything is compared.
   */
  *weighing(close: readonly RowText[]): Sliced<void> {
    const all = [...this.before, ...this.after];
    const step = Math.max(1, Math.ceil(all.length / SAMPLE));
    const rows = new Set([...close, ...all.filter((_, at) => at % step === 0)]);
    for (const row of rows) {
      row.words;
      row.exact;
      yield;
    }
    const counts = new Float64Array(this.#numbers.size);
    for (const { words } of rows) {
      let last = -1;
      for (const word of words) {
        if (word !== last) counts[word]!++;
        last = word;
      }
    }
    this.#weights = counts.map(count => Math.log(1 + rows.size / count));
    this.#rarest = Math.log(1 + rows.size);
  }

  /** Whether a row of the older framework and one of the newer one say the same, word for word, at the same levels. */
  saySame(before: RowText, after: RowText): boolean {
    const [was, is] = [before.at.row.statements, after.at.row.statements];
    let isPlain = was.size === is.size;
    for (const [level, text] of isPlain ? was : []) isPlain &&= is.get(this.#levelNow(level)) === text;
    return isPlain || before.exact === after.exact;
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
    return this.#weights[word % MOST_WORDS] ?? this.#rarest;
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

  #reader(levelNow: (id: string) => string): Reader {
    return {
      exact: ({ statements }) => {
        const now = new Map(Array.from(statements, ([level, text]) => [levelNow(level), text]));
        return wordsAt(now, now.keys());
      },
      read: row => this.#read(row, levelNow),
      weigh: words => this.weigh(words),
    };
  }

  #read({ statements }: Row, levelNow: (id: string) => string): Words {
    const words: number[] = [];
    const places: number[] = [];
    const pairs: number[] = [];
    for (const [level, text] of statements) {
      const place = this.#levels.of(levelNow(level)) * MOST_WORDS;
      let last = -1;
      for (const word of wordsIn(text)) {
        const number = this.#numbers.of(word);
        words.push(number);
        places.push(place + number);
        if (last !== -1) pairs.push(last * MOST_WORDS + number);
        last = number;
      }
    }
    return { words: Int32Array.from(words).sort(), places: Int32Array.from(places).sort(), pairs };
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
