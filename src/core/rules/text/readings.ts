import type { Row } from '../../model/types.ts';
import { type Cut, cut, type Piece } from './pieces.ts';

/** A statement and where it stands, cut into its pieces. */
export interface Statement extends Cut {
  readonly row: Row;
  readonly level: string;
  readonly text: string;
}

/** A statement as rules read it: what they work out of it is kept with it. */
export class Reading implements Statement {
  readonly row: Row;
  readonly level: string;
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly traits: number;
  readonly #facts: unknown[] = [];

  constructor(row: Row, level: string, text: string) {
    const { pieces, traits } = cut(text);
    this.row = row;
    this.level = level;
    this.text = text;
    this.pieces = pieces;
    this.traits = traits;
  }

  /** What stands in a place of its own in each reading; made when it is first asked for. */
  fact<T>(at: number, make: (reading: Reading) => T): T {
    let fact = this.#facts[at] as T | undefined;
    if (fact === undefined) {
      fact = make(this);
      this.#facts[at] = fact;
    }
    return fact;
  }
}

let facts = 0;

/** Something that is worked out once for each statement, as long as its row is the same. */
export function ofReading<T extends NonNullable<unknown>>(
  make: (reading: Reading) => T,
): (reading: Reading) => T {
  const at = facts++;
  return reading => reading.fact(at, make);
}

const readings = new WeakMap<Row, readonly Reading[]>();

/** The statements of a row; read once, as long as the row is the same. */
export function readingsOf(row: Row): readonly Reading[] {
  let found = readings.get(row);
  if (!found) {
    found = Array.from(row.statements, ([level, text]) => new Reading(row, level, text));
    readings.set(row, found);
  }
  return found;
}
