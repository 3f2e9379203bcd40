import type { ReturnedRow } from '../sheet/returned.ts';
import type { Question } from './question.ts';
import { shorten, textOf, wholeOf } from './returnedTexts.ts';

/** A new row, and those of its sheet and topic that say the very same. */
export interface Repeated {
  readonly first: ReturnedRow;
  readonly id: string;
  readonly others: ReturnedRow[];
}

/** What is asked of new rows that say the same, but for who is asked. */
export type RepeatQuestion = Pick<Question, 'kind' | 'place' | 'texts' | 'message' | 'options'>;

const OPTIONS = ['new-row', 'ignore'] as const;

/**
 * New rows that say what another one of their topic says, as where a cell was filled down. The first is a row; of
 * the others it is asked at once, however many they are.
 */
export class Repeats {
  /** Topic, or what is said of it, and words → the rows. */
  readonly #groups = new Map<string, Repeated>();

  /** The new row that says the same already. */
  of(words: string): Repeated | undefined {
    return this.#groups.get(words);
  }

  /** Begins with the first row that says something. @param id the id that it got, where it is known where it stands */
  add(words: string, first: ReturnedRow, id = ''): void {
    this.#groups.set(words, { first, id, others: [] });
  }

  /** One question for all that repeat a row. */
  *questions(): Generator<readonly [first: ReturnedRow, question: RepeatQuestion]> {
    const asked = new Set<ReturnedRow>();
    for (const { first, others } of this.#groups.values()) {
      if (others.length === 0 || asked.has(first)) continue;
      // A row whose topic was asked about may stand here under that, too.
      asked.add(first);
      const count = others.length.toLocaleString('en');
      const [which, last] = [others[0]!.place, others.at(-1)!.place];
      const question: RepeatQuestion = {
        kind: 'repeated-row',
        place: which,
        ...wholeOf(first),
        message:
          others.length === 1
            ? `This new row says what the new row at ${first.place} says ("${shorten(textOf(first))}"), for the same topic. Take it as a row of its own, or ignore it?`
            : `${count} new rows, from here to ${last}, say what the new row at ${first.place} says ("${shorten(textOf(first))}"), for the same topic, as where a cell was filled down. Take each as a row of its own, or ignore them?`,
        options: OPTIONS,
      };
      yield [first, question];
    }
  }
}
